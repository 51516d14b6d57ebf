import { __name } from "./part-rolldown-runtime.js";
import { posix } from "node:path";
import { closeSync, constants, cpSync, createReadStream, createWriteStream, existsSync, fchmodSync, fstatSync, fsyncSync, futimesSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, rmdirSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createHash, hash } from "node:crypto";

// src/core/order.ts
/** Orders strings by UTF-16 code unit. Never `localeCompare`: its order depends on the machine, and ours feeds digests. */
function byCodeUnit(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}
/** A comparator on a string that each value yields. */
function by(key) {
	return (left, right) => byCodeUnit(key(left), key(right));
}
/** Whether two lists hold the same strings in the same order. */
function isSameList(left, right) {
	return left.length === right.length && left.every((item, at) => item === right[at]);
}
/** The distinct strings, sorted by code unit. */
function sortedUnique(values) {
	return [...new Set(values)].sort(byCodeUnit);
}

// src/core/json.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function field(value, key) {
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function asString(value) {
	return typeof value === "string" ? value : void 0;
}
function asFiniteNumber(value) {
	return typeof value === "number" && Number.isFinite(value) ? value : void 0;
}
function asArray(value) {
	return Array.isArray(value) ? value : [];
}
function asStrings(value) {
	return asArray(value).filter((item) => typeof item === "string");
}
/** The entries of an object in stored order; nothing for any other value. */
function entriesOf(value) {
	return isObject(value) ? Object.entries(value) : [];
}

// src/core/engine-words.ts
/**
* What Node and V8 say of bad input, in our words: their texts name tokens and settings of theirs, quote the input, and
* change from version to version. `undefined` for what nobody but a programmer can make sense of.
*/
function engineWords(error) {
	const code = "code" in error && typeof error.code === "string" ? error.code : void 0;
	if ("syscall" in error && String(error.syscall).startsWith("spawn")) return PROGRAMS[code ?? ""];
	if (error instanceof SyntaxError && /\bJSON\b/.test(error.message)) return jsonWords(error.message);
	if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "it is not UTF-8";
	if (code === "ERR_STRING_TOO_LONG" || error instanceof RangeError && /string length/i.test(error.message)) return "it is too long to be read as text";
	if (error instanceof RangeError && /call stack/i.test(error.message)) return "it is nested too deeply";
}
/** Why a program has given no answer, by the codes of `spawn`. */
const PROGRAMS = {
	ENOENT: "there is no such program (ENOENT)",
	EACCES: "it may not be run (EACCES)",
	ENOBUFS: "it answered with too much (ENOBUFS)",
	ETIMEDOUT: "it did not answer in time (ETIMEDOUT)",
	EMFILE: "too many files are open (EMFILE)",
	EAGAIN: "too many programs are running (EAGAIN)"
};
function jsonWords(message) {
	if (/end of JSON input|^Unterminated/.test(message)) return "it is not valid JSON: it ends too early";
	const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
	return line === void 0 || column === void 0 ? "it is not valid JSON" : `it is not valid JSON: line ${line}, column ${column}`;
}

// src/core/result.ts
function ok(value) {
	return {
		ok: true,
		value
	};
}
function failed(...problems) {
	return {
		ok: false,
		problems
	};
}
/** The message of anything that was thrown, in words for people. */
function messageOf(thrown) {
	return thrown instanceof Error ? engineWords(thrown) ?? thrown.message : String(thrown);
}

// src/core/user-error.ts
/** Bad input: the user has to change something. Carries every problem at once; shown without a stack. */
var UserError = class extends Error {
	problems;
	constructor(problems) {
		super(problems.join("\n"));
		this.name = "UserError";
		this.problems = problems;
	}
};

// src/core/paths.ts
/** Backslashes become slashes, as Bengal stores paths. */
function toPosix(path) {
	return path.replaceAll("\\", "/");
}
/** True for `/a`, `C:/a` and `//server/share` in POSIX spelling. */
function isAbsolutePosix(path) {
	return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}
/**
* A relative path that stays below its root, in normal form; `undefined` for anything else (absolute, climbing out,
* empty, or with a NUL). Never throws: the path may come from a hostile file.
*/
function sitePath(path) {
	const slashed = toPosix(path);
	if (slashed === "" || slashed.includes("\0") || isAbsolutePosix(slashed)) return void 0;
	const normal = posix.normalize(slashed).replace(/\/$/, "");
	return normal === "." || normal === ".." || normal.startsWith("../") ? void 0 : normal;
}
/** The path of `path` below `root` (both absolute, POSIX), or `undefined` when it lies elsewhere. */
function below(root, path) {
	const prefix = root.endsWith("/") ? root : `${root}/`;
	return path.startsWith(prefix) ? sitePath(path.slice(prefix.length)) : void 0;
}
/** `folder` itself or anything below it. */
function isWithin(folder, path) {
	return path === folder || path.startsWith(`${folder}/`);
}
/** Folders of a site that hold what its author wrote, and the repository's own: nothing that is built lies there. */
const AUTHORED_FOLDERS = [...[
	".git",
	".github",
	"content",
	"templates",
	"themes",
	"data",
	"assets",
	"static",
	"i18n",
	"config"
]];

// src/core/digest.ts
/** SHA-256 of bytes, or of the UTF-8 form of a string. */
function sha256(content) {
	return hash("sha256", content, "hex");
}
/** SHA-256 of bytes that come piece by piece. */
function createDigest() {
	const digest = createHash("sha256");
	return {
		update: (piece) => void digest.update(piece),
		end: () => digest.digest("hex")
	};
}
/**
* SHA-256 over named parts. Every name and value is prefixed with its length in bytes, so that no two different
* lists of parts can run together into the same bytes.
*/
function digestOfParts(parts) {
	const digest = createHash("sha256");
	for (const [name, value] of parts) for (const piece of [name, value]) {
		const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
		digest.update(`${String(bytes.byteLength)}:`);
		digest.update(bytes);
	}
	return digest.digest("hex");
}
function isSha256(value) {
	return /^[0-9a-f]{64}$/.test(value);
}
function isGitId(value) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

export { AUTHORED_FOLDERS, UserError, asArray, asFiniteNumber, asString, asStrings, below, by, byCodeUnit, closeSync, constants, cpSync, createDigest, createReadStream, createWriteStream, digestOfParts, entriesOf, existsSync, failed, fchmodSync, field, fstatSync, fsyncSync, futimesSync, isAbsolutePosix, isGitId, isObject, isSameList, isSha256, isWithin, linkSync, lstatSync, messageOf, mkdirSync, ok, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, rmdirSync, sha256, sitePath, sortedUnique, statSync, toPosix, unlinkSync, utimesSync, writeFileSync };