import { AsyncLocalStorage } from 'node:async_hooks';

/** What the cache client has written while one call ran, without the syntax of workflow commands. */
export interface ClientLog {
  /** Messages of `::warning::` and `::error::` commands: the only sign by which the client admits a failure. */
  readonly troubles: readonly string[];
  /** Everything else, debug messages included. */
  readonly notes: readonly string[];
}

export interface LoggedCall<Result> {
  readonly result: Promise<Result>;
  /** Grows while the call runs. */
  readonly log: ClientLog;
}

/** Takes one line without its end, meant for the runner. */
export type ForwardLine = (line: string) => void;

interface Capture extends ClientLog {
  readonly troubles: string[];
  readonly notes: string[];
  readonly forward: ForwardLine;
}

/**
 * Runs a call of `@actions/cache` and collects what it logs.
 *
 * The client turns every failure into "nothing found" or -1 and tells the difference in its log alone, which it writes
 * through `process.stdout.write`. So this is the one place that replaces that method, while a call is pending:
 *  - an async context marks writes that stem from the call: what other code prints meanwhile passes untouched, and
 *    what an abandoned call prints after its deadline is still recognised as the client's;
 *  - its warnings become debug lines, since our own outcome carries the reason and one annotation is enough;
 *  - `::add-mask::` always passes: it keeps signed addresses out of logs.
 */
export function startLoggedCall<Result>(call: () => Promise<Result>, forward?: ForwardLine): LoggedCall<Result> {
  const release = interceptStandardOutput();
  const capture: Capture = { troubles: [], notes: [], forward: forward ?? writeThrough };
  const result = captures.run(capture, async () => await call()).finally(release);
  return { result, log: capture };
}

const captures = new AsyncLocalStorage<Capture>();

type Write = typeof process.stdout.write;

// Standard output belongs to the process, hence the state here does too.
let pending = 0;
let original: Write | undefined;

function interceptStandardOutput(): () => void {
  pending += 1;
  if (original === undefined) {
    original = writeOf(process.stdout);
    process.stdout.write = replacement;
  }
  return () => {
    pending -= 1;
    // When someone else has replaced the method since, ours stays below theirs and only passes on.
    if (pending > 0 || original === undefined || process.stdout.write !== replacement) return;
    process.stdout.write = original;
    original = undefined;
  };
}

/** The method as it is, not bound: it must go back unchanged. */
function writeOf(stream: { write: Write }): Write {
  return Reflect.get(stream, 'write');
}

const replacement: Write = ((...parameters: Parameters<Write>): boolean => {
  const capture = captures.getStore();
  if (capture === undefined) return original === undefined ? true : original.apply(process.stdout, parameters);
  const [chunk, ...rest] = parameters;
  record(chunk, capture);
  for (const callback of rest) if (typeof callback === 'function') process.nextTick(callback);
  return true;
}) as Write;

function writeThrough(line: string): void {
  original?.call(process.stdout, `${line}\n`);
}

/** One workflow command and nothing after it; `@actions/core` escapes line ends inside. */
const COMMAND = /^::([a-z-]+)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/;

function record(chunk: string | Uint8Array, capture: Capture): void {
  // Commands come as one string per write. Bytes are the output of `tar`, whose file names must not pass for commands.
  const command = typeof chunk === 'string' ? COMMAND.exec(chunk) : null;
  if (command === null) {
    const text = (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')).trim();
    if (text === '') return;
    capture.notes.push(text);
    capture.forward(`::debug::${escapeMessage(text)}`);
    return;
  }
  const [, name = '', message = ''] = command;
  if (name === 'add-mask') {
    capture.forward(`::add-mask::${message}`);
    return;
  }
  if (name === 'warning' || name === 'error') capture.troubles.push(unescapeMessage(message));
  else capture.notes.push(unescapeMessage(message));
  capture.forward(`::debug::${message}`);
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function unescapeMessage(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
