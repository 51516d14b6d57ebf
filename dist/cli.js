#!/usr/bin/env node
import { __name } from "./rolldown-runtime.js";
import { TOOL_VERSION, UserError, helpText, parseCli, runCommand } from "./shared.js";

// src/entry/cli.ts
/** The command line. Exit status: 0 done, 1 something is wrong, 2 usage. */
async function main(args) {
	const parsed = parseCli(args);
	if (!parsed.ok) return usage(parsed.problems);
	if (parsed.value.command === "version") return print(`${TOOL_VERSION}\n`);
	if (parsed.value.command === "help") return print(helpText(TOOL_VERSION));
	try {
		return await runCommand(parsed.value, {
			cwd: process.cwd(),
			variables: process.env,
			stdout: process.stdout,
			stderr: process.stderr
		});
	} catch (thrown) {
		if (thrown instanceof UserError) return usage(thrown.problems);
		throw thrown;
	}
}
function usage(problems) {
	for (const problem of problems) process.stderr.write(`bengal-cache: ${problem}\n`);
	return 2;
}
function print(text) {
	process.stdout.write(text);
	return 0;
}
process.exitCode = await main(process.argv.slice(2));

export {  };