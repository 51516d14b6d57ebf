import * as core from '@actions/core';
import type { Host } from './port.ts';

const HANDOFF = 'handoff';

/** The runner of GitHub Actions. */
export function actionsHost(): Host {
  const info = (line: string): void => core.info(safeLogLine(line));
  return {
    info,
    warning: (message) => core.warning(message, { title: 'Bengal Cache' }),
    group(title, lines) {
      core.startGroup(safeLogLine(title));
      for (const line of lines) info(line);
      core.endGroup();
    },
    setOutput: (name, value) => core.setOutput(name, value),
    async writeSummary(markdown) {
      await core.summary.addRaw(markdown, true).write();
    },
    saveHandoff: (value) => core.saveState(HANDOFF, value),
    loadHandoff: () => core.getState(HANDOFF) || undefined,
  };
}

/**
 * The runner executes lines that start with `::` and, anywhere in a line, the old form `##[`; `core.info` escapes
 * neither. File names are hostile text, so both are broken up, and a line stays one line.
 */
export function safeLogLine(line: string): string {
  return (
    line
      // The runner trims U+0085 from the start of a line before it looks, and `\s` does not know it.
      .replace(/[\p{Cc}--[\t]]+|[\u2028\u2029]+/gv, ' ')
      .replaceAll('##[', '##\u200b[')
      .replace(/^(\s*):(?=:)/, '$1:\u200b')
  );
}

/** An input of the step as the workflow gave it; empty when it did not. */
export function readInput(name: string): string {
  return core.getInput(name);
}

/** Fails the step, with the message as its error annotation. */
export function failStep(message: string): void {
  core.setFailed(message);
}
