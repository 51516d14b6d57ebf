import { __name } from "./rolldown-runtime.js";
import { actionsHost, describeTrouble, endProcess, finishAction, loadListing, parseOutcome, parsedStageInputs, readInput, readRunner, stageHandoffFromText, warnOfLateErrors } from "./shared.js";

// src/entry/stage-post.ts
/** The post step of the action in `stage/`: records the success of the guarded step. It warns and never fails. */
async function post(host) {
	const handoff = stageHandoffFromText(host.loadHandoff());
	if (handoff === void 0) {
		host.info("Nothing to record: the step of the stage did not finish");
		return;
	}
	const runner = readRunner();
	const inputs = parsedStageInputs(handoff.rawInputs, runner.workspace);
	const outcome = parseOutcome(readInput("outcome"));
	const notes = await finishAction({
		...runner,
		handoff,
		inputs,
		outcome,
		listing: loadListing(handoff.listing)
	});
	for (const { kind, sentence } of notes) host[kind](sentence);
}
const host = actionsHost();
warnOfLateErrors(host, "Recording the stage");
try {
	await post(host);
} catch (thrown) {
	const { sentence, stack } = describeTrouble(thrown);
	host.warning(`The stage is not recorded: ${sentence}`);
	host.debug(stack);
}
endProcess();

export {  };