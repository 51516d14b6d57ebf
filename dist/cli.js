#!/usr/bin/env node
import { __name } from "./rolldown-runtime.js";
import { TOOL_VERSION, UserError, helpText, parseCli, printable, runCommand$1 as runCommand, runGraphCli, runStageCli } from "./shared.js";

// src/entry/cli.ts
/** The command line. Exit status: 0 done, 1 something is wrong, 2 usage. */
async function main(args) {
	if (args[0] === "stage") return await withUsage(() => runStageCli(args.slice(1), shell));
	if (args[0] === "graph") return await withUsage(() => runGraphCli(args.slice(1), shell));
	const parsed = parseCli(args);
	if (!parsed.ok) return usage(parsed.problems);
	if (parsed.value.command === "version") return print(`${TOOL_VERSION}\n`);
	if (parsed.value.command === "help") return print(helpText(TOOL_VERSION));
	const options = parsed.value;
	return await withUsage(() => runCommand(options, shell));
}
const shell = {
	cwd: process.cwd(),
	variables: process.env,
	stdout: process.stdout,
	stderr: process.stderr
};
async function withUsage(command) {
	try {
		return await command();
	} catch (thrown) {
		if (thrown instanceof UserError) return usage(thrown.problems);
		throw thrown;
	}
}
function usage(problems) {
	for (const problem of problems) process.stderr.write(`bengal-cache: ${printable(problem)}\n`);
	return 2;
}
function print(text) {
	process.stdout.write(text);
	return 0;
}
process.exitCode = await main(process.argv.slice(2));

export {  };