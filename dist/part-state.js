import { __name } from "./part-rolldown-runtime.js";
import { UserError, asArray, asFiniteNumber, asString, asStrings, below, closeSync, constants, entriesOf, field, fstatSync, isAbsolutePosix, isObject, messageOf, openSync, readFileSync, readdirSync, rmSync, sitePath, sortedUnique, toPosix } from "./part-digest.js";
import { atBest, ifPresent, isThere, look, lookThrough, needed, outcomeOf, readRealPath } from "./part-read.js";
import { isInside, portableCodec, realPathOf, resolvePlace, walkFrames } from "./part-portable-codec.js";
import { DEFAULT_LIMITS, writeAtomically } from "./part-size-limits.js";
import { claimedUrls, fileRefReader, findRecordedRoots, joinPages, nameOfRef, outputPath, slugsOf, urlOfOutput } from "./part-recorded-page.js";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import * as zlib from "node:zlib";

// src/bengal/state-place.ts
/** Where the state of a site lies. Bengal makes no links in it, so a folder there that is one is refused with the whole. */
function resolveState(site) {
	const place = resolvePlace(site, ".bengal");
	if (place.kind === "refused") return place;
	const folders = [""];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		const here = join(place.at, folder);
		for (const entry of atBest(outcomeOf(here, () => readdirSync(here, { withFileTypes: true }))) ?? []) {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) folders.push(path);
			else if (entry.isSymbolicLink() && leavesState(place.at, join(place.at, path))) return {
				kind: "refused",
				why: `${JSON.stringify(join(".bengal", path))} is a symbolic link that leads out of the state`
			};
		}
	}
	return place;
}
function leavesState(state, link) {
	if (atBest(lookThrough(link))?.isDirectory() !== true) return false;
	const [root, target] = [realPathOf(state), realPathOf(link)];
	return root === void 0 || target === void 0 || !isInside(root, target);
}

// src/compression/addon-codec.ts
/**
* The native addon `@mongodb-js/zstd`, an optional dependency; `undefined` where it is not installed
* (`ERR_MODULE_NOT_FOUND`) or was installed without being built (`MODULE_NOT_FOUND`, or a loader error of the platform).
*/
async function addonCodec() {
	try {
		const addon = await import("@mongodb-js/zstd");
		return {
			name: "@mongodb-js/zstd",
			boundsOutput: false,
			compress: (content, level) => addon.compress(Buffer.from(content), level),
			decompressFrame: (frame) => addon.decompress(Buffer.from(frame))
		};
	} catch {
		return;
	}
}

// src/compression/node-codec.ts
/** Node's own zstd: since 22.15, so also in the runner's Node 24; `undefined` on an older Node. */
function nodeCodec() {
	if (typeof zlib.zstdCompress !== "function") return void 0;
	const compress = promisify(zlib.zstdCompress);
	const decompress = promisify(zlib.zstdDecompress);
	const { ZSTD_c_compressionLevel } = zlib.constants;
	return {
		name: "node:zlib",
		boundsOutput: true,
		compress: (content, level) => compress(content, {
			params: { [ZSTD_c_compressionLevel]: level },
			pledgedSrcSize: content.byteLength
		}),
		decompressFrame: (frame, maxBytes) => decompress(frame, {
			maxOutputLength: Math.max(1, maxBytes),
			chunkSize: 1 << 20
		})
	};
}

// src/compression/zstd.ts
/** The codec of this process: the addon where it loads, Node's own zstd elsewhere, and on an old Node one in JavaScript. */
async function loadCodec() {
	return await addonCodec() ?? nodeCodec() ?? portableCodec();
}
/**
* Decodes all frames of `bytes`, strictly: truncated input, junk between or after frames and a content size other than
* the declared one are malformed, and content that could exceed `maxBytes` is refused before anything is allocated.
*/
async function decompress(codec, bytes, maxBytes) {
	const walked = walkFrames(bytes);
	if (walked.kind === "malformed") return walked;
	const size = walked.frames.reduce((sum, frame) => sum + sizeToExpect(frame, codec), 0);
	if (size > maxBytes) return {
		kind: "too-large",
		why: `could decompress to ${String(size)} bytes, more than ${String(maxBytes)}`
	};
	const pieces = [];
	try {
		for (const frame of walked.frames) {
			if (frame.contentSize !== void 0 && frame.contentSize > frame.maxContentSize) return {
				kind: "malformed",
				why: "zstd frame declares more content than its blocks can hold"
			};
			const limit = frame.contentSize ?? frame.maxContentSize;
			const content = await codec.decompressFrame(bytes.subarray(frame.start, frame.end), limit);
			if (frame.contentSize !== void 0 && content.byteLength !== frame.contentSize) return {
				kind: "malformed",
				why: "zstd frame holds another amount of content than it declares"
			};
			pieces.push(content);
		}
	} catch (thrown) {
		return {
			kind: "malformed",
			why: `zstd: ${messageOf(thrown)}`
		};
	}
	return {
		kind: "content",
		content: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
	};
}
/** A codec that stops at a limit may be given the declared size; for one that does not, only the block headers count. */
function sizeToExpect(frame, codec) {
	return codec.boundsOutput && frame.contentSize !== void 0 ? frame.contentSize : frame.maxContentSize;
}

