import { runCli } from './cli-main.ts';
import { withoutDebug, wordTrouble } from './cli-trouble.ts';

const { stdout, stderr, env: variables } = process;
const { args, debug } = withoutDebug(process.argv.slice(2), variables);

function end(thrown: unknown): number {
  stderr.write(wordTrouble(thrown, debug));
  return 1;
}

process.once('uncaughtException', (thrown) => {
  process.exit(end(thrown));
});
process.exitCode = await runCli(args, { cwd: process.cwd(), variables, stdout, stderr }).catch(end);
