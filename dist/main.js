import { __name } from "./rolldown-runtime.js";
import { UserError, actionsHost, endProcess, failStep, folderKind, handoffToText, parseInputs, prepare, publish, readRawInputs, readRunner, reportJson } from "./shared.js";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// src/entry/main.ts
/** The main step of the action. Only bad input fails it, and a bug. */
async function main() {
	const runner = readRunner();
	const raw = readRawInputs();
	const inputs = parseInputs(raw, {
		workspace: runner.workspace,
		folder: folderKind
	});
	if (!inputs.ok) throw new UserError(inputs.problems);
	const host = actionsHost();
	const prepared = await prepare({
		...runner,
		inputs: inputs.value,
		raw,
		variables: process.env
	});
	const reportPath = inputs.value.reportPath ?? join(runner.temp, "bengal-cache", "report.json");
	mkdirSync(dirname(reportPath), { recursive: true });
	writeFileSync(reportPath, reportJson(prepared.report));
	await publish(prepared, host, reportPath);
	host.saveHandoff(handoffToText(prepared.handoff));
}
try {
	await main();
} catch (thrown) {
	failStep(thrown instanceof UserError ? thrown.message : thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown));
}
endProcess();

export {  };