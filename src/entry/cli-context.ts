import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import { jsonWithoutCommands } from '../core/runner-commands.ts';
import { paintLine } from '../host/paint.ts';
import type { ProgressLine, ProgressOptions } from '../host/progress.ts';
import { printable } from '../host/terminal.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { CliOptions } from './cli-options.ts';
import type { CliRun } from './cli-run.ts';

/** What a command may touch of the process. */
export interface CliProcess {
  readonly cwd: string;
  readonly variables: Variables;
  /** Colours where it is a terminal that shows some; `NO_COLOR` is heard. */
  readonly stdout: { write(text: string): unknown; hasColors?(): boolean };
  /** Says what takes its time, where it is a terminal. */
  readonly stderr: ProgressOptions['stream'];
  /** Nothing but warnings and errors goes to standard error. */
  readonly quiet?: boolean;
}

/** What every command works with. */
export interface Context {
  readonly inputs: Inputs;
  readonly probe: ProbeOutcome;
  readonly options: CliOptions;
  readonly process: CliProcess;
  readonly line: ProgressLine;
  readonly cliRun: CliRun;
}

/** The result alone goes to stdout. JSON escapes control characters by itself; text is made printable line by line. */
export function print({ options, process: { stdout }, line }: Context, result: { json: string; text: string }): void {
  line.clear();
  const lines = result.text.split('\n').map(printable);
  const text = stdout.hasColors?.() === true ? lines.map(paintLine) : lines;
  stdout.write(options.json ? jsonWithoutCommands(result.json) : text.join('\n'));
}
