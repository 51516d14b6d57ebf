import { UserError } from '../core/user-error.ts';
import { printable } from '../host/terminal.ts';
import { TOOL_VERSION } from '../flow/version.ts';
import { helpText, parseCli } from './cli-options.ts';
import { runCommand } from './cli-commands.ts';
import { runBuildCli } from './cli-build.ts';
import type { CliProcess } from './cli-context.ts';
import { runDeltaCli } from './cli-delta.ts';
import { runDoctorCli } from './cli-doctor.ts';
import { runGraphCli } from './cli-graph.ts';
import { runInitCli } from './cli-init.ts';
import { DONE, USAGE } from './exit-status.ts';
import { runStageCli } from './cli-stage.ts';

/** The command line, from its arguments to its exit status (`exit-status.ts`). */
export async function runCli(args: readonly string[], process: CliProcess): Promise<number> {
  try {
    return await run(args, process);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    for (const problem of thrown.problems) process.stderr.write(`bengal-cache: ${printable(problem)}\n`);
    return USAGE;
  }
}

async function run(args: readonly string[], process: CliProcess): Promise<number> {
  const [first, ...rest] = args;
  if (first === 'build') return await runBuildCli(rest, process);
  if (first === 'stage') return await runStageCli(rest, process);
  if (first === 'delta') return await runDeltaCli(rest, process);
  if (first === 'doctor') return runDoctorCli(rest, process);
  if (first === 'init') return runInitCli(rest, process);
  if (first === 'graph') return await runGraphCli(rest, process);
  const parsed = parseCli(args);
  if (!parsed.ok) throw new UserError(parsed.problems);
  const options = parsed.value;
  if (options.command !== 'version' && options.command !== 'help') return await runCommand(options, process);
  process.stdout.write(options.command === 'version' ? `${TOOL_VERSION}\n` : helpText(TOOL_VERSION));
  return DONE;
}
