import { __name } from "./rolldown-runtime.js";
import { actionsHost, buildEverything, prepareBuild, runStep, writeHandoff } from "./shared.js";

// src/entry/restore.ts
/** The action that restores and reports, and leaves saving to `save/`. */
const host = actionsHost();
await runStep(buildEverything(host), async () => {
	const { runner, handoff } = await prepareBuild(host);
	writeHandoff(runner.temp, handoff);
});

export {  };