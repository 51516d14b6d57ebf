import { __name } from "./rolldown-runtime.js";
import { DEFAULT_COMMAND, UserError, actionsHost, asFullBuild, buildEverything, buildSite, composeSummary, deltaOutputs, describeTrouble, endProcess, failStep, finishBuild, isBuildInput, parsedInputs, prepareSite, readInput, readOrder, readRawInputs, readRunner, requireExpectedMode, saveSentence, telling, warnOfLateErrors, withOrderProblems } from "./shared.js";
import { resolve } from "node:path";

// src/entry/build.ts
const COMMAND = "Input `command`";
/**
* The action that does everything in one step: what the main step does, the build, and what the post step does. The build
* decides how the step ends, and bad input; whatever else goes wrong around it costs a warning and a full build.
*/
async function step(telling) {
	const { host } = telling;
	const workspace = process.env["GITHUB_WORKSPACE"] ?? process.cwd();
	const order = readOrder(readInput("command") || "bengal build", readRawInputs(isBuildInput), workspace);
	const around = await prepareOrGiveUp(host, order);
	warnOfLateErrors(host, "Around the build");
	await flushed();
	const end = await buildSite({
		...around === void 0 ? plainBuild(order, workspace) : preparedBuild(around.prepared),
		host,
		words: order.words,
		raw: order.raw,
		variables: process.env,
		output: "inherited"
	});
	try {
		if (around !== void 0) await finish(telling, around, end);
	} catch (thrown) {
		const { sentence, stack } = describeTrouble(thrown);
		host.warning(`Nothing saved: ${sentence}`);
		host.debug(stack);
	}
	return end;
}
/** Only bad input gets through. What is thrown from nowhere ends the work here too, and not the step. */
async function prepareOrGiveUp(host, order) {
	const { promise: fromNowhere, reject } = Promise.withResolvers();
	process.once("uncaughtException", reject);
	try {
		return await Promise.race([prepare(host, order), fromNowhere]);
	} catch (thrown) {
		if (thrown instanceof UserError) throw thrown;
		if (order.problems.length > 0) throw new UserError(order.problems.map((problem) => `${COMMAND}: ${problem}`));
		const { sentence, stack } = describeTrouble(thrown);
		const { otherwise, outputs } = buildEverything(host);
		for (const [name, value] of Object.entries(outputs?.(sentence) ?? {})) host.setOutput(name, value);
		host.warning(`${otherwise}: ${sentence}`);
		host.debug(stack);
		return;
	} finally {
		process.off("uncaughtException", reject);
	}
}
async function prepare(host, order) {
	const began = performance.now();
	const runner = readRunner();
	const inputs = withOrderProblems(order, COMMAND, () => parsedInputs(order.raw, runner));
	const prepared = await prepareSite({
		host,
		runner,
		raw: order.raw,
		inputs,
		began
	});
	requireExpectedMode(prepared.report, prepared.inputs);
	return {
		runner,
		prepared
	};
}
function preparedBuild({ inputs, report, handoff, variables }) {
	return {
		site: inputs.site,
		gate: report.gate,
		plan: handoff.plan,
		planned: variables
	};
}
function plainBuild({ raw }, workspace) {
	const gate = {
		mode: "full",
		buildArgs: asFullBuild([])
	};
	return {
		site: resolve(workspace, (raw.site ?? "").trim() || "."),
		gate,
		plan: void 0,
		planned: /* @__PURE__ */ new Map()
	};
}
async function finish({ host, outputs }, { runner, prepared }, end) {
	const finished = await finishBuild({
		host,
		runner,
		inputs: prepared.inputs,
		before: prepared.handoff,
		end
	});
	if (end.kind !== "succeeded" && end.kind !== "skipped") return;
	for (const [name, value] of Object.entries(outputsAfter(finished))) host.setOutput(name, value);
	const cut = truncatedOf(finished);
	if (cut.length > 0) host.setOutput("truncated", JSON.stringify([...namesIn(outputs.get("truncated") ?? ""), ...cut]));
}
/** What came of the build. Who cannot tell deploys everything. */
function outputsAfter({ delta, saved }) {
	const told = delta && deltaOutputs(delta, {
		filesPath: "",
		deltaPath: ""
	});
	return {
		"anything-to-deploy": told?.["anything-to-deploy"] ?? "true",
		"vanished-count": told?.["vanished-count"] ?? "",
		"changed-pages": told?.["changed-pages"] ?? "",
		"added-pages": told?.["added-pages"] ?? "",
		"removed-pages": told?.["removed-pages"] ?? "",
		"cache-saved": String(saved?.kind === "saved"),
		"save-reason": saved === void 0 ? "" : saveSentence(saved)
	};
}
function truncatedOf({ delta }) {
	return delta === void 0 ? [] : namesIn(deltaOutputs(delta, {
		filesPath: "",
		deltaPath: ""
	}).truncated);
}
function namesIn(list) {
	return list === "" ? [] : JSON.parse(list);
}
/** What we have printed stands before what the build prints, also where a pipe takes its time. */
async function flushed() {
	await new Promise((resolve) => process.stdout.write("", () => resolve()));
}
/** What readers will see is known last and stands first, so the summary is written when all of it is known. */
function toldBy(plain) {
	const outputs = /* @__PURE__ */ new Map();
	const parts = [];
	const setOutput = (name, value) => {
		outputs.set(name, value);
		plain.setOutput(name, value);
	};
	const writeSummary = (part) => {
		parts.push(part);
		return Promise.resolve();
	};
	const tellSummary = () => telling(plain, "The summary could not be written", () => parts.length === 0 ? void 0 : plain.writeSummary({ body: composeSummary(parts) }));
	return {
		host: {
			...plain,
			setOutput,
			writeSummary
		},
		outputs,
		tellSummary
	};
}
const told = toldBy(actionsHost());
try {
	const end = await step(told).finally(() => told.tellSummary());
	if ("status" in end) {
		failStep(end.kind === "not-started" ? `${end.why}: install Bengal in a step before, or name it in command` : end.why);
		process.exitCode = end.status;
	}
} catch (thrown) {
	failStep(thrown instanceof UserError ? thrown.message : `The build could not be run: ${describeTrouble(thrown).sentence}`);
}
endProcess();

export {  };