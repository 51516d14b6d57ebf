import { __name } from "./rolldown-runtime.js";
import { actionsHost, buildEverything, prepareBuild, runStep } from "./shared.js";

// src/entry/restore.ts
/** The action that restores and reports, and leaves saving to `save/`. */
const host = actionsHost();
await runStep(buildEverything(host), async () => {
	await prepareBuild(host);
});

export {  };