// src/bengal/envelope.ts
/** The only Python that Bengal 0.1.6 to 0.5.1 are known to write these files with (its zstd came with 3.14). */
const USUAL_PYTHON = "3.14";
/** @throws UserError for anything but `major.minor`, each of at most three digits. */
function checkedPython(version) {
	if (/^\d{1,2}\.\d{1,3}$/.test(version)) return version;
	throw new UserError([`Expected the Python that will read the file, such as \`3.14\`, got ${JSON.stringify(version)}`]);
}
const PICKLE_PROTOCOL_2 = [128, 2];
const PICKLE_STOP = 46;
/** Pickle opcodes for integers and the bytes that follow each. */
const INTEGER_BYTES = {
	75: 1,
	77: 2,
	74: 4
};
/** Reads the header that Bengal puts before zstd: `bg`, then two pickled integers, format version and Python version. */
function readEnvelope(bytes) {
	if (bytes[0] === 40 && bytes[1] === 181) return { kind: "zstd" };
	if (bytes[0] !== 98 || bytes[1] !== 103) return startsLikeJson(bytes) ? { kind: "plain" } : {
		kind: "foreign",
		why: "neither Bengal's header, zstd nor JSON"
	};
	const format = readPickledInteger(bytes, 2);
	const python = format && readPickledInteger(bytes, format.end);
	if (!format || !python) return {
		kind: "foreign",
		why: "Bengal's header is damaged"
	};
	return {
		kind: "headed",
		format: format.value,
		python: pythonMinor(python.value),
		bodyStart: python.end
	};
}
/** The payload's bytes, or why there are none. Content above `maxBytes` is refused before it is allocated. */
async function openEnvelope(bytes, codec, maxBytes) {
	const envelope = readEnvelope(bytes);
	switch (envelope.kind) {
		case "foreign": return {
			kind: "malformed",
			why: envelope.why,
			envelope
		};
		case "plain": return {
			kind: "content",
			content: bytes,
			envelope
		};
		case "zstd": return {
			...await decompress(codec, bytes, maxBytes),
			envelope
		};
		case "headed": return {
			...await decompress(codec, bytes.subarray(envelope.bodyStart), maxBytes),
			envelope
		};
	}
}
/** The 15 bytes that Bengal, run by this Python, expects before the zstd frame. */
function headerFor(python) {
	const [major = 0, minor = 0] = python.split(".").map(Number);
	const header = Buffer.from([
		98,
		103,
		128,
		2,
		75,
		1,
		46,
		128,
		2,
		74,
		0,
		0,
		0,
		0,
		46
	]);
	header.writeInt32LE(major << 24 | minor, 10);
	return header;
}
function readPickledInteger(bytes, at) {
	if (bytes[at] !== PICKLE_PROTOCOL_2[0] || bytes[at + 1] !== PICKLE_PROTOCOL_2[1]) return void 0;
	const size = INTEGER_BYTES[bytes[at + 2] ?? -1];
	const end = at + 3 + (size ?? 0);
	if (size === void 0 || bytes[end] !== PICKLE_STOP) return void 0;
	const view = new DataView(bytes.buffer, bytes.byteOffset + at + 3, size);
	return {
		value: size === 1 ? view.getUint8(0) : size === 2 ? view.getUint16(0, true) : view.getInt32(0, true),
		end: end + 1
	};
}
function pythonMinor(packed) {
	return `${String(packed >> 24)}.${String(packed & 16777215)}`;
}
function startsLikeJson(bytes) {
	const first = bytes.find((byte) => byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13);
	return first === 123 || first === 91;
}

