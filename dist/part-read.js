import { __name } from "./part-rolldown-runtime.js";
import { lstatSync, readFileSync, readdirSync, readlinkSync, realpathSync, statSync } from "./part-digest.js";

// src/disk/outcome.ts
/** Thrown where the work makes no sense without what cannot be read. The message is a sentence for people. */
var DiskTrouble = class extends Error {
	constructor(why, cause) {
		super(why, { cause });
		this.name = "DiskTrouble";
	}
};
const ABSENT = { kind: "absent" };
/** The outcome of something that answers `undefined`, or throws as Node does, where there is nothing. */
function outcomeOf(path, ask) {
	try {
		const value = ask();
		return value === void 0 ? ABSENT : {
			kind: "present",
			value
		};
	} catch (thrown) {
		return isAbsence(thrown) ? ABSENT : unreadable(path, thrown);
	}
}
function unreadable(path, thrown) {
	const reason = reasonOf(thrown);
	return {
		kind: "unreadable",
		why: `${JSON.stringify(path)} cannot be read: ${reason}`,
		reason
	};
}
/** The value, or `undefined` where there is nothing. Throws `DiskTrouble` where nobody can tell. */
function ifPresent(outcome) {
	if (outcome.kind === "unreadable") throw new DiskTrouble(outcome.why);
	return outcome.kind === "present" ? outcome.value : void 0;
}
/** The value of what has to be there: it was listed a moment ago, say. Throws `DiskTrouble` without one. */
function needed(path, outcome) {
	const value = ifPresent(outcome);
	if (value === void 0) throw new DiskTrouble(`${JSON.stringify(path)} is gone since it was listed`);
	return value;
}
/** The value, or `undefined` for whatever reason: for what may be missing without anybody being told. */
function atBest(outcome) {
	return outcome.kind === "present" ? outcome.value : void 0;
}
/** No such name, or a file where a folder would have to be. */
function isAbsence(thrown) {
	const code = codeOf(thrown);
	return code === "ENOENT" || code === "ENOTDIR";
}
/** What the system says, in words that tell people what to do. */
const WORDS = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	EBUSY: "something else holds it",
	EINVAL: "no file can have this name",
	EIO: "the disk reports an error",
	EISDIR: "it is a folder",
	ELOOP: "a symbolic link leads in a circle",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open",
	ENAMETOOLONG: "the name is too long",
	ENOMEM: "there is not enough memory",
	ENOSPC: "the disk is full",
	ENXIO: "it is no regular file",
	EROFS: "the disk is read-only",
	ESTALE: "the network disk has lost it",
	ERR_FS_FILE_TOO_LARGE: "it is too large",
	ERR_STRING_TOO_LONG: "it is too large",
	ERR_INVALID_ARG_VALUE: "no file can have this name"
};
/** Why the disk refused, without the path. */
function reasonOf(thrown) {
	const code = codeOf(thrown);
	if (code === void 0) return thrown instanceof Error ? thrown.message : String(thrown);
	const words = WORDS[code];
	return words === void 0 ? code : `${words} (${code})`;
}
/** The code of an error of the system; `undefined` for any other. */
function codeOf(thrown) {
	const code = thrown instanceof Error && "code" in thrown ? thrown.code : void 0;
	return typeof code === "string" ? code : void 0;
}

// src/disk/look.ts
/** What stands at a path; a symbolic link is one. */
function look(path) {
	return outcomeOf(path, () => lstatSync(path, { throwIfNoEntry: false }));
}
/** The same to the nanosecond. */
function lookExactly(path) {
	return outcomeOf(path, () => lstatSync(path, {
		throwIfNoEntry: false,
		bigint: true
	}));
}
/** What stands where a path leads to, through symbolic links. */
function lookThrough(path) {
	return outcomeOf(path, () => statSync(path, { throwIfNoEntry: false }));
}
/** The same to the nanosecond. */
function lookThroughExactly(path) {
	return outcomeOf(path, () => statSync(path, {
		throwIfNoEntry: false,
		bigint: true
	}));
}
/** Whether a path leads to anything. Throws `DiskTrouble` where nobody can tell. */
function isThere(path) {
	return ifPresent(lookThrough(path)) !== void 0;
}

// src/disk/read.ts
function readBytes(path) {
	return outcomeOf(path, () => readFileSync(path));
}
function readText(path) {
	return outcomeOf(path, () => readFileSync(path, "utf8"));
}
/** The bytes of a file that has to be there. Throws `DiskTrouble`. */
function neededBytes(path) {
	return needed(path, readBytes(path));
}
/** The text of a file that has to be there. Throws `DiskTrouble`. */
function neededText(path) {
	return needed(path, readText(path));
}
/** What a folder holds; a link to a folder is none. */
function readFolder(path) {
	const found = look(path);
	if (found.kind !== "present") return found;
	return found.value.isDirectory() ? readFolderThrough(path) : { kind: "absent" };
}
/**
* What a folder, or one that a link leads to, holds. Where a name in it is no text, it counts as unreadable: what we would
* call the file does not exist.
*/
function readFolderThrough(path) {
	return outcomeOf(path, () => {
		const entries = readdirSync(path, { withFileTypes: true });
		if (entries.some(({ name }) => name.includes("�")) && holdsForeignName(path)) throw new Error("it holds a name that is no UTF-8");
		return entries;
	});
}
function holdsForeignName(path) {
	return readdirSync(path, { encoding: "buffer" }).some((name) => !Buffer.from(name.toString("utf8"), "utf8").equals(name));
}
/** Where a path leads to, through every link. */
function readRealPath(path) {
	return outcomeOf(path, () => realpathSync(path));
}
/** Where a link points to, as it is written in it. */
function readLink(path) {
	return outcomeOf(path, () => readlinkSync(path));
}

export { DiskTrouble, atBest, codeOf, ifPresent, isAbsence, isThere, look, lookExactly, lookThrough, lookThroughExactly, needed, neededBytes, neededText, outcomeOf, readBytes, readFolder, readFolderThrough, readLink, readRealPath, readText, reasonOf };