import { writeFileSync } from '../disk/node.ts';
import { withoutCommands } from '../core/runner-commands.ts';
import { composeSummary, type Host } from './port.ts';

export interface TerminalOptions {
  readonly stderr: { write(text: string): unknown };
  /** Where the summary goes, absolute; nowhere when it is not asked for. */
  readonly summaryPath: string | undefined;
  /** Whether somebody looks for a mistake of ours. */
  readonly debug?: boolean;
}

/** A person at a terminal, or a script: everything goes to stderr, since stdout belongs to the result. */
export function terminalHost(options: TerminalOptions): Host {
  const line = (text: string): void => {
    options.stderr.write(`${printable(text)}\n`);
  };
  let handoff: string | undefined;
  return {
    info: line,
    warning: (message) => {
      line(`warning: ${message}`);
    },
    debug(text) {
      if (options.debug === true) for (const each of text.split('\n')) line(`debug: ${each}`);
    },
    annotate: ({ level, message, file, line: number = 1 }) => {
      line(`${level}: ${file === undefined ? '' : `${file}:${String(number)}: `}${message}`);
    },
    group(title, lines) {
      line(title);
      for (const text of lines) line(`  ${text}`);
    },
    setOutput: (name, value) => {
      line(`${name}=${value}`);
    },
    setVariable: (name, value) => {
      line(`${name}=${value}`);
    },
    writeSummary(part) {
      if (options.summaryPath !== undefined) writeFileSync(options.summaryPath, composeSummary([part]));
      return Promise.resolve();
    },
    saveHandoff: (value) => {
      handoff = value;
    },
    loadHandoff: () => handoff,
  };
}

/**
 * A line, or a part of one, for a terminal and for the log of a job. Control characters in a file name must not move the
 * cursor or clear the screen; and a step that runs the command line is read by the runner, which executes lines that
 * start with `::` and, anywhere in a line, the old form `##[`.
 */
export function printable(text: string): string {
  return withoutCommands(text.replace(/[\p{Cc}--[\t]]|[\u202a-\u202e\u2066-\u2069]/gv, '\ufffd'));
}

/** A text of several lines, of which any may hold what a name brought along. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
