import { __name } from "./rolldown-runtime.js";
import { accessFor, actionsHost, parsedInputs, readHandoff, readJobStatus, readRawInputs, readRunner, runStep, saveBuild, saveOutputs } from "./shared.js";

// src/entry/save.ts
/** The action that records and saves, as a step of its own: its `if` says after which jobs. Only bad input fails it. */
const host = actionsHost();
const outputs = (sentence) => saveOutputs({
	kind: "trouble",
	key: "",
	why: sentence
}, "off");
await runStep({
	host,
	otherwise: "Nothing saved",
	outputs,
	toldWhenLate: "Saving the cache"
}, async () => {
	const runner = readRunner();
	const inputs = parsedInputs({
		...readRawInputs(),
		"save-always": "true"
	}, runner);
	const access = accessFor(runner.run, inputs);
	const before = readHandoff(runner.temp, inputs.site);
	const report = await saveBuild({
		host,
		runner,
		inputs,
		access,
		before,
		jobStatus: readJobStatus()
	});
	for (const [name, value] of Object.entries(saveOutputs(report, access.access))) host.setOutput(name, value);
});

export {  };