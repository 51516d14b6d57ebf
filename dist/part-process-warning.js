import { __name } from "./part-rolldown-runtime.js";

// src/core/process-warning.ts
/** Where a library says what went wrong without harm, unless its user gives another place: a warning of the process. */
function warnProcess(sentence) {
	process.emitWarning(sentence, "BengalCacheWarning");
}

export { warnProcess };