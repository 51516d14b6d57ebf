import { didYouMean } from '../core/closest.ts';
import { UserError } from '../core/user-error.ts';
import { TOOL_VERSION } from '../core/tool-version.ts';
import { printableLines } from '../host/terminal.ts';
import { BUILD } from './cli-build-options.ts';
import { runBuildCli } from './cli-build.ts';
import { runCommand } from './cli-commands.ts';
import { COMPLETION, runCompletionCli } from './cli-completion.ts';
import type { CliProcess } from './cli-context.ts';
import { DELTA } from './cli-delta-options.ts';
import { runDeltaCli } from './cli-delta.ts';
import { DOCTOR, runDoctorCli } from './cli-doctor.ts';
import { GRAPH } from './cli-graph-options.ts';
import { runGraphCli } from './cli-graph.ts';
import { commandHelp, overviewHelp } from './cli-help.ts';
import { INIT, runInitCli } from './cli-init.ts';
import { COMMANDS, parseCli, type Command } from './cli-options.ts';
import { valueOf, type NamedSpec } from './cli-parse.ts';
import { STAGE } from './cli-stage-options.ts';
import { runStageCli } from './cli-stage.ts';
import type { CommandSpec } from './cli-table.ts';
import { DONE, USAGE } from './exit-status.ts';

interface CliCommand extends CommandSpec {
  /** Returns the exit status. Bad input is thrown as `UserError` before anything is written. */
  readonly run: (args: readonly string[], process: CliProcess) => Promise<number> | number;
}

const TABLE: Readonly<Record<string, CliCommand>> = {
  build: { ...BUILD, run: runBuildCli },
  init: { ...INIT, run: runInitCli },
  doctor: { ...DOCTOR, run: runDoctorCli },
  ...Object.fromEntries((Object.keys(COMMANDS) as Command[]).map((name) => [name, siteCommand(name)])),
  delta: { ...DELTA, run: runDeltaCli },
  graph: { ...GRAPH, run: runGraphCli },
  stage: { ...STAGE, run: runStageCli },
  completion: { ...COMPLETION, run: (args, process) => runCompletionCli(args, process, SPECS) },
};

function siteCommand(name: Command): CliCommand {
  return {
    ...COMMANDS[name],
    run: (args, process) => runCommand(valueOf(parseCli(name, args)), process),
  };
}

/** Every command, in the order in which people meet them. */
export const SPECS: readonly NamedSpec[] = Object.entries(TABLE).map(([name, spec]) => ({ name, ...spec }));

/** The command line, from its arguments to its exit status (`exit-status.ts`). */
export async function runCli(args: readonly string[], process: CliProcess): Promise<number> {
  try {
    return await run(args, process);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    for (const problem of thrown.problems) process.stderr.write(`bengal-cache: ${printableLines(problem)}\n`);
    return USAGE;
  }
}

async function run([first, ...rest]: readonly string[], process: CliProcess): Promise<number> {
  const has = (...names: readonly string[]): boolean =>
    rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length).some((argument) => names.includes(argument));
  if (first === '--version') return say(`${TOOL_VERSION}\n`, process);
  if (first === '--help' || first === '-h' || first === 'help') {
    const [about] = rest;
    return say(about === undefined ? overviewHelp(TOOL_VERSION, SPECS) : commandHelp(find(about)), process);
  }
  const command = find(first);
  if (has('--help', '-h') || (takesWords(command) && rest[0] === 'help')) return say(commandHelp(command), process);
  return await command.run(rest, has('--quiet', '-q') ? quietly(process) : process);
}

function find(name: string | undefined): CliCommand & NamedSpec {
  const names = Object.keys(TABLE);
  if (name === undefined)
    throw new UserError([`Expected a command: ${names.join(', ')} (bengal-cache --help says what each does)`]);
  const found = Object.hasOwn(TABLE, name) ? TABLE[name] : undefined;
  if (found !== undefined) return { name, ...found };
  const what = name.startsWith('-') ? 'Expected a command before options' : 'There is no such command';
  throw new UserError([
    `${what}, got ${JSON.stringify(name)}${didYouMean(name, names)} (bengal-cache --help lists all)`,
  ]);
}

/** Where an argument may be anything, `help` may be the name of a page. */
function takesWords({ parts, operands }: CommandSpec): boolean {
  return parts !== undefined || operands === undefined;
}

function quietly(process: CliProcess): CliProcess {
  const stderr = { write: (text: string): unknown => process.stderr.write(text), isTTY: false };
  return { ...process, stderr, quiet: true };
}

function say(text: string, { stdout }: CliProcess): number {
  stdout.write(printableLines(text));
  return DONE;
}
