import { UserError } from '../core/user-error.ts';
import { printable, printableLines } from '../host/terminal.ts';
import { describeTrouble } from '../flow/trouble.ts';
import { TOOL_VERSION } from '../flow/version.ts';
import { helpText, parseCli } from './cli-options.ts';
import { runCommand } from './cli-commands.ts';
import { runGraphCli } from './cli-graph.ts';
import { runStageCli } from './cli-stage.ts';

/** The command line. Exit status: 0 done, 1 something is wrong, 2 usage. */
async function main(given: readonly string[]): Promise<number> {
  const { args, debug } = withoutDebug(given);
  try {
    return await runCli(args);
  } catch (thrown) {
    return failedWith(thrown, debug);
  }
}

/** `--debug` goes with every command; what follows `--` belongs to a command of the user's. */
function withoutDebug(given: readonly string[]): { readonly args: readonly string[]; readonly debug: boolean } {
  const own = given.includes('--') ? given.indexOf('--') : given.length;
  const args = given.filter((argument, index) => index >= own || argument !== '--debug');
  return { args, debug: args.length < given.length || process.env['RUNNER_DEBUG'] === '1' };
}

/** One sentence for whoever typed the command, and the stack for whoever mends it. */
function failedWith(thrown: unknown, debug: boolean): number {
  const { sentence, stack } = describeTrouble(
    thrown,
    debug ? 'its stack follows' : 'the option --debug shows its stack',
  );
  process.stderr.write(`bengal-cache: ${printable(sentence)}\n`);
  if (debug) process.stderr.write(`${printableLines(stack)}\n`);
  return 1;
}

async function runCli(args: readonly string[]): Promise<number> {
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

process.once('uncaughtException', (thrown) => {
  process.exit(failedWith(thrown, withoutDebug(process.argv).debug));
});
process.exitCode = await main(process.argv.slice(2));
