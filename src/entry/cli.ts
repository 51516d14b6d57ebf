import { UserError } from '../core/user-error.ts';
import { printable } from '../host/terminal.ts';
import { TOOL_VERSION } from '../flow/version.ts';
import { helpText, parseCli } from './cli-options.ts';
import { runCommand } from './cli-commands.ts';
import { runGraphCli } from './cli-graph.ts';
import { runStageCli } from './cli-stage.ts';

/** The command line. Exit status: 0 done, 1 something is wrong, 2 usage. */
async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'stage') return await withUsage(() => runStageCli(args.slice(1), shell));
  if (args[0] === 'graph') return await withUsage(() => runGraphCli(args.slice(1), shell));
  const parsed = parseCli(args);
  if (!parsed.ok) return usage(parsed.problems);
  if (parsed.value.command === 'version') return print(`${TOOL_VERSION}\n`);
  if (parsed.value.command === 'help') return print(helpText(TOOL_VERSION));
  const options = parsed.value;
  return await withUsage(() => runCommand(options, shell));
}

const shell = { cwd: process.cwd(), variables: process.env, stdout: process.stdout, stderr: process.stderr };

async function withUsage(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (thrown) {
    if (thrown instanceof UserError) return usage(thrown.problems);
    throw thrown;
  }
}

function usage(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`bengal-cache: ${printable(problem)}\n`);
  return 2;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
