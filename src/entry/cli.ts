import { runCli } from './cli-main.ts';

const { stdout, stderr, env: variables } = process;
process.exitCode = await runCli(process.argv.slice(2), { cwd: process.cwd(), variables, stdout, stderr });
