import { writeFileSync } from 'node:fs';
import type { Host } from './port.ts';

export interface TerminalOptions {
  readonly stderr: { write(text: string): unknown };
  /** Where the summary goes, absolute; nowhere when it is not asked for. */
  readonly summaryPath: string | undefined;
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
    writeSummary(markdown) {
      if (options.summaryPath !== undefined) writeFileSync(options.summaryPath, markdown);
      return Promise.resolve();
    },
    saveHandoff: (value) => {
      handoff = value;
    },
    loadHandoff: () => handoff,
  };
}

/** Control characters in a file name must not move the cursor or clear the screen. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}--[\t]]|[\u202a-\u202e\u2066-\u2069]/gv, '\ufffd');
}
