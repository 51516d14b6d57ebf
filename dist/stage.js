import { __name } from "./rolldown-runtime.js";
import { actionsHost, keepListing, parsedStageInputs, prepareStage, publishStage, readRawStageInputs, readRunner, readWorkflowFile, runStep, stageHandoffToText } from "./shared.js";

// src/entry/stage.ts
/** The action in `stage/`: says whether a later step can be skipped. Only bad input fails it. */
const host = actionsHost();
const outputs = (reason) => ({
	skip: "false",
	reason,
	key: "",
	age: ""
});
await runStep({
	host,
	otherwise: "The guarded step runs",
	outputs
}, async () => {
	const runner = readRunner();
	const raw = readRawStageInputs();
	const inputs = parsedStageInputs(raw, runner.workspace);
	const workflow = inputs.countWorkflow ? readWorkflowFile(runner.workspace) : void 0;
	if (inputs.countWorkflow && workflow === void 0) host.info("The workflow file is not in the checkout, so a change of it is not seen");
	const platform = `${process.platform}-${process.arch}`;
	const prepared = await prepareStage({
		...runner,
		inputs,
		raw,
		platform,
		workflow
	});
	await publishStage(prepared, host);
	const listing = keepListing(runner.temp, prepared.handoff.fingerprint.key, prepared.listing);
	host.saveHandoff(stageHandoffToText({
		...prepared.handoff,
		listing
	}));
});

export {  };