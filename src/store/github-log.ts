import type { ClientOutput } from './github-calls.ts';

/** Takes one line without its end, meant for the runner. */
export type ForwardLine = (line: string) => void;

/**
 * What the cache client has printed during one call, without the syntax of workflow commands. The client turns every
 * failure into "nothing found" or -1 and tells the difference here alone.
 */
export class ClientLog {
  /** Messages of `::warning::` and `::error::` commands: the only sign by which the client admits a failure. */
  readonly troubles: string[] = [];
  /** Everything else, debug messages included. */
  readonly notes: string[] = [];
  /** What the programs printed that the client started, `tar` and its like; cut off after a while. */
  programs = '';
  readonly #forward: ForwardLine;

  constructor(forward: ForwardLine = () => undefined) {
    this.#forward = forward;
  }

  /**
   * Notes what was printed and passes it on as debug lines: our own outcome carries the reason, and one annotation is
   * enough. Masks pass as they are: they keep signed addresses out of logs.
   */
  add({ text, own }: Pick<ClientOutput, 'text' | 'own'>): void {
    if (!own && this.programs.length < MOST_OUTPUT) this.programs += text;
    const [, name = '', message = ''] = (own ? COMMAND.exec(text) : null) ?? [];
    if (name === '') {
      const plain = text.trim();
      if (plain === '') return;
      this.notes.push(plain);
      this.#forward(`::debug::${escapeMessage(plain)}`);
    } else if (name === 'add-mask') {
      this.#forward(`::add-mask::${message}`);
    } else {
      (name === 'warning' || name === 'error' ? this.troubles : this.notes).push(unescapeMessage(message));
      this.#forward(`::debug::${message}`);
    }
  }
}

/** In UTF-16 units. */
const MOST_OUTPUT = 20_000;

/** One workflow command and nothing after it; `@actions/core` prints each at once and escapes line ends inside. */
const COMMAND = /^::([a-z-]+)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/;

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function unescapeMessage(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
