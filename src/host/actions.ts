import * as core from '@actions/core';
import { withoutCommands } from '../core/runner-commands.ts';
import { composeSummary, type Host, type Note } from './port.ts';

const HANDOFF = 'handoff';

/** The runner of GitHub Actions. */
export function actionsHost(): Host {
  const info = (line: string): void => core.info(safeLogLine(line));
  return {
    info,
    warning: (message) => core.warning(message, { title: 'Bengal Cache' }),
    debug: (text) => {
      for (const line of text.split('\n')) core.debug(safeLogLine(line));
    },
    annotate,
    group(title, lines) {
      core.startGroup(safeLogLine(title));
      for (const line of lines) info(line);
      core.endGroup();
    },
    setOutput: (name, value) => core.setOutput(name, value),
    setVariable: (name, value) => core.exportVariable(name, value),
    async writeSummary(part) {
      await core.summary.addRaw(composeSummary([part]), true).write();
    },
    saveHandoff: (value) => core.saveState(HANDOFF, value),
    loadHandoff: () => core.getState(HANDOFF) || undefined,
  };
}

/** `core` escapes what could end a property or the command. A name that no line can carry names no file. */
function annotate({ level, title, message, file, line }: Note): void {
  const place =
    file === undefined || /\p{Cc}/u.test(file) ? {} : { file, ...(line === undefined ? {} : { startLine: line }) };
  const properties = { title: oneLine(title), ...place };
  const write = { notice: core.notice, warning: core.warning, error: core.error }[level];
  write(oneLine(message), properties);
}

/**
 * The runner executes lines that start with `::` and, anywhere in a line, the old form `##[`; `core.info` escapes
 * neither. File names are hostile text, so both are broken up, and a line stays one line.
 */
export function safeLogLine(line: string): string {
  // The runner trims U+0085 from the start of a line before it looks; made one line, there is none.
  return withoutCommands(oneLine(line));
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}--[\t]]+|[\u2028\u2029]+/gv, ' ');
}

/** An input of the step as the workflow gave it; empty when it did not. */
export function readInput(name: string): string {
  return core.getInput(name);
}

/** Tells the runner to show stars wherever the log would show this value. */
export function maskSecret(secret: string): void {
  core.setSecret(secret);
}

/** Fails the step, with the message as its error annotation. */
export function failStep(message: string): void {
  core.setFailed(message);
}
