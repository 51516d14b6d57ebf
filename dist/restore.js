import { __name } from "./rolldown-runtime.js";
import { actionsHost, endProcess, failOnTrouble, prepareBuild, writeHandoff } from "./shared.js";

// src/entry/restore.ts
/** The action that restores and reports, and leaves saving to `save/`. */
await failOnTrouble(async () => {
	const { runner, handoff } = await prepareBuild(actionsHost());
	writeHandoff(runner.temp, handoff);
});
endProcess();

export {  };