import { __name } from "./part-rolldown-runtime.js";
import { realpathSync } from "./part-digest.js";

// src/disk/system-files.ts
/** Whether a path leads to what looks like files and is none: reading it can fail, wait, or never end. */
function isOfSystem(path) {
	try {
		return /^\/(?:proc|sys|dev)(?:\/|$)/.test(realpathSync.native(path));
	} catch {
		return false;
	}
}

export { isOfSystem };