// src/bengal/long-integers.ts
/** No integer with fewer digits exceeds 2^53. */
const FEWEST_DIGITS = 16;
const [QUOTE$1, BACKSLASH, MINUS, ZERO, NINE, COLON] = [
	34,
	92,
	45,
	48,
	57,
	58
];
/**
* The integers in JSON that a JavaScript number cannot hold exactly, in order. Digits inside strings are passed over.
* What is no JSON may give any spans; the parser will reject it all the same.
*
* Sixteen digits in a row cover a position that is a multiple of sixteen, so only every sixteenth byte is looked at.
* (A `JSON.parse` reviver with access to the source text costs six times the parse.)
*/
function findLongIntegers(bytes) {
	const found = [];
	const strings = stringWatch(bytes);
	for (let probe = 15; probe < bytes.length; probe += FEWEST_DIGITS) {
		if (!isDigit(bytes[probe])) continue;
		const digits = digitsAround(bytes, probe);
		const start = startOfLongInteger(bytes, digits);
		if (start !== void 0 && (isAfterPlainKey(bytes, start) || !strings.covers(start))) found.push({
			start,
			end: digits.end
		});
		while (probe + FEWEST_DIGITS < digits.end) probe += FEWEST_DIGITS;
	}
	return found;
}
function digitsAround(bytes, probe) {
	let start = probe;
	while (isDigit(bytes[start - 1])) start--;
	let end = probe + 1;
	while (isDigit(bytes[end])) end++;
	return {
		start,
		end
	};
}
/** The start of the integer that the digits make, sign included, if they make one and a number cannot hold it. */
function startOfLongInteger(bytes, { start: first, end }) {
	const length = end - first;
	if (length < FEWEST_DIGITS || bytes[first] === ZERO) return void 0;
	const start = bytes[first - 1] === MINUS ? first - 1 : first;
	if (!mayPrecedeValue(bytes[start - 1]) || !mayFollowValue(bytes[end])) return void 0;
	return length === FEWEST_DIGITS && Number.isSafeInteger(Number(Buffer.from(bytes.subarray(first, end)).toString())) ? void 0 : start;
}
/**
* Whether `"word":` stands before the number. Then it is outside of strings for sure: inside one, the quotes would have
* backslashes, and a word between the end of a string and the beginning of the next is no JSON. Nearly all long integers
* are values of such keys (`mtime_ns`), so the strings before them need not be looked at.
*/
function isAfterPlainKey(bytes, start) {
	let at = skipSpaceBackwards(bytes, start - 1);
	if (bytes[at] !== COLON) return false;
	at = skipSpaceBackwards(bytes, at - 1);
	if (bytes[at] !== QUOTE$1) return false;
	const closing = at;
	do
		at--;
	while (isWord(bytes[at]));
	return closing - at > 1 && bytes[at] === QUOTE$1 && bytes[at - 1] !== BACKSLASH;
}
/** Tells whether positions, asked in rising order, lie inside a string. Reads the bytes once, and only when asked. */
function stringWatch(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let inside = false;
	let quote = buffer.indexOf(QUOTE$1);
	return { covers(position) {
		while (quote !== -1 && quote < position) {
			if (!inside || !isEscaped(bytes, quote)) inside = !inside;
			quote = buffer.indexOf(QUOTE$1, quote + 1);
		}
		return inside;
	} };
}
function isEscaped(bytes, quote) {
	let at = quote;
	while (bytes[at - 1] === BACKSLASH) at--;
	return (quote - at) % 2 === 1;
}
function skipSpaceBackwards(bytes, from) {
	let at = from;
	while (isSpace(bytes[at])) at--;
	return at;
}
function isDigit(byte) {
	return byte !== void 0 && byte >= ZERO && byte <= NINE;
}
function isSpace(byte) {
	return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
/** `[a-z_]`, either case. */
function isWord(byte) {
	return byte !== void 0 && (byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte === 95);
}
/** The beginning of the text, `[`, `:`, `,` or space. */
function mayPrecedeValue(byte) {
	return byte === void 0 || byte === 91 || byte === COLON || byte === 44 || isSpace(byte);
}
/** The end of the text, `]`, `}`, `,` or space. */
function mayFollowValue(byte) {
	return byte === void 0 || byte === 93 || byte === 125 || byte === 44 || isSpace(byte);
}

// src/bengal/exact-json.ts
/**
* JSON integers that a JavaScript number cannot hold are kept as strings with this mark before them: Bengal stores times
* in nanoseconds. The mark holds a random part of this process, so that no stored text can pass for an integer.
*/
const MARK = `#${randomBytes(12).toString("base64url")}#`;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, "g");
const OPENING = Buffer.from(`"${MARK}`);
const QUOTE = 34;
const NOT_PRINTABLE_ASCII = /[\u007f-\uffff]/g;
/**
* Parses UTF-8 JSON without losing a digit of an integer; `asInteger` gives it back. Everything else is as `JSON.parse`
* makes it. Invalid UTF-8 is malformed, never replaced, and so are Python's bare `NaN` and `Infinity`.
*/
function parseExact(bytes) {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(markLongIntegers(bytes));
		return {
			kind: "json",
			value: JSON.parse(text)
		};
	} catch (thrown) {
		return {
			kind: "malformed",
			why: messageOf(thrown)
		};
	}
}
function markLongIntegers(bytes) {
	const found = findLongIntegers(bytes);
	if (found.length === 0) return bytes;
	const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const marked = Buffer.allocUnsafe(source.length + found.length * (OPENING.length + 1));
	let copied = 0;
	let length = 0;
	for (const { start, end } of found) {
		length += source.copy(marked, length, copied, start);
		length += OPENING.copy(marked, length);
		length += source.copy(marked, length, start, end);
		marked[length++] = QUOTE;
		copied = end;
	}
	source.copy(marked, length, copied);
	return marked;
}
/**
* Compact JSON with the integers that `parseExact` or `fromInteger` kept. With `ascii`, everything but printable ASCII
* is escaped as Python's `json.dumps` does by default, which is the form of Bengal's `.json.zst` files.
*/
function stringifyExact(value, { ascii }) {
	const json = JSON.stringify(value).replaceAll(MARKED, "$1");
	return ascii ? escapeNonAscii(json) : json;
}
function escapeNonAscii(json) {
	return json.replaceAll(NOT_PRINTABLE_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Nothing that Bengal counts has more digits; making a number of millions of them would take minutes. */
const LONGEST_INTEGER = 1e3;
/** An integer of any size out of `parseExact`; `undefined` for fractions, other types and absurd sizes. */
function asInteger(value) {
	if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : void 0;
	if (typeof value !== "string" || !value.startsWith(MARK)) return void 0;
	const digits = value.slice(MARK.length);
	return digits.length <= LONGEST_INTEGER ? BigInt(digits) : void 0;
}
/** The form in which `parseExact` keeps an integer, for `stringifyExact`. */
function fromInteger(value) {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : `${MARK}${String(value)}`;
}

// src/bengal/cache-file.ts
/** The format version in the header; Bengal reads no other. */
const HEADER_FORMAT = 1;
/** What Python's `mkstemp`, through which Bengal writes these files, gives a new one. */
const NEW_FILE_MODE = 384;
/**
* Reads `<name>.json.zst` in a folder, or `<name>.json` when there is no such file. Takes no lock. Never throws for what
* is on disk; a file above the limits is refused before memory is allocated for it. A damaged `.json.zst` is corrupt even
* when an old twin lies beside it: the twin is older, and nobody knows by how much.
*/
async function readCacheFile(folder, name, limits = DEFAULT_LIMITS) {
	const codec = await loadCodec();
	const compressed = await readEnveloped(join(folder, `${name}.json.zst`), {
		codec,
		limits
	});
	if (compressed.kind !== "absent") return named(compressed, `${name}.json.zst`, false);
	return named(await readEnveloped(join(folder, `${name}.json`), {
		codec,
		limits
	}), `${name}.json`, true);
}
function named(file, path, twin) {
	switch (file.kind) {
		case "read": return {
			...file,
			path,
			twin
		};
		case "corrupt": return {
			...file,
			path
		};
		case "absent": return file;
	}
}
/** Reads a plain JSON object: `stores/*.json` and their like. Otherwise as `readCacheFile`. */
function readPlainFile(folder, path, limits = DEFAULT_LIMITS) {
	const bytes = readCapped(join(folder, path), limits.fileBytes);
	if (bytes.kind !== "bytes") return bytes.kind === "absent" ? bytes : {
		...bytes,
		path
	};
	const parsed = parseObject(bytes.bytes);
	return parsed.kind === "read" ? parsed : {
		...parsed,
		path
	};
}
/**
* Writes `<name>.json.zst` as Bengal does: compact ASCII JSON, zstd level 3, 15 bytes of header. Atomic; an existing file
* keeps its mode, a new one gets 0600. Then an old `<name>.json` is removed: Bengal prefers the new one, and takes the
* mere existence of `cache.json` for a wish to build incrementally. Takes no lock.
*
* @throws what the file system reports; the old file is then untouched.
*/
async function writeCacheFile({ folder, name, value, python }) {
	const path = join(folder, `${name}.json.zst`);
	writeAtomically(path, await encodeCacheFile(value, python), { mode: NEW_FILE_MODE });
	rmSync(join(folder, `${name}.json`), { force: true });
}
/** The bytes of a `.json.zst` file. */
async function encodeCacheFile(value, python) {
	const json = Buffer.from(stringifyExact(value, { ascii: true }), "latin1");
	const codec = await loadCodec();
	return Buffer.concat([headerFor(python), await codec.compress(json, 3)]);
}
async function readEnveloped(path, how) {
	const file = readCapped(path, how.limits.fileBytes);
	if (file.kind !== "bytes") return file;
	const opened = await openEnvelope(file.bytes, how.codec, how.limits.contentBytes);
	if (opened.kind !== "content") return {
		kind: "corrupt",
		why: opened.why
	};
	const { envelope } = opened;
	if (envelope.kind === "headed" && envelope.format !== HEADER_FORMAT) return {
		kind: "corrupt",
		why: `its header has format ${String(envelope.format)}, and only 1 is understood`
	};
	const parsed = parseObject(opened.content);
	return parsed.kind === "read" ? {
		...parsed,
		envelope
	} : parsed;
}
function parseObject(bytes) {
	const parsed = parseExact(bytes);
	if (parsed.kind === "malformed") return {
		kind: "corrupt",
		why: parsed.why
	};
	return isObject(parsed.value) ? {
		kind: "read",
		value: parsed.value
	} : {
		kind: "corrupt",
		why: "it holds no JSON object"
	};
}
function readCapped(path, maxBytes) {
	try {
		const entry = ifPresent(look(path));
		if (entry === void 0) return { kind: "absent" };
		if (!entry.isFile()) return {
			kind: "corrupt",
			why: "not a regular file"
		};
		const file = openSync(path, constants.O_RDONLY);
		try {
			const { size } = fstatSync(file);
			if (size > maxBytes) return {
				kind: "corrupt",
				why: `${String(size)} bytes, more than the ${String(maxBytes)} that are read`
			};
			return {
				kind: "bytes",
				bytes: readFileSync(file)
			};
		} finally {
			closeSync(file);
		}
	} catch (thrown) {
		return {
			kind: "corrupt",
			why: messageOf(thrown)
		};
	}
}

// src/bengal/state-file.ts
function stateReader(folder, limits = DEFAULT_LIMITS) {
	return {
		compressed: (name) => readCacheFile(folder, name, limits),
		plain: (name) => readPlainFile(folder, name, limits)
	};
}
/** A field of a file that may be absent or corrupt. */
function fieldOf(file, key) {
	return file.kind === "read" ? field(file.value, key) : void 0;
}

// src/bengal/effects.ts
/** Reads the `render_page` effects of `effects.json`; entries that are not understood are left out. */
function readEffects(file) {
	return asArray(fieldOf(file, "effects")).flatMap((effect) => readEffect(effect) ?? []);
}
function readEffect(effect) {
	const metadata = field(effect, "metadata");
	const source = asString(field(metadata, "source_path"));
	if (source === void 0) return void 0;
	const dependencies = asArray(field(effect, "depends_on")).flatMap((entry) => readDependency(entry) ?? []);
	const template = asString(field(metadata, "template"));
	return {
		source,
		href: asString(field(metadata, "href")),
		outputs: asStrings(field(effect, "outputs")),
		files: [...dependencies.filter(isPath), ...asStrings(field(metadata, "include_dependencies"))],
		templates: [...template === void 0 ? [] : [template], ...dependencies.filter((name) => !isPath(name))]
	};
}
/** `{"t":"p","v":path}` or `{"t":"s","v":template name}`; a plain string before Bengal 0.3.1. */
function readDependency(value) {
	return asString(value) ?? asString(field(value, "v"));
}
function isPath(dependency) {
	return dependency.startsWith("/") || /^[A-Za-z]:[\\/]/.test(dependency);
}

// src/bengal/fingerprint.ts
/** A hexadecimal SHA-256, whole or its first 16 digits or more; anything else says nothing. */
function asHash(value) {
	return value !== void 0 && /^[0-9a-f]{16,64}$/.test(value) ? value : void 0;
}

// src/bengal/recorded-file.ts
/** Input types whose path is a file. Template names are not paths. */
const AUTODOC_INPUTS = /* @__PURE__ */ new Set(["autodoc_source", "cli_source"]);
const FILE_INPUTS = /* @__PURE__ */ new Set([
	"content",
	"data",
	...AUTODOC_INPUTS
]);
/** Joins the fingerprint tables with the hashes that page records hold, so that no table alone is believed. */
function collectFiles(tables) {
	const files = /* @__PURE__ */ new Map();
	const entry = (recorded) => {
		const ref = tables.refOf(recorded);
		const name = nameOfRef(ref);
		const known = files.get(name) ?? {
			ref,
			hashes: /* @__PURE__ */ new Set(),
			size: void 0,
			mtimeNs: void 0,
			used: false,
			autodoc: false
		};
		files.set(name, known);
		return known;
	};
	for (const [path, value] of [...tables.fingerprints, ...tables.assets]) {
		const file = entry(path);
		const hash = asHash(asString(value) ?? asString(field(value, "hash")));
		if (hash !== void 0) file.hashes.add(hash);
		file.size ??= asFiniteNumber(field(value, "size"));
		file.mtimeNs ??= asInteger(field(value, "mtime_ns"));
	}
	for (const [path, value] of tables.modules) {
		const file = entry(path);
		file.used = file.autodoc = true;
		const hash = asHash(asString(field(value, "source_hash")));
		if (hash !== void 0) file.hashes.add(hash);
	}
	const templates = new Set([...files.keys()].filter((name) => name.startsWith("templates/")));
	for (const page of tables.pages) {
		collectInputs(page, entry);
		for (const input of page.inputs) {
			const path = `templates/${input.path}`;
			if (input.type === "template" && input.hash !== void 0 && templates.has(path)) entry(path).hashes.add(input.hash);
		}
	}
	return new Map([...files].map(([name, file]) => [name, {
		...file,
		hashes: [...file.hashes]
	}]));
}
function collectInputs(page, entry) {
	for (const input of page.inputs) {
		const path = fileOfInput(input.type, input.path);
		if (path === void 0 || input.type === "content" && page.kind !== "content") continue;
		const file = entry(path);
		file.used = true;
		file.autodoc ||= AUTODOC_INPUTS.has(input.type);
		if (input.hash !== void 0) file.hashes.add(input.hash);
	}
	const ownHash = asHash(asString(page.metadata?.["file_hash"]));
	if (page.kind === "content" && ownHash !== void 0) entry(page.key).hashes.add(ownHash);
	for (const ref of page.files) if (!nameOfRef(ref).includes(".bengal/generated/")) entry(nameOfRef(ref)).used = true;
}
/** The file behind a page input, as recorded; `undefined` where the input is no file, or only a template's name. */
function fileOfInput(type, path) {
	if (type.startsWith("cascade_")) return path.replace(/^cascade:/, "");
	return FILE_INPUTS.has(type) ? path : void 0;
}

// src/bengal/page-metadata.ts
/** Page key -> what Bengal noted of its front matter (`title`, `date`, `tags`, `section`, `file_hash`, ...). */
function readPageMetadata(file) {
	return new Map(entriesOf(fieldOf(file, "pages")).flatMap(([key, entry]) => {
		const metadata = field(entry, "metadata");
		return isObject(metadata) ? [[key, metadata]] : [];
	}));
}

// src/bengal/provenance.ts
/** Reads `provenance/index.json` and the records it names. Bengal checks no version there, and neither do we. */
function readProvenance(index, reader) {
	const records = /* @__PURE__ */ new Map();
	const pages = /* @__PURE__ */ new Map();
	const unreadable = [];
	for (const [page, combined] of entriesOf(fieldOf(index, "pages"))) {
		const name = asHash(asString(combined));
		if (name !== void 0 && !records.has(name)) records.set(name, readRecord(name, reader));
		const inputs = name === void 0 ? void 0 : records.get(name);
		if (inputs === void 0) unreadable.push(page);
		pages.set(page, inputs ?? []);
	}
	return {
		pages,
		unreadable,
		lastBuildNs: asInteger(fieldOf(index, "last_build_time_ns"))
	};
}
function readRecord(name, reader) {
	const file = reader.plain(`provenance/records/${name}.json`);
	if (file.kind !== "read") return void 0;
	const inputs = asArray(file.value["inputs"]).map(readInput);
	return inputs.length > 0 && inputs.every((input) => input !== void 0) ? inputs : void 0;
}
function readInput(value) {
	const type = asString(field(value, "type"));
	const path = asString(field(value, "path"));
	if (type === void 0 || path === void 0) return void 0;
	return {
		type,
		path,
		hash: asHash(asString(field(value, "hash")))
	};
}

// src/bengal/state.ts
/**
* Reads `.bengal` below the site. Never throws for what the files hold; only `cache.json.zst` itself is indispensable.
* Throws `UserError` when `outputDir` leads out of the site.
*/
async function readState(options) {
	const outputDir = sitePath(options.outputDir ?? "public");
	if (outputDir === void 0) throw new UserError([`outputDir: expected a folder inside the site, got ${JSON.stringify(options.outputDir)}`]);
	const place = resolveState(options.site);
	if (place.kind === "refused") return {
		kind: "corrupt",
		why: place.why
	};
	const folder = place.at;
	const stat = ifPresent(look(folder));
	if (stat === void 0) return {
		kind: "absent",
		why: "there is no .bengal folder"
	};
	if (!stat.isDirectory()) return {
		kind: "corrupt",
		why: ".bengal is not a folder"
	};
	const reader = stateReader(folder, options.limits);
	const main = await reader.compressed("cache");
	if (main.kind === "absent") return {
		kind: "absent",
		why: ".bengal holds no cache.json.zst"
	};
	if (main.kind === "corrupt") return {
		kind: "corrupt",
		why: `${main.path}: ${main.why}`
	};
	const secondary = {
		index: reader.plain("provenance/index.json"),
		effects: reader.plain("effects.json"),
		metadata: await reader.compressed("page_metadata"),
		taxonomy: await reader.compressed("taxonomy_index"),
		assets: reader.plain("provenance/asset_hashes.json")
	};
	const provenance = readProvenance(secondary.index, reader);
	const rendered = ifPresent(look(join(folder, "stores", "rendered_output.json")));
	const replaysRenderedOutput = rendered !== void 0 && rendered.size > 3;
	const here = [options.site, needed(options.site, readRealPath(options.site))].map(toPosix);
	const { elsewhere, ...known } = assemble({
		main: main.value,
		envelope: main.envelope,
		secondary,
		provenance,
		outputDir,
		here
	});
	const isHere = (page) => isThere(join(options.site, page));
	const moved = known.recordedRoot !== void 0 && (!here.includes(known.recordedRoot) || elsewhere.some(isHere));
	return {
		kind: "read",
		state: {
			...known,
			replaysRenderedOutput,
			moved
		}
	};
}
function assemble({ main, envelope, secondary, provenance, outputDir, here }) {
	const all = readEffects(secondary.effects);
	const metadata = readPageMetadata(secondary.metadata);
	const claims = entriesOf(main["url_claims"]).flatMap(([url, claim]) => isObject(claim) ? [[url, claim]] : []);
	const absolutePaths = [...all.map((effect) => effect.source), ...claims.map(([, claim]) => asString(claim["source"]) ?? "")];
	const roots = findRecordedRoots(absolutePaths, /* @__PURE__ */ new Set([...provenance.pages.keys(), ...metadata.keys()]));
	const recordedRoot = roots.find((root) => here.includes(root)) ?? roots[0];
	const refOf = fileRefReader(...recordedRoot === void 0 ? [] : [recordedRoot], ...roots);
	const { effects, elsewhere } = latestEffects(all, recordedRoot, refOf);
	const pages = joinPages({
		refOf,
		outputDir,
		inputs: provenance.pages,
		effects,
		metadata,
		urls: claimedUrls(claims, refOf)
	});
	return {
		schema: asFiniteNumber(main["version"]) ?? 0,
		python: envelope.kind === "headed" ? envelope.python : void 0,
		configHash: asString(main["config_hash"]),
		lastBuild: asString(main["last_build"]),
		lastBuildNs: provenance.lastBuildNs,
		recordedRoot,
		elsewhere,
		baseUrls: findBaseUrls(effects, (recorded) => outputPath(refOf(recorded), outputDir)),
		pages,
		files: collectFiles({
			refOf,
			pages: pages.values(),
			fingerprints: entriesOf(main["file_fingerprints"]),
			assets: secondary.assets.kind === "read" ? entriesOf(secondary.assets.value) : [],
			modules: entriesOf(main["autodoc_content_cache"])
		}),
		tags: collectTags(main, secondary.taxonomy, {
			pages: pages.values(),
			refOf
		}),
		doubts: findDoubts(secondary, provenance.unreadable)
	};
}
/** Of a page that was built in two folders, what it was made from in the one that counts. */
function latestEffects(all, root, refOf) {
	const isHere = ({ source }) => root === void 0 || !isAbsolutePosix(toPosix(source)) || below(root, toPosix(source)) !== void 0;
	const nameOf = ({ source }) => nameOfRef(refOf(source));
	const built = new Set(all.filter(isHere).map(nameOf));
	const others = all.filter((effect) => !isHere(effect) && !built.has(nameOf(effect)));
	return {
		effects: [...others, ...all.filter(isHere)],
		elsewhere: others.flatMap((effect) => refOf(effect.source).where === "site" ? [nameOf(effect)] : [])
	};
}
/** A page's address minus its path is what the site puts before every path. */
function findBaseUrls(effects, pathOf) {
	const bases = effects.flatMap(({ href, outputs }) => {
		const path = outputs.map(pathOf).find((known) => known !== void 0);
		if (href === void 0 || path === void 0) return [];
		const url = urlOfOutput(path);
		return [url, encodeURI(url)].filter((end) => href.endsWith(end)).map((end) => href.slice(0, -end.length));
	});
	return sortedUnique(bases);
}
/** Every table that ties tags to pages, joined: they disagree in key form, and old entries outlive their pages. */
function collectTags(main, taxonomy, known) {
	const tags = /* @__PURE__ */ new Map();
	const add = (slug, page) => void (tags.get(slug) ?? tags.set(slug, /* @__PURE__ */ new Set()).get(slug))?.add(nameOfRef(known.refOf(page)));
	for (const [page, names] of entriesOf(main["page_tags"])) for (const slug of slugsOf(asStrings(names))) add(slug, page);
	for (const [slug, pages] of entriesOf(main["tag_to_pages"])) for (const page of asStrings(asArray(pages))) add(slug, page);
	for (const [slug, entry] of entriesOf(fieldOf(taxonomy, "tags"))) for (const page of asStrings(field(entry, "page_paths"))) add(slug, page);
	for (const page of known.pages) if (page.kind === "content") for (const slug of page.tags) add(slug, page.key);
	return tags;
}
/** A state without effects or provenance is no state to select by; tags and metadata can be missing on a tagless site. */
function findDoubts(secondary, unreadableRecords) {
	const needed = {
		index: "provenance/index.json",
		effects: "effects.json",
		metadata: "page_metadata.json.zst"
	};
	const missing = Object.keys(needed).filter((name) => secondary[name].kind === "absent").map((name) => ({
		file: needed[name],
		why: "is missing"
	}));
	const foreign = [
		{
			name: "index",
			key: "pages",
			fits: isObject
		},
		{
			name: "effects",
			key: "effects",
			fits: Array.isArray
		},
		{
			name: "metadata",
			key: "pages",
			fits: isObject
		}
	].flatMap(({ name, key, fits }) => {
		const file = secondary[name];
		return file.kind === "read" && !fits(field(file.value, key)) ? [{
			file: needed[name],
			why: `holds no ${key}`
		}] : [];
	});
	const corrupt = Object.values(secondary).flatMap((file) => file.kind === "corrupt" ? [{
		file: file.path,
		why: file.why
	}] : []);
	const records = unreadableRecords.length === 0 ? [] : [{
		file: "provenance/records",
		why: `no readable record of ${String(unreadableRecords.length)} pages`
	}];
	return [
		...missing,
		...foreign,
		...corrupt,
		...records
	];
}

export { USUAL_PYTHON, asInteger, checkedPython, decompress, fileOfInput, fromInteger, loadCodec, parseExact, readCacheFile, readEnvelope, readPlainFile, readState, resolveState, stringifyExact, writeCacheFile };