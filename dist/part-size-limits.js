import { __name } from "./part-rolldown-runtime.js";
import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, renameSync, unlinkSync, writeFileSync } from "./part-digest.js";
import { dirname, join } from "node:path";
import { randomBytes } from "node:crypto";

// src/bengal/atomic-write.ts
/**
* Replaces a file in one step: readers, and whoever looks after a crash, see all of the old content or all of the new.
* The temporary file beside it is called `tmp????????.tmp`, like those of Python's `mkstemp` that Bengal uses, so that
* Bengal and we pass over one that a crash leaves. An existing regular file keeps its permission bits. Content may come
* in parts.
*
* @throws what the file system reports, or whoever makes the parts; then the old file is untouched and no temporary file is left.
*/
function writeAtomically(path, content, options = {}) {
	const folder = dirname(path);
	const temporary = join(folder, `tmp${randomBytes(4).toString("hex")}.tmp`);
	const mode = modeOf(path) ?? options.mode;
	const file = openSync(temporary, "wx", mode ?? 438);
	try {
		try {
			if (mode !== void 0) fchmodSync(file, mode);
			for (const part of content instanceof Uint8Array ? [content] : content) writeFileSync(file, part);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, path);
	} catch (thrown) {
		unlinkSync(temporary);
		throw thrown;
	}
	syncFolder(folder);
}
function modeOf(path) {
	const stat = lstatSync(path, { throwIfNoEntry: false });
	return stat?.isFile() === true ? stat.mode & 4095 : void 0;
}
/** Makes the rename itself durable. Windows cannot open folders, and some network file systems cannot sync them. */
function syncFolder(folder) {
	let handle;
	try {
		handle = openSync(folder, "r");
	} catch {
		return;
	}
	try {
		fsyncSync(handle);
	} catch {} finally {
		closeSync(handle);
	}
}

// src/bengal/size-limits.ts
/**
* A 629-page site has 48 MB in its largest state file. 256 MiB of JSON still parse within Node's default heap; V8 ends
* the process, uncatchably, somewhere above, so larger files are refused before they are read.
*/
const DEFAULT_LIMITS = {
	fileBytes: 268435456,
	contentBytes: 268435456
};

export { DEFAULT_LIMITS, writeAtomically };