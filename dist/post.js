import { __name } from "./rolldown-runtime.js";
import { actionsHost, endProcess, folderKind, handoffFromText, headCommit, messageOf, parseSiteInputs, persist, readRunner } from "./shared.js";

// src/entry/post.ts
/** The post step of the action. Whatever goes wrong here, the build was good: it warns and never fails. */
async function post(host) {
	const handoff = handoffFromText(host.loadHandoff());
	if (handoff === void 0) {
		host.info("Nothing to save: the main step did not finish");
		return;
	}
	await save(handoff, host);
}
async function save(handoff, host) {
	const runner = readRunner();
	const inputs = parseSiteInputs(handoff.rawInputs, {
		workspace: runner.workspace,
		folder: folderKind
	});
	if (!inputs.ok) {
		host.warning(`Nothing saved: ${inputs.problems.join("; ")}`);
		return;
	}
	const persisted = await persist({
		handoff,
		inputs: inputs.value,
		variables: process.env,
		store: runner.store,
		commit: process.env["GITHUB_SHA"] ?? headCommit(handoff.site),
		now: (/* @__PURE__ */ new Date()).toISOString()
	});
	if (persisted.kind === "trouble") host.warning(persisted.sentence);
	else host.info(persisted.sentence);
}
const host = actionsHost();
process.on("uncaughtException", (error) => {
	host.warning(`Saving the cache: ${error.message}`);
});
try {
	await post(host);
} catch (thrown) {
	host.warning(`Nothing saved: ${messageOf(thrown)}`);
}
endProcess();

export {  };