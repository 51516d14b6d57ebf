import { __name } from "./rolldown-runtime.js";
import { DEFAULT_DEADLINE_MS, DELTA_FILE, DELTA_INPUTS, UserError, accessFor, actionsHost, commentWish, deltaFiles, deltaLinks, deltaOutputs, findBuiltBase, findDelta, findDeltaSite, lookForInput, mayRestore, noteDeltaTold, parseDeltaInputs, parsedInputs as parsedInputs$1, previewOf, readCommit, readHandoff, readInput, readRunner, requireOutput, runStep, tellDelta, tellDeltaOnPage, toPosix, webAddress, writeDeltaFolder } from "./shared.js";
import { join, relative } from "node:path";

// src/entry/delta.ts
/** The action in `delta/`: after a build, says what readers will see change, and writes files for other tools. */
const host = actionsHost();
const outputs = () => ({ "anything-to-deploy": "true" });
await runStep({
	host,
	otherwise: "What readers will see is not known",
	outputs
}, async () => {
	const runner = readRunner();
	const inputs = parsedInputs(runner);
	const before = readHandoff(runner.temp, inputs.site);
	const site = findDeltaSite(inputs.site, {
		raw: before?.rawInputs ?? {},
		variables: runner.variables
	});
	const output = requireOutput(inputs.output, site);
	const found = await findDelta({
		output,
		base: await baseOf(inputs, runner, before),
		site
	});
	const { pullRequest } = runner.github;
	const baseUrl = inputs.baseUrl ?? webAddress(site?.config.baseUrl);
	const told = deltaFiles(found, {
		...inputs,
		baseUrl,
		preview: previewOf(inputs.previewUrl, pullRequest),
		commit: readCommit(inputs.site),
		event: runner.run.event,
		now: (/* @__PURE__ */ new Date()).toISOString()
	});
	const folder = inputs.filesPath ?? join(runner.temp, "bengal-cache", "delta");
	await writeDeltaFolder({
		folder,
		output,
		...told
	});
	for (const warning of told.warnings) host.warning(warning);
	const paths = {
		filesPath: folder,
		deltaPath: join(folder, DELTA_FILE)
	};
	for (const [name, value] of Object.entries(deltaOutputs(found.delta, paths))) host.setOutput(name, value);
	const repositoryFolder = toPosix(relative(runner.workspace, inputs.site));
	const wish = commentWish(inputs, runner, repositoryFolder);
	const links = deltaLinks({
		previewUrl: inputs.previewUrl,
		pullRequest,
		baseUrl
	});
	const path = before === void 0 ? void 0 : parsedInputs$1(before.rawInputs, runner).htmlPath;
	await tellDeltaOnPage(found.delta, {
		host,
		path,
		links,
		vanished: inputs.vanished !== "off"
	});
	await tellDelta(found.delta, {
		host,
		links,
		vanished: inputs.vanished,
		folder: repositoryFolder,
		about: {
			isPullRequest: pullRequest !== void 0,
			pages: before?.totalPages
		},
		comment: {
			...wish,
			setting: inputs.comment,
			before: before?.comment ?? ""
		}
	});
	noteDeltaTold(runner.temp, inputs.site);
});
function parsedInputs({ workspace }) {
	const names = Object.keys(DELTA_INPUTS).filter((name) => name !== "signing-key");
	const raw = Object.fromEntries(names.map((name) => [name, readInput(name)]));
	const parsed = parseDeltaInputs(raw, {
		workspace,
		limit: workspace,
		look: lookForInput,
		hasStore: true
	});
	if (!parsed.ok) throw new UserError(parsed.problems);
	return parsed.value;
}
/** Without a base that was given, only what this job restored: what else lies there is nobody's. */
async function baseOf({ base, site }, { store, run }, before) {
	switch (base.kind) {
		case "folder": return {
			kind: "folder",
			folder: base.path,
			name: base.name
		};
		case "file": return {
			kind: "manifest",
			file: base.path,
			name: base.name
		};
		case "recorded": return before === void 0 ? {
			kind: "none",
			why: "this job has restored nothing"
		} : await findBuiltBase({
			before,
			run,
			store,
			timeout: DEFAULT_DEADLINE_MS,
			now: Date.now()
		});
		case "key": {
			const { access, needs, why } = accessFor(run, {
				readOnly: false,
				save: true
			});
			if (!mayRestore(access)) return {
				kind: "none",
				why
			};
			const acceptance = {
				needs,
				repository: run.repository,
				maxAge: void 0,
				now: Date.now()
			};
			return {
				kind: "store",
				store,
				key: base.key,
				site,
				acceptance
			};
		}
	}
}

export {  };