#!/usr/bin/env node
import { __name } from "./rolldown-runtime.js";
import { runCli, withoutDebug, wordTrouble } from "./shared.js";

// src/entry/cli.ts
const { stdout, stderr, env: variables } = process;
const { args, debug } = withoutDebug(process.argv.slice(2), variables);
function end(thrown) {
	stderr.write(wordTrouble(thrown, debug));
	return 1;
}
process.once("uncaughtException", (thrown) => {
	process.exit(end(thrown));
});
process.exitCode = await runCli(args, {
	cwd: process.cwd(),
	variables,
	stdout,
	stderr
}).catch(end);

export {  };