import { __exportAll, __name } from "./part-rolldown-runtime.js";
import { USUAL_PYTHON, asInteger, checkedPython, decompress, fromInteger, loadCodec, parseExact, readCacheFile, readEnvelope, readPlainFile, readState, stringifyExact, writeCacheFile } from "./part-state.js";
import { findRecordedRoot, tagSlug } from "./part-recorded-page.js";
import { graphFromJson, graphToJson } from "./part-graph-json.js";
import { UserError, asArray, asFiniteNumber, asString, asStrings, below, byCodeUnit, closeSync, entriesOf, existsSync, field, isAbsolutePosix, isObject, isSha256, messageOf, mkdirSync, openSync, readFileSync, readSync, realpathSync, renameSync, rmSync, sha256, sortedUnique, statSync, toPosix, writeFileSync } from "./part-digest.js";
import { PYTHON_COMPACT, PYTHON_COMPACT_SORTED, PYTHON_DEFAULT_SORTED, PythonNumber, byCodePoint, parsePythonJson, pythonJson } from "./part-python-json.js";
import { DEFAULT_LIMITS, writeAtomically } from "./part-size-limits.js";
import { ifPresent, look, lookExactly, needed } from "./part-read.js";
import { warnProcess } from "./part-process-warning.js";
import { environmentOfTools } from "./part-child-environment.js";
import { basename, dirname, join, posix, resolve } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { hostname } from "node:os";
import { inspect, isDeepStrictEqual } from "node:util";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/core/json-copy.ts
/**
* A copy of a value as JSON, down to its last list, so that nobody changes what is kept by changing what was given. Sets of
* strings become lists, sorted as Python sorts.
*
* @param place What the message calls the value.
* @throws TypeError for what JSON does not have (an object of a class, a function, `undefined`, `NaN`, a circle ...): with
* the path to it, and what to give instead.
*/
function jsonCopy(value, place) {
	return copy(value, place, /* @__PURE__ */ new Set());
}
function copy(value, place, above) {
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value;
	if (typeof value !== "object") throw refusal$1(value, place);
	if (above.has(value)) throw new TypeError(`${place}: expected JSON, got a circle: it leads back to itself`);
	const inside = new Set(above).add(value);
	if (Array.isArray(value)) return copyList(value, place, inside);
	if (value instanceof Set) return sortedTexts(value, place);
	const prototype = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) throw refusal$1(value, place);
	if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError(`${place}: expected JSON, got an object with a symbol for a key`);
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, at(place, key), inside)]));
}
function copyList(list, place, above) {
	return Array.from(list, (item, index) => copy(item, `${place}[${String(index)}]`, above));
}
function sortedTexts(set, place) {
	const texts = [...set].filter((item) => typeof item === "string");
	if (texts.length < set.size) throw new TypeError(`${place}: expected JSON, got a Set of other items than strings: give a list`);
	return texts.sort(byCodePoint);
}
function at(place, key) {
	return /^[A-Za-z_$][\w$]*$/.test(key) ? `${place}.${key}` : `${place}[${JSON.stringify(key)}]`;
}
function refusal$1(value, place) {
	return /* @__PURE__ */ new TypeError(`${place}: expected JSON, got ${describe(value)}`);
}
__name(refusal$1, "refusal");
function describe(value) {
	switch (typeof value) {
		case "undefined": return "`undefined`: leave it out, or give `null`";
		case "bigint": return "a bigint: give a number, or `fromInteger(value)` beyond 2^53";
		case "number": return `${String(value)}, a number that JSON lacks`;
		case "object":
			if (value instanceof Date) return "a Date: give `date.toISOString()`";
			if (value instanceof Map) return "a Map: give `Object.fromEntries(map)`";
			return `an object of class ${className(value)}: give what identifies it, such as its path`;
		case "boolean":
		case "string":
		case "symbol":
		case "function": return `a ${typeof value}`;
	}
}
function className(value) {
	const { name } = value?.constructor ?? {};
	return typeof name === "string" && name !== "" ? name : "unknown";
}

// src/bengal/cache-codec.ts
/**
* A codec from a table of fields (see `codec-fields.ts` for the kinds):
*
*     interface Visit extends CacheEntry { readonly page: string; readonly isValid: boolean }
*     const visitCodec = defineCodec<Visit>({ page: text('page'), isValid: withDefault(flag('is_valid'), true) });
*
* An entry with a field that does not fit is no such entry. A field with a default is filled in when it is missing, as
* Bengal's own readers do.
*/
function defineCodec(table) {
	const fields = Object.entries(table);
	const known = new Set(fields.map(([, field]) => field.stored));
	const withoutKnown = (json) => Object.entries(json).filter(([key]) => !known.has(key));
	const toCache = (value) => {
		const properties = value;
		if (typeof properties !== "object" || properties === null) throw new TypeError(`Expected an entry with ${fields.map(([name]) => name).join(", ")}, got ${properties === null ? "null" : typeof properties}`);
		const valueOf = (name) => properties[name];
		const unknown = jsonCopy(value.unknownFields ?? {}, "unknownFields");
		return Object.fromEntries([...fields.map(([name, field]) => [field.stored, field.write(valueOf(name), name)]), ...withoutKnown(isObject(unknown) ? unknown : {})]);
	};
	return {
		toCache,
		is(value) {
			try {
				toCache(value);
				return true;
			} catch {
				return false;
			}
		},
		fromCache(json) {
			const properties = [];
			for (const [name, field] of fields) {
				const value = field.read(Object.hasOwn(json, field.stored) ? json[field.stored] : void 0);
				if (value === void 0) return void 0;
				properties.push([name, value]);
			}
			const unknown = withoutKnown(json);
			if (unknown.length > 0) properties.push(["unknownFields", Object.fromEntries(unknown)]);
			return Object.fromEntries(properties);
		}
	};
}

// src/bengal/python-time.ts
/** A time as Python's `datetime.now(UTC).isoformat()` gives it, which Bengal stores: `2026-11-21T06:34:10.430000+00:00`. */
function pythonTimestamp(time) {
	return time.toISOString().replace("Z", "000+00:00");
}

// src/bengal/codec-fields.ts
var codec_fields_exports = /* @__PURE__ */ __exportAll({
	anything: () => anything,
	date: () => date,
	flag: () => flag,
	nested: () => nested,
	nullableText: () => nullableText,
	number: () => number,
	object: () => object,
	text: () => text,
	textMap: () => textMap,
	textSet: () => textSet,
	texts: () => texts,
	withDefault: () => withDefault
});
/** A string. */
function text(stored) {
	return {
		stored,
		read: asText,
		write: checked(isText, "a string")
	};
}
/** A string or `null`; a missing field reads as `null`, as Bengal's readers take it. */
function nullableText(stored) {
	return {
		stored,
		read: (json = null) => json === null ? null : asText(json),
		write: checked((value) => value === null || isText(value), "a string or null")
	};
}
/** A finite number, within what a JavaScript number can hold. */
function number(stored) {
	return {
		stored,
		read: (json) => typeof json === "number" ? json : void 0,
		write: checked((value) => Number.isFinite(value), "a finite number")
	};
}
/** `true` or `false`. */
function flag(stored) {
	return {
		stored,
		read: (json) => typeof json === "boolean" ? json : void 0,
		write: checked((value) => typeof value === "boolean", "true or false")
	};
}
/**
* A point in time, stored as ISO 8601 as Python writes it: `2026-11-21T06:34:10.430000+00:00`. Read is every such text with
* an offset or `Z`, to the millisecond; one without says no point in time, as do Bengal's dates of pages (see `PageCore`).
*/
function date(stored) {
	return {
		stored,
		read(json) {
			const iso = asText(json);
			if (iso === void 0 || !ISO_WITH_OFFSET.test(iso)) return void 0;
			const time = new Date(iso.replace(/(\.\d{3})\d+/, "$1"));
			return Number.isNaN(time.getTime()) ? void 0 : time;
		},
		write(value, place) {
			checked((given) => given instanceof Date && !Number.isNaN(given.getTime()), "a Date")(value, place);
			return pythonTimestamp(value);
		}
	};
}
const ISO_WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** A list of strings, in stored order, repetitions kept. */
function texts(stored) {
	return {
		stored,
		read: asTexts,
		write: (value, place) => listOfTexts(value, Array.isArray(value), place)
	};
}
/** A set of strings, stored as a list that is sorted as Python sorts: by code point. */
function textSet(stored) {
	return {
		stored,
		read(json) {
			const items = asTexts(json);
			return items && new Set(items);
		},
		write: (value, place) => listOfTexts(value, value instanceof Set, place).sort(byCodePoint)
	};
}
/** Strings under string keys, in stored order. A map, so that no key is special. */
function textMap(stored) {
	return {
		stored,
		read(json) {
			if (!isObject(json)) return void 0;
			const map = /* @__PURE__ */ new Map();
			for (const [key, value] of Object.entries(json)) {
				const item = asText(value);
				if (item === void 0) return void 0;
				map.set(key, item);
			}
			return map;
		},
		write(value, place) {
			if (!(value instanceof Map)) throw refusal(value, {
				expected: "a Map of strings",
				place
			});
			for (const pair of value) listOfTexts(pair, true, place);
			return Object.fromEntries(value);
		}
	};
}
/** A JSON object whose inside is nobody's business here. */
function object(stored) {
	return {
		stored,
		read: (json) => isObject(json) ? json : void 0,
		write(value, place) {
			const copy = jsonCopy(value, place);
			if (!isObject(copy)) throw refusal(value, {
				expected: "an object",
				place
			});
			return copy;
		}
	};
}
/** Any JSON value: what an author wrote in front matter keeps the type that YAML gave it. */
function anything(stored) {
	return {
		stored,
		read: (json) => json,
		write: jsonCopy
	};
}
/** An entry within an entry. */
function nested(stored, codec) {
	return {
		stored,
		read: (json) => isObject(json) ? codec.fromCache(json) : void 0,
		write(value, place) {
			try {
				return codec.toCache(value);
			} catch (thrown) {
				throw new TypeError(`${place}.${messageOf(thrown)}`, { cause: thrown });
			}
		}
	};
}
/** The same field, with a value for entries that lack it. A field that is there still has to fit. */
function withDefault(field, fallback) {
	return {
		...field,
		read: (json) => json === void 0 ? fallback : field.read(json)
	};
}
function isText(value) {
	return typeof value === "string";
}
function checked(is, expected) {
	return (value, place) => {
		if (!is(value)) throw refusal(value, {
			expected,
			place
		});
		return value;
	};
}
function listOfTexts(items, isRight, place) {
	const list = isRight ? [...items] : [void 0];
	if (!list.every(isText)) throw refusal(items, {
		expected: "strings",
		place
	});
	return [...list];
}
function refusal(value, { expected, place }) {
	return /* @__PURE__ */ new TypeError(`${place}: expected ${expected}, got ${inspect(value, {
		depth: 0,
		breakLength: Infinity
	})}`);
}
/** A string that is one; integers beyond 2^53 are strings with a mark until they are written. */
function asText(json) {
	return typeof json === "string" && asInteger(json) === void 0 ? json : void 0;
}
function asTexts(json) {
	if (!Array.isArray(json)) return void 0;
	const items = json.map(asText);
	return items.includes(void 0) ? void 0 : items;
}

// src/core/inspect-symbol.ts
/** The method of an object under this name gives what `console.log` shows: `inspect.custom`, without the types of Node. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

// src/bengal/cache-store-file.ts
/** Reads a store's file. Never throws for what is on disk. */
async function openStoreFile(folder, format, limits) {
	const found = await readFormat(folder, format, limits);
	const suffix = format.form === "zstd" ? ".json.zst" : ".json";
	const empty = {
		path: found.kind === "absent" ? `${format.name}${suffix}` : found.path,
		entries: /* @__PURE__ */ new Map(),
		file: {
			version: format.version,
			[format.entriesField]: {}
		},
		python: found.kind === "read" ? found.python : void 0
	};
	switch (found.kind) {
		case "absent": return {
			...empty,
			outcome: found
		};
		case "corrupt": return {
			...empty,
			outcome: {
				kind: "corrupt",
				why: found.why
			}
		};
		case "read": return {
			...empty,
			...interpret(found, format)
		};
	}
}
/** What a JSON object means to a store. Where it is of no use, only the outcome is given. */
function interpret({ value, twin }, format) {
	const version = field(value, "version");
	const known = [format.version, ...format.readsAlso ?? []].find((number) => number === version);
	if (known === void 0) return { outcome: {
		kind: "incompatible",
		why: versionProblem$1(version, format.version)
	} };
	const stored = field(value, format.entriesField) ?? {};
	if (!isObject(stored)) return { outcome: {
		kind: "corrupt",
		why: `its field "${format.entriesField}" is no object`
	} };
	const { entries, dropped } = decode(stored, format.codec);
	const why = format.contradiction?.({
		otherFields: without(value, format.entriesField),
		entries
	});
	if (why !== void 0) return { outcome: {
		kind: "inconsistent",
		why,
		entries
	} };
	const file = {
		...value,
		[format.entriesField]: {}
	};
	return {
		outcome: {
			kind: "read",
			version: known,
			dropped,
			migrates: twin
		},
		entries,
		file
	};
}
/** An object but for one of its fields. */
function without(object, left) {
	return Object.fromEntries(Object.entries(object).filter(([key]) => key !== left));
}
function decode(stored, codec) {
	const entries = /* @__PURE__ */ new Map();
	let dropped = 0;
	for (const [key, json] of Object.entries(stored)) {
		const value = isObject(json) ? codec.fromCache(json) : void 0;
		if (value === void 0) dropped++;
		else entries.set(key, value);
	}
	return {
		entries,
		dropped
	};
}
async function readFormat(folder, { form, name }, limits) {
	if (form === "plain") {
		const plain = readPlainFile(folder, `${name}.json`, limits);
		return plain.kind === "read" ? {
			...plain,
			path: `${name}.json`,
			python: void 0,
			twin: false
		} : plain;
	}
	const file = await readCacheFile(folder, name, limits);
	if (file.kind !== "read") return file;
	return {
		...file,
		python: file.envelope.kind === "headed" ? file.envelope.python : void 0
	};
}
function versionProblem$1(found, expected) {
	const shown = found === void 0 ? "" : stringifyExact(found, { ascii: true }).slice(0, 40);
	return `${found === void 0 ? "it has no version" : `it has version ${shown}`}, and ${String(expected)} is understood`;
}
__name(versionProblem$1, "versionProblem");

// src/bengal/indented-json.ts
/** A string, a bracket or separator, or anything else of compact JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g;
const EMPTY = {
	"{": "}",
	"[": "]"
};
/**
* JSON as Python's `json.dump(value, file, indent=2)` writes it: ASCII, two spaces a level, empty containers closed at
* once, no newline at the end. This is the form of Bengal's `indexes/*.json`
* (https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py, `save_to_disk`). Long integers stay exact.
*/
function indentedJson(value) {
	const tokens = stringifyExact(value, { ascii: true }).match(TOKEN) ?? [];
	let depth = 0;
	const newline = () => `\n${"  ".repeat(depth)}`;
	const pieces = [];
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		if (token === "{" || token === "[") {
			depth++;
			pieces.push(next === EMPTY[token] ? token : token + newline());
		} else if (token === "}" || token === "]") {
			depth--;
			const before = tokens[index - 1];
			pieces.push(before !== void 0 && EMPTY[before] === token ? token : newline() + token);
		} else pieces.push(token === "," ? token + newline() : token === ":" ? ": " : token);
	}
	return pieces.join("");
}

// src/bengal/recorded-python.ts
/** The files with a header, the one that every build writes first. */
const HEADED_FILES = [
	"cache",
	"page_metadata",
	"taxonomy_index",
	"asset_deps",
	"generated_page_cache"
];
/** Enough for a header with integers of any of the sizes that pickle knows. */
const HEADER_BYTES = 32;
/** The Python that wrote a state (its folder `.bengal`), from the header of its files; `undefined` if none tells. */
function recordedPython(folder) {
	for (const name of HEADED_FILES) {
		const envelope = readEnvelope(firstBytes(join(folder, `${name}.json.zst`)));
		if (envelope.kind === "headed") return envelope.python;
	}
}
/**
* The Python that a file is written for: the one that was asked for, else the one that wrote it, else its neighbours, else
* the usual one. Bengal takes a file with another one's header for none, and begins anew.
*
* @throws UserError for a version that is none.
*/
function readingPython(folder, { asked, wrote }) {
	return asked === void 0 ? wrote ?? recordedPython(folder) ?? "3.14" : checkedPython(asked);
}
function firstBytes(path) {
	const bytes = new Uint8Array(HEADER_BYTES);
	try {
		if (!needed(path, look(path)).isFile()) return bytes.subarray(0, 0);
		const file = openSync(path, "r");
		try {
			return bytes.subarray(0, readSync(file, bytes));
		} finally {
			closeSync(file);
		}
	} catch {
		return bytes.subarray(0, 0);
	}
}

// src/bengal/cache-store.ts
/**
* Typed entries under string keys in one file below `.bengal`: read as a whole, changed in memory, written as a whole.
* Top-level fields besides the entries are kept as they are. Bengal locks none of these files; who reads, changes and
* writes while others may do the same wraps all of it in `withCacheLock`.
*/
var CacheStore = class CacheStore {
	/** What was found when the store was opened. */
	outcome;
	#folder;
	#format;
	#entries;
	#path;
	#file;
	#python;
	#changed;
	constructor(folder, format, opened) {
		this.#folder = folder;
		this.#format = format;
		this.outcome = opened.outcome;
		this.#entries = opened.entries;
		this.#path = opened.path;
		this.#file = opened.file;
		this.#python = opened.python;
		this.#changed = opened.outcome.kind === "read" && opened.outcome.migrates;
	}
	/**
	* Reads the file of a state (`folder` is its `.bengal`). Whatever is on disk, this succeeds: an absent, corrupt or
	* incompatible file gives an empty store, and `outcome` and `warning` say so.
	*/
	static async open(folder, format, options = {}) {
		return new CacheStore(folder, format, await openStoreFile(folder, format, options.limits));
	}
	/** The one sentence to show to a user, when something that was on disk is not in this store. */
	get warning() {
		const { outcome } = this;
		const file = this.#path;
		switch (outcome.kind) {
			case "absent": return;
			case "read": return outcome.dropped === 0 ? void 0 : `${file}: entries left out because they do not fit: ${outcome.dropped}`;
			case "corrupt":
			case "incompatible":
			case "inconsistent": return `${file} is not used: ${outcome.why}`;
		}
	}
	get size() {
		return this.#entries.size;
	}
	/** Top-level fields of the file besides the entries, e.g. `version`. */
	get otherFields() {
		return without(this.#file, this.#format.entriesField);
	}
	/** Whether `save` would write. */
	get hasChanges() {
		return this.#changed;
	}
	has(key) {
		return this.#entries.has(key);
	}
	/** A copy of the entry. */
	get(key) {
		const value = this.#entries.get(key);
		return value === void 0 ? void 0 : this.#copyOf(value);
	}
	/** The entry itself, only to be looked at: costs nothing, however large it is. */
	peek(key) {
		return this.#entries.get(key);
	}
	/** In stored order; new keys last. */
	keys() {
		return this.#entries.keys();
	}
	/** In stored order; new keys last. */
	*entries() {
		for (const [key, value] of this.#entries) yield [key, this.#copyOf(value)];
	}
	/** So that `for (const [key, entry] of store)` goes through all of it. */
	[Symbol.iterator]() {
		return this.entries();
	}
	/**
	* Adds or replaces an entry by a copy of this one. One that would be stored as before changes nothing.
	*
	* @throws TypeError that names the field, for what is no such entry or holds what JSON lacks.
	*/
	set(key, value) {
		const { codec } = this.#format;
		const stored = codec.toCache(value);
		const copy = codec.fromCache(stored);
		if (copy === void 0) throw new TypeError(`${key}: its codec does not read what it writes for this entry`);
		const previous = this.#entries.get(key);
		this.#changed ||= previous === void 0 || JSON.stringify(codec.toCache(previous)) !== JSON.stringify(stored);
		this.#entries.set(key, copy);
	}
	/** Whether there was such an entry. */
	delete(key) {
		const existed = this.#entries.delete(key);
		this.#changed ||= existed;
		return existed;
	}
	clear() {
		this.#changed ||= this.#entries.size > 0;
		this.#entries.clear();
	}
	/**
	* Writes the file, atomically, if anything changed since it was read or saved; creates missing folders; removes the
	* old `.json` of a compressed file. Answers whether it wrote.
	*
	* @throws UserError when `python` is no version.
	* @throws what the file system reports; the old file is then untouched.
	*/
	async save(options = {}) {
		if (!this.#changed) return false;
		this.#changed = false;
		try {
			await this.#write(this.#content(), options);
		} catch (thrown) {
			this.#changed = true;
			throw thrown;
		}
		return true;
	}
	#content() {
		const { version, entriesField, codec, complete } = this.#format;
		const stored = [...this.#entries].map(([key, value]) => [key, codec.toCache(value)]);
		const completed = complete?.({
			otherFields: this.otherFields,
			entries: this.#entries
		});
		return {
			...this.#file,
			version,
			[entriesField]: Object.fromEntries(stored),
			...completed
		};
	}
	async #write(value, options) {
		const { name, form, entriesField } = this.#format;
		const path = join(this.#folder, name);
		const python = form === "zstd" ? readingPython(this.#folder, {
			asked: options.python,
			wrote: this.#python
		}) : void 0;
		mkdirSync(dirname(path), { recursive: true });
		if (python === void 0) writeAtomically(`${path}.json`, Buffer.from(indentedJson(value)));
		else await writeCacheFile({
			folder: this.#folder,
			name,
			value,
			python
		});
		this.#python = python;
		this.#file = {
			...value,
			[entriesField]: {}
		};
	}
	/** Of what a codec writes and reads, only the answer is the caller's to change. */
	#copyOf(value) {
		const { codec } = this.#format;
		return codec.fromCache(structuredClone(codec.toCache(value))) ?? value;
	}
	/** What `console.log` shows. */
	[INSPECT]() {
		return `CacheStore ${this.#path}: ${this.outcome.kind}, entries: ${this.size}`;
	}
};

// src/bengal/entries/asset-dependency-entry.ts
const assetDependencyCodec = defineCodec({
	assets: textSet("assets"),
	trackedAt: text("tracked_at"),
	isValid: withDefault(flag("is_valid"), true)
});
/**
* `asset_deps.json.zst`: absolute path of a page's source -> the assets that the page names. Bengal writes it and never
* reads it.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/asset_dependency_map.py
*/
function openAssetDependencyStore(folder, options) {
	const format = {
		name: "asset_deps",
		form: "zstd",
		entriesField: "pages",
		version: 1,
		codec: assetDependencyCodec
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/generated-page-entry.ts
const generatedPageCodec = defineCodec({
	pageType: withDefault(text("page_type"), ""),
	pageId: withDefault(text("page_id"), ""),
	contentHash: withDefault(text("content_hash"), ""),
	templateHash: withDefault(text("template_hash"), ""),
	memberHashes: withDefault(textMap("member_hashes"), /* @__PURE__ */ new Map()),
	cachedHtml: nullableText("cached_html"),
	lastGenerated: withDefault(text("last_generated"), ""),
	generationTimeMs: withDefault(number("generation_time_ms"), 0),
	isCompressed: withDefault(flag("is_compressed"), false)
});
/** The key of an entry: `tag:watch`. */
function generatedPageKey(pageType, pageId) {
	return `${pageType}:${pageId}`;
}
/**
* `generated_page_cache.json.zst`, by `generatedPageKey`.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/generated_page_cache.py
*/
function openGeneratedPageStore(folder, options) {
	const format = {
		name: "generated_page_cache",
		form: "zstd",
		entriesField: "entries",
		version: 1,
		codec: generatedPageCodec
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/index-entry.ts
const indexEntryCodec = defineCodec({
	key: text("key"),
	pagePaths: withDefault(textSet("page_paths"), /* @__PURE__ */ new Set()),
	metadata: withDefault(object("metadata"), {}),
	updatedAt: withDefault(text("updated_at"), ""),
	contentHash: withDefault(text("content_hash"), "")
});
/** The first 16 hexadecimal digits of the SHA-256 of the sorted paths, written as Python writes a JSON list. */
function indexContentHash(pagePaths) {
	return sha256(pythonJson([...pagePaths].sort(byCodePoint), PYTHON_DEFAULT_SORTED)).slice(0, 16);
}
/** An entry whose hash and time fit its pages. */
function indexEntry(key, pagePaths, metadata = {}) {
	const pages = new Set(pagePaths);
	return {
		key,
		pagePaths: pages,
		metadata,
		updatedAt: pythonTimestamp(/* @__PURE__ */ new Date()),
		contentHash: indexContentHash(pages)
	};
}
/**
* `indexes/<name>_index.json`. Bengal has `section`, `author`, `category` and `date_range`; a site may add its own.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py
*
* @throws RangeError for a name that is no plain file name.
*/
async function openIndexStore(folder, name, options) {
	if (!/^[^/\\\0]+$/.test(name)) throw new RangeError(`Expected the plain name of an index, got ${JSON.stringify(name)}`);
	const format = {
		name: `indexes/${name}_index`,
		form: "plain",
		entriesField: "entries",
		version: 1,
		codec: indexEntryCodec,
		complete: () => ({
			name,
			updated_at: pythonTimestamp(/* @__PURE__ */ new Date())
		})
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/page-core.ts
const pageCoreCodec = defineCodec({
	sourcePath: text("source_path"),
	title: anything("title"),
	date: nullableText("date"),
	tags: withDefault(texts("tags"), []),
	slug: withDefault(anything("slug"), null),
	weight: withDefault(anything("weight"), null),
	lang: withDefault(anything("lang"), null),
	navTitle: withDefault(anything("nav_title"), null),
	type: withDefault(anything("type"), null),
	variant: withDefault(anything("variant"), null),
	description: withDefault(anything("description"), null),
	props: withDefault(object("props"), {}),
	section: nullableText("section"),
	fileHash: nullableText("file_hash"),
	aliases: withDefault(texts("aliases"), []),
	version: withDefault(anything("version"), null),
	cascade: withDefault(anything("cascade"), {})
});
/** The core of a page with all that is not given as Bengal has it for a page whose front matter says nothing of it. */
function pageCore(given) {
	return {
		date: null,
		tags: [],
		slug: null,
		weight: null,
		lang: null,
		navTitle: null,
		type: null,
		variant: null,
		description: null,
		props: {},
		section: null,
		fileHash: null,
		aliases: [],
		version: null,
		cascade: {},
		...given
	};
}
const pageMetadataCodec = defineCodec({
	core: nested("metadata", pageCoreCodec),
	cachedAt: text("cached_at"),
	isValid: withDefault(flag("is_valid"), true)
});
/**
* `page_metadata.json.zst`: the source's path relative to the site -> its front matter. Bengal writes it in every run,
* even one that builds nothing, so it may be newer than the output. Tag pages are not in it; deleted pages stay in it.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/page_discovery_cache.py
*/
function openPageMetadataStore(folder, options) {
	const format = {
		name: "page_metadata",
		form: "zstd",
		entriesField: "pages",
		version: 1,
		codec: pageMetadataCodec
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/page-tags.ts
/** The field in which the taxonomy index keeps its other direction: page -> slugs, in no particular order. */
const FIELD = "page_to_tags";
/** The other direction of an index of tags: page -> slugs. */
function tagsByPage(tags) {
	const pages = /* @__PURE__ */ new Map();
	for (const [slug, { pagePaths }] of tags) for (const page of pagePaths) {
		const slugs = pages.get(page);
		if (slugs) slugs.add(slug);
		else pages.set(page, /* @__PURE__ */ new Set([slug]));
	}
	return pages;
}
/** Where the stored map from pages to slugs and the tags disagree, if they do. Version 1 of the file had no such map. */
function contradictionBetween({ otherFields, entries }) {
	if (otherFields["version"] === 1) return void 0;
	const missing = tagsByPage(entries);
	const problems = [];
	for (const [page, stored] of entriesOf(field(otherFields, FIELD))) {
		const slugs = missing.get(page);
		if (!isListOfStrings(stored)) problems.push(`the tags of ${quoted(page)} are no list of strings`);
		for (const slug of new Set(asStrings(stored))) if (!entries.has(slug)) problems.push(`${quoted(page)} has the tag ${quoted(slug)}, which is not there`);
		else if (slugs?.delete(slug) !== true) problems.push(`the tag ${quoted(slug)} does not list its page ${quoted(page)}`);
	}
	for (const [page, slugs] of missing) for (const slug of slugs) problems.push(`the tag ${quoted(slug)} lists ${quoted(page)}, which does not have it`);
	const [first] = problems;
	return first && `its two directions disagree ${problems.length === 1 ? "once" : `${problems.length} times, first`}: ${first}`;
}
/** The map from pages to slugs, in the order of the one that was stored, so that a rewritten file differs little. */
function pageTagsField({ otherFields, entries }) {
	const present = tagsByPage(entries);
	const ordered = /* @__PURE__ */ new Map();
	for (const [page, stored] of entriesOf(field(otherFields, FIELD))) {
		const slugs = present.get(page);
		if (slugs) ordered.set(page, asStrings(stored).filter((slug) => slugs.delete(slug)));
	}
	for (const [page, slugs] of present) ordered.set(page, [...ordered.get(page) ?? [], ...slugs]);
	return { [FIELD]: Object.fromEntries(ordered) };
}
function isListOfStrings(value) {
	return Array.isArray(value) && asStrings(value).length === value.length;
}
function quoted(name) {
	return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}...` : name);
}

// src/bengal/entries/tag-entry.ts
const tagEntryCodec = defineCodec({
	slug: text("tag_slug"),
	name: text("tag_name"),
	pagePaths: texts("page_paths"),
	updatedAt: text("updated_at"),
	isValid: withDefault(flag("is_valid"), true)
});
/**
* Version 2 has a second map, from pages to slugs, and Bengal drops a file in which the two disagree; so does this, and
* it writes the second map anew. Version 1 (Bengal up to 0.1.6) had the tags alone; Bengal reads it no more, we do.
*/
const FORMAT = {
	name: "taxonomy_index",
	form: "zstd",
	entriesField: "tags",
	version: 2,
	readsAlso: [1],
	codec: tagEntryCodec,
	contradiction: contradictionBetween,
	complete: pageTagsField
};
/**
* `taxonomy_index.json.zst`: slug -> tag. `TaxonomyIndex` answers from both sides; this is the file alone. Tags that no
* page has any more stay in it.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/taxonomy_index.py
*/
function openTagStore(folder, options) {
	return CacheStore.open(folder, FORMAT, options);
}

// src/bengal/taxonomy-index.ts
/**
* Bengal's `taxonomy_index.json.zst`, from both sides: tag -> pages and page -> tags, each in one look-up. Tags go by
* their slug (`tagSlug`), pages by the path that Bengal stores: that of the source, absolute on the machine of the build.
*
* A tag that is invalidated stays in the file, for Bengal to make valid again; look-ups pass over it.
*/
var TaxonomyIndex = class TaxonomyIndex {
	#store;
	#slugs;
	constructor(store) {
		this.#store = store;
		this.#slugs = tagsByPage(new Map(store.entries()));
	}
	/**
	* Reads the index of a state (`folder` is its `.bengal`). Always succeeds: an absent or unusable file gives an empty
	* index, and `outcome` and `warning` say why. One whose two directions disagree is `inconsistent`: Bengal would drop it,
	* so it is empty here too, and `outcome.entries` shows the tags that it held.
	*/
	static async open(folder, options) {
		return new TaxonomyIndex(await openTagStore(folder, options));
	}
	get outcome() {
		return this.#store.outcome;
	}
	/** One sentence for a user, when something that was on disk is not in this index. */
	get warning() {
		return this.#store.warning;
	}
	/** Whether `save` would write. */
	get hasChanges() {
		return this.#store.hasChanges;
	}
	/** Slug -> its tag, valid or not, to be gone through with `for`. */
	[Symbol.iterator]() {
		return this.#store.entries();
	}
	/** The tag with this slug, if it is valid. */
	tag(slug) {
		return this.has(slug) ? this.#store.get(slug) : void 0;
	}
	has(slug) {
		return this.#store.peek(slug)?.isValid === true;
	}
	/** In stored order; `undefined` when there is no such valid tag. */
	pagesForTag(slug) {
		return this.tag(slug)?.pagePaths;
	}
	/** Slugs of the page's valid tags; none for an unknown page. */
	tagsForPage(page) {
		return new Set([...this.#slugs.get(page) ?? []].filter((slug) => this.has(slug)));
	}
	/** By slug, in stored order. */
	validTags() {
		return new Map([...this.#store.entries()].filter(([, entry]) => entry.isValid));
	}
	/** By slug, in stored order. */
	invalidTags() {
		return new Map([...this.#store.entries()].filter(([, entry]) => !entry.isValid));
	}
	/**
	* Whether the pages of a tag differ from the recorded ones, regardless of order. True for a tag that is unknown or
	* invalid.
	*/
	pagesChanged(slug, pages) {
		const recorded = new Set(this.pagesForTag(slug));
		const present = new Set(pages);
		return !this.has(slug) || present.size !== recorded.size || [...present].some((page) => !recorded.has(page));
	}
	/**
	* Adds a tag, or replaces its name and pages; it is valid then. Answers its slug, which is that of the name unless it is
	* given.
	*
	* @throws RangeError for a blank name without a slug: Bengal has no such tag.
	*/
	update(name, pages, slug = tagSlug(name)) {
		if (slug === void 0) throw new RangeError(`Expected a tag with a letter in it, got ${JSON.stringify(name)}`);
		const previous = this.#store.peek(slug);
		const pagePaths = [...pages];
		for (const page of previous?.pagePaths ?? []) this.#forget(page, slug);
		for (const page of pagePaths) this.#slugs.set(page, (this.#slugs.get(page) ?? /* @__PURE__ */ new Set()).add(slug));
		const updatedAt = pythonTimestamp(/* @__PURE__ */ new Date());
		this.#store.set(slug, {
			...previous,
			slug,
			name,
			pagePaths,
			updatedAt,
			isValid: true
		});
		return slug;
	}
	/** Takes a page out of all its tags, which stay, even without pages. Answers their slugs, those of invalid tags too. */
	removePage(page) {
		const slugs = this.#slugs.get(page) ?? /* @__PURE__ */ new Set();
		this.#slugs.delete(page);
		for (const slug of slugs) {
			const entry = this.#store.peek(slug);
			if (entry) this.#store.set(slug, {
				...entry,
				pagePaths: entry.pagePaths.filter((path) => path !== page)
			});
		}
		return slugs;
	}
	/** Whether there was such a valid tag. */
	invalidate(slug) {
		const entry = this.tag(slug);
		if (entry) this.#store.set(slug, {
			...entry,
			isValid: false
		});
		return entry !== void 0;
	}
	invalidateAll() {
		for (const slug of this.validTags().keys()) this.invalidate(slug);
	}
	clear() {
		this.#store.clear();
		this.#slugs.clear();
	}
	stats() {
		const valid = this.validTags();
		const pages = tagsByPage(valid).size;
		const pairs = [...valid.values()].reduce((sum, { pagePaths }) => sum + pagePaths.length, 0);
		return {
			tags: this.#store.size,
			validTags: valid.size,
			invalidTags: this.#store.size - valid.size,
			pages,
			pairs,
			tagsPerPage: pages === 0 ? 0 : pairs / pages
		};
	}
	/** Writes both directions if anything changed; answers whether it did. See `CacheStore.save` for what is thrown. */
	save(options) {
		return this.#store.save(options);
	}
	/** What `console.log` shows. */
	[INSPECT]() {
		const { tags, pages } = this.stats();
		return `TaxonomyIndex: ${this.outcome.kind}, ${tags} tags, ${pages} pages`;
	}
	#forget(page, slug) {
		const slugs = this.#slugs.get(page);
		slugs?.delete(slug);
		if (slugs?.size === 0) this.#slugs.delete(page);
	}
};

// src/bengal/lock-folder.ts
const RETRY_MS = 50;
/** What renaming a folder onto one that is not empty gives, by platform. */
const OCCUPIED = /* @__PURE__ */ new Set([
	"ENOTEMPTY",
	"EEXIST",
	"EPERM",
	"EACCES"
]);
/**
* An exclusive lock where there is no flock: the folder exists while somebody holds it. It is prepared elsewhere, with
* its owner inside, and renamed into place, which succeeds for one process only. A folder whose owner has died on this
* machine is cleared away.
*/
async function acquireByFolder(path, { timeoutMs }) {
	const owner = `${hostname()} ${String(process.pid)} ${randomBytes(8).toString("hex")}`;
	const prepared = temporaryBeside(path);
	const deadline = Date.now() + timeoutMs;
	try {
		mkdirSync(prepared);
		writeFileSync(join(prepared, "owner"), owner);
		while (!takesPlace(prepared, path)) {
			clearIfAbandoned(path);
			if (Date.now() >= deadline) return { kind: "timeout" };
			await setTimeout$1(RETRY_MS);
		}
	} catch (thrown) {
		return {
			kind: "refused",
			why: messageOf(thrown)
		};
	} finally {
		rmSync(prepared, {
			recursive: true,
			force: true
		});
	}
	const release = () => {
		removeIfOwned(path, owner);
		return Promise.resolve();
	};
	return {
		kind: "held",
		release
	};
}
/** Waits until no writer holds the folder. Readers hold nothing: reading must not write. */
async function waitForFolder(path, { timeoutMs }) {
	const deadline = Date.now() + timeoutMs;
	while (existsSync(path) && !isAbandoned(path)) {
		if (Date.now() >= deadline) return { kind: "timeout" };
		await setTimeout$1(RETRY_MS);
	}
	return {
		kind: "held",
		release: () => Promise.resolve()
	};
}
function takesPlace(prepared, path) {
	if (existsSync(path)) return false;
	try {
		renameSync(prepared, path);
		return true;
	} catch (thrown) {
		if (existsSync(path) && OCCUPIED.has(thrown.code ?? "")) return false;
		throw thrown;
	}
}
function clearIfAbandoned(path) {
	const owner = ownerOf(path);
	if (owner !== void 0 && !isAlive(owner)) removeIfOwned(path, owner);
}
function isAbandoned(path) {
	const owner = ownerOf(path);
	return owner !== void 0 && !isAlive(owner);
}
/** Moved away first, so that of two processes that clear the same lock only one does. */
function removeIfOwned(path, owner) {
	if (ownerOf(path) !== owner) return;
	const moved = temporaryBeside(path);
	try {
		renameSync(path, moved);
	} catch {
		return;
	}
	rmSync(moved, {
		recursive: true,
		force: true
	});
}
function ownerOf(path) {
	try {
		return readFileSync(join(path, "owner"), "utf8");
	} catch {
		return;
	}
}
/** Processes on other machines count as alive. */
function isAlive(owner) {
	const [host, pid] = owner.split(" ");
	if (host !== hostname()) return true;
	try {
		process.kill(Number(pid), 0);
		return true;
	} catch (thrown) {
		return thrown.code !== "ESRCH";
	}
}
function temporaryBeside(path) {
	return join(dirname(path), `tmp${randomBytes(4).toString("hex")}.tmp`);
}

// src/bengal/lock-holders.ts
/**
* Who holds a flock on the file, for people: `process 1234 (bengal)`. Only Linux tells (`/proc/locks`: lines such as
* `1: FLOCK  ADVISORY  WRITE 1234 fd:01:5678 0 EOF`, see proc_locks(5)); the list is empty wherever nothing is known.
*/
function holdersOf(path) {
	try {
		const inode = String(statSync(path, { bigint: true }).ino);
		return readFileSync("/proc/locks", "utf8").split("\n").flatMap((line) => {
			const [, blocked, kind, , , pid = "", file = ""] = /^\d+: (->)? ?(\w+) +(\w+) +(\w+) +(\d+) +(\S+)/.exec(line) ?? [];
			return blocked === void 0 && kind === "FLOCK" && file.endsWith(`:${inode}`) && pid !== "0" ? [describeProcess(pid)] : [];
		});
	} catch {
		return [];
	}
}
function describeProcess(pid) {
	try {
		return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, "utf8").trim()})`;
	} catch {
		return `process ${pid}`;
	}
}

// src/bengal/lock-program.ts
/** Appending creates the file without emptying it; perl's `flock` is flock(2) wherever that exists. */
const PERL_SCRIPT = `
use Fcntl ':flock';
my ($kind, $path) = @ARGV;
my $shared = $kind eq 'shared';
open(my $file, $shared ? '<' : '>>', $path) or die "$!\\n";
flock($file, $shared ? LOCK_SH : LOCK_EX) or die "$!\\n";
$| = 1;
print while <STDIN>;
`;
/** util-linux and BusyBox agree on these arguments, and on nothing about time-outs, so we keep the time ourselves. */
const FLOCK = {
	command: "flock",
	argumentsFor: (path, kind) => [
		kind === "shared" ? "-s" : "-x",
		path,
		"cat"
	]
};
/** macOS has no `flock` program. */
const PERL = {
	command: "perl",
	argumentsFor: (path, kind) => [
		"-e",
		PERL_SCRIPT,
		kind,
		path
	]
};
/** The programs to try on this platform, best first. On Windows none speaks of the same lock as Python's msvcrt. */
const LOCK_PROGRAMS = process.platform === "win32" ? [] : [FLOCK, PERL];
/** Waits until the program holds the lock. `path` is absolute. */
async function acquireByProgram(program, path, { kind, timeoutMs }) {
	const child = spawn(program.command, program.argumentsFor(path, kind), {
		detached: true,
		env: environmentOfTools(process.env)
	});
	const closed = new Promise((resolve) => child.once("close", () => resolve()));
	child.stdin.on("error", () => void 0);
	const release = async () => {
		child.stdin.destroy();
		await closed;
	};
	const outcome = await firstSign(child, timeoutMs);
	if (outcome.kind === "held") return {
		kind: "held",
		release
	};
	if (outcome.kind === "timeout") {
		child.kill("SIGKILL");
		await release();
	}
	return outcome;
}
function firstSign(child, timeoutMs) {
	return new Promise((resolve) => {
		let complaint = "";
		const timer = setTimeout(() => resolve({ kind: "timeout" }), timeoutMs);
		const settle = (sign) => {
			clearTimeout(timer);
			resolve(sign);
		};
		child.stderr.on("data", (chunk) => void (complaint += chunk.toString("utf8")));
		child.stdout.once("data", () => settle({ kind: "held" }));
		child.once("error", (error) => settle(error.code === "ENOENT" ? { kind: "no-program" } : {
			kind: "refused",
			why: messageOf(error)
		}));
		child.once("close", (code) => settle({
			kind: "refused",
			why: complaint.trim() || `the program ended with code ${String(code)}`
		}));
		child.stdin.write("\n");
	});
}

// src/bengal/cache-lock.ts
/** A file that Bengal locks with flock(2) around every load and save of `cache.json.zst` and `stores/*`. */
const LOCK_FILE = "cache.json.lock";
/** Bengal waits as long (`bengal/utils/io/file_lock.py`). */
const DEFAULT_TIMEOUT_MS = 3e4;
/** Another process held the lock for too long. */
var CacheLockTimeout = class extends Error {
	name = "CacheLockTimeout";
	/** The lock file. */
	path;
	constructor(path, options) {
		const holders = holdersOf(path);
		const who = holders.length === 0 ? "Another process holds it: a running `bengal build` or `bengal serve`, or another bengal-cache." : `It is held by ${holders.join(", ")}.`;
		super(`No ${options.kind} lock on ${path} within ${String(options.timeoutMs / 1e3)} s. ${who} Wait until that process has ended, or end it, and try again. The lock vanishes with its holder: deleting the file frees nothing.`);
		this.path = path;
	}
};
/** The lock cannot be had at all: no permission, or a file system without locks. */
var CacheLockError = class extends Error {
	name = "CacheLockError";
};
/**
* Does the work while holding the lock that Bengal itself takes: flock(2) on `cache.json.lock`, whole file. Node has no
* flock, so a child process holds it (`flock` of util-linux or BusyBox, else `perl`, which macOS has) until its standard
* input closes: the lock is free again even if this process is killed. The lock file is never truncated or deleted.
*
* A shared lock is only taken where the lock file exists: reading must not write. On Windows, and where neither program
* is installed, a folder `cache.json.lock.d` keeps processes of this library apart; Bengal does not know of it.
*
* @throws CacheLockTimeout when others hold it for too long.
* @throws CacheLockError when it cannot be had at all.
* @throws whatever the work throws; the lock is released first.
*/
async function withCacheLock(options, work) {
	const { folder, kind, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
	const path = join(resolve(folder), LOCK_FILE);
	if (kind === "exclusive") mkdirSync(folder, { recursive: true });
	const release = await acquire(path, {
		kind,
		timeoutMs
	});
	try {
		return await work();
	} finally {
		const released = release();
		if (kind === "exclusive") await released;
	}
}
async function acquire(path, options) {
	for (const program of LOCK_PROGRAMS) {
		if (options.kind === "shared" && !existsSync(path)) break;
		const acquired = await acquireByProgram(program, path, options);
		if (acquired.kind !== "no-program") return releaseOrThrow(acquired, path, options);
	}
	if (options.kind === "exclusive") return releaseOrThrow(await acquireByFolder(`${path}.d`, options), path, options);
	return releaseOrThrow(await waitForFolder(`${path}.d`, options), path, options);
}
function releaseOrThrow(acquired, path, options) {
	switch (acquired.kind) {
		case "held": return acquired.release;
		case "timeout": throw new CacheLockTimeout(path, options);
		case "refused": throw new CacheLockError(`No ${options.kind} lock on ${path}: ${acquired.why}`);
		case "no-program": throw new CacheLockError(`No ${options.kind} lock on ${path}: there is no program that could hold it`);
	}
}

// src/bengal/file-identity.ts
/** `undefined` for a file that is not there. */
function fileIdentity(path) {
	const stat = ifPresent(lookExactly(path));
	return stat === void 0 ? void 0 : `${String(stat.ino)} ${String(stat.mtimeNs)} ${String(stat.size)}`;
}

// src/bengal/build-cache/fields.ts
/** Every top-level field that Bengal 0.5.1 knows, in the order in which it writes them (`build_cache/core.py`). */
const FIELD_NAMES = [
	"version",
	"file_fingerprints",
	"dependencies",
	"reverse_dependencies",
	"output_sources",
	"taxonomy_deps",
	"page_tags",
	"tag_to_pages",
	"known_tags",
	"parsed_content",
	"rendered_output",
	"validation_results",
	"page_artifacts",
	"output_format_fingerprints",
	"autodoc_dependencies",
	"autodoc_source_metadata",
	"autodoc_content_cache",
	"synthetic_pages",
	"template_dependencies",
	"url_claims",
	"discovered_assets",
	"config_hash",
	"external_stores",
	"last_build"
];
/** Fields that Bengal since 0.3.3 keeps in `stores/<name>.json` instead of the main file. */
const HOT_FIELDS = [
	"parsed_content",
	"rendered_output",
	"validation_results",
	"synthetic_pages"
];
/** The schema number that Bengal since 0.2.4 writes. It discards files with a lower one. */
const CURRENT_VERSION = 8;
const KNOWN = new Set(FIELD_NAMES);
const HOT = new Set(HOT_FIELDS);
function isFieldName(name) {
	return KNOWN.has(name);
}
function isHotField(name) {
	return HOT.has(name);
}
function storePath(name) {
	return `stores/${name}.json`;
}
/** The main file of a state in which nothing was built yet. */
function freshFields() {
	const maps = FIELD_NAMES.map((name) => [name, {}]);
	return {
		...Object.fromEntries(maps),
		version: 8,
		known_tags: [],
		config_hash: null,
		external_stores: Object.fromEntries(HOT_FIELDS.map((name) => [name, storePath(name)])),
		last_build: null
	};
}

// src/bengal/build-cache/lazy-group.ts
/**
* Top-level fields that stay JSON until somebody asks for them, so that loading costs little more than parsing, and that
* are only encoded anew when something was changed, so that all else is written as it was read.
*/
var LazyGroup = class {
	names;
	#changed = false;
	#edited = false;
	#codec;
	#read;
	#decoded;
	constructor(codec, read) {
		this.names = codec.names;
		this.#codec = codec;
		this.#read = read;
	}
	get changed() {
		return this.#changed;
	}
	set changed(changed) {
		this.#changed = changed;
		this.#edited ||= changed;
	}
	get edited() {
		return this.#edited;
	}
	/** The value, not to be changed. */
	get value() {
		this.#decoded ??= { value: this.#codec.decode(this.#read) };
		return this.#decoded.value;
	}
	/** The value, which will be written by the next save. */
	edit() {
		this.changed = true;
		return this.value;
	}
	encode() {
		return this.#codec.encode(this.value);
	}
};

// src/bengal/build-cache/stores.ts
/**
* The hot maps, each in a file of its own that is read when first asked for. A file that somebody replaced since the main
* file was read belongs to another build: its content would be checked against fingerprints that are not its own, so it
* is not used.
*/
var Stores = class {
	#options;
	#identities = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** Remembers which files belong to the main file; to be called under the lock under which that is read or written. */
	pin() {
		for (const name of HOT_FIELDS) this.#identities.set(name, this.#identify(name));
	}
	exists(name) {
		return this.#identify(name) !== void 0;
	}
	read(name) {
		const path = storePath(name);
		if (this.#identities.get(name) === void 0) return this.#reject(path, "it is missing");
		const file = readPlainFile(this.#options.folder, path, this.#options.limits);
		if (this.#identify(name) !== this.#identities.get(name)) return this.#reject(path, "another process has replaced it");
		switch (file.kind) {
			case "read": return file.value;
			case "absent": return this.#reject(path, "it is missing");
			case "corrupt": return this.#reject(path, file.why);
		}
	}
	write(name, value) {
		const path = join(this.#options.folder, storePath(name));
		mkdirSync(dirname(path), { recursive: true });
		writeAtomically(path, Buffer.from(stringifyExact(value, { ascii: false })));
	}
	#reject(path, why) {
		this.#options.warn(`${path} is not used: ${why}`);
	}
	#identify(name) {
		return fileIdentity(join(this.#options.folder, storePath(name)));
	}
};
/** Whether the main file says that this map is in a store. No other place than Bengal's own is believed. */
function isExternal(main, name) {
	return field(main["external_stores"], name) === storePath(name);
}

// src/bengal/build-cache/cache-data.ts
/** The fields of a cache: JSON as it was read, and the groups that were decoded from it. */
var CacheData = class {
	#source;
	#groups = [];
	#main;
	constructor(source) {
		this.#source = source;
		this.#main = source.main;
	}
	/** Fields of the file that no Bengal knows. Its loader would discard everything for one of them. */
	get unknownFields() {
		return Object.keys(this.#source.main).filter((name) => !isFieldName(name));
	}
	/** The schema number of the file as it was read or last written; 0 where it had none. */
	get version() {
		return asFiniteNumber(this.#main["version"]) ?? 0;
	}
	group(codec) {
		const group = new LazyGroup(codec, this.#read);
		group.changed = this.#source.fresh || this.#main["version"] !== 8;
		this.#groups.push(group);
		return group;
	}
	/** What has to be written now. Until `undo`, everything counts as written. */
	compose() {
		const pending = this.#groups.filter((group) => group.changed);
		const encoded = /* @__PURE__ */ new Map();
		for (const group of pending) for (const [name, value] of Object.entries(group.encode())) encoded.set(name, value);
		const before = this.#main;
		const stores = this.#storesToWrite(encoded);
		this.#main = this.#composeMain(encoded);
		for (const group of pending) group.changed = false;
		return {
			main: this.#main,
			stores,
			undo: () => {
				this.#main = before;
				for (const group of pending) group.changed = true;
			}
		};
	}
	/** The whole cache as JSON, hot maps inline. */
	toJson() {
		const encoded = new Map(Object.entries(this.#main).filter(([name]) => isFieldName(name)));
		for (const group of this.#groups) {
			const fields = group.edited ? group.encode() : this.#asRead(group.names);
			for (const [name, value] of Object.entries(fields)) encoded.set(name, value);
		}
		return structuredClone(Object.fromEntries(encoded));
	}
	#read = (name) => {
		if (isHotField(name) && !this.#source.fresh && isExternal(this.#main, name)) {
			const store = this.#source.stores.read(name);
			if (store !== void 0) return store;
		}
		return field(this.#main, name);
	};
	#asRead(names) {
		return Object.fromEntries(names.flatMap((name) => {
			const value = this.#read(name);
			return value === void 0 ? [] : [[name, value]];
		}));
	}
	#storesToWrite(encoded) {
		return this.#groups.flatMap((group) => group.names.flatMap((name) => {
			if (!isHotField(name) || !isExternal(this.#main, name)) return [];
			const value = encoded.get(name);
			if (value !== void 0) return [[name, value]];
			return this.#source.stores.exists(name) ? [] : [[name, field(this.#main, name) ?? {}]];
		}));
	}
	#composeMain(encoded) {
		const main = new Map(Object.entries(this.#main).filter(([name]) => isFieldName(name)));
		for (const name of FIELD_NAMES) {
			const value = isHotField(name) && isExternal(this.#main, name) && encoded.has(name) ? {} : encoded.get(name);
			if (value !== void 0 && (main.has(name) || !isBlank(value))) main.set(name, value);
		}
		main.set("version", 8);
		return Object.fromEntries(main);
	}
};
function isBlank(value) {
	return value === null || (isObject(value) ? Object.keys(value).length === 0 : Array.isArray(value) && value.length === 0);
}
/** The root of the checkout that wrote the cache, unless that is the present one: see `findRecordedRoot`. */
function recordedRootOf(main, siteRoot) {
	const claimed = entriesOf(main["url_claims"]).flatMap(([, claim]) => asStrings([field(claim, "source") ?? null]));
	const keyed = [
		"file_fingerprints",
		"file_hashes",
		"page_tags",
		"template_dependencies",
		"dependencies"
	].flatMap((name) => entriesOf(main[name]).map(([key]) => key));
	const paths = [...claimed, ...keyed].map(toPosix);
	const absolute = paths.filter(isAbsolutePosix);
	if (absolute.some((path) => below(siteRoot, path) !== void 0)) return void 0;
	return findRecordedRoot(absolute, new Set(paths.filter((path) => !isAbsolutePosix(path))));
}

// src/bengal/build-cache/path-keys.ts
/**
* Names of files in the cache: Bengal's `content_key` (`bengal/build/contracts/keys.py`), which is the POSIX path relative
* to the site root, or the absolute one for files elsewhere, symbolic links resolved.
*/
var PathKeys = class {
	/** Absolute, POSIX, symbolic links resolved. */
	siteRoot;
	#givenRoot;
	#findRecordedRoot;
	#recordedRoot;
	constructor({ siteRoot, findRecordedRoot }) {
		this.#givenRoot = toPosix(resolve(siteRoot));
		this.siteRoot = resolveLinks(this.#givenRoot);
		this.#findRecordedRoot = findRecordedRoot;
	}
	/** The key of a path that a caller names, absolute or relative to the site root. Looks for symbolic links on disk. */
	of(path) {
		const slashed = toPosix(path);
		const absolute = isAbsolutePosix(slashed) ? posix.normalize(slashed) : posix.join(this.siteRoot, slashed);
		const known = this.#belowSite(absolute);
		const real = resolveLinks(known === void 0 ? absolute : posix.join(this.siteRoot, known));
		return below(this.siteRoot, real) ?? real;
	}
	/** The key of a path that the state names. Never looks at the disk: the state may be from another machine. */
	ofRecorded(recorded) {
		const path = toPosix(recorded);
		return isAbsolutePosix(path) ? this.#belowSite(path) ?? path : path;
	}
	/** Where the file of a key lies on this machine. */
	toAbsolute(key) {
		return isAbsolutePosix(key) ? key : posix.join(this.siteRoot, key);
	}
	/**
	* The key of a source of generated documentation: relative to the *parent* of the site root where it lies below that,
	* because such sources are the siblings of a site (`autodoc_tracking.py`). A relative path is taken as such a key.
	*/
	ofAutodocSource(path) {
		const slashed = toPosix(path);
		if (!isAbsolutePosix(slashed)) return slashed;
		for (const root of this.#roots()) {
			const key = below(posix.dirname(root), slashed);
			if (key !== void 0) return key;
		}
		return slashed;
	}
	autodocSourceToAbsolute(key) {
		return isAbsolutePosix(key) ? key : posix.join(posix.dirname(this.siteRoot), key);
	}
	#belowSite(absolute) {
		const here = below(this.siteRoot, absolute) ?? below(this.#givenRoot, absolute);
		if (here !== void 0) return here;
		const recordedRoot = this.#recorded();
		return recordedRoot === void 0 ? void 0 : below(recordedRoot, absolute);
	}
	*#roots() {
		yield this.siteRoot;
		yield this.#givenRoot;
		const recorded = this.#recorded();
		if (recorded !== void 0) yield recorded;
	}
	#recorded() {
		this.#recordedRoot ??= { path: this.#findRecordedRoot() };
		return this.#recordedRoot.path;
	}
};
/** As Python's `Path.resolve`: links are followed as far as the path exists. */
function resolveLinks(path) {
	const missing = [];
	for (let existing = path;; existing = dirname(existing)) try {
		return posix.join(toPosix(realpathSync.native(existing)), ...missing);
	} catch {
		if (dirname(existing) === existing) return path;
		missing.unshift(posix.basename(existing));
	}
}

// src/bengal/build-cache/disk.ts
/**
* The `.bengal` that a caller names, by itself or by its `cache.json.zst` (or `cache.json`).
*
* @throws UserError for any other file.
*/
function folderOf(path) {
	if (["cache.json.zst", "cache.json"].includes(basename(path))) return dirname(path);
	if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return path;
	throw new UserError([`Expected the folder .bengal, or the cache.json.zst in it, got the file ${path}`]);
}
/** The work under the lock that Bengal takes, unless the options say that there is no need. */
async function underLock({ folder, kind }, { lockTimeoutMs, useLock = true }, work) {
	return useLock ? await withCacheLock({
		folder,
		kind,
		...lockTimeoutMs === void 0 ? {} : { timeoutMs: lockTimeoutMs }
	}, work) : await work();
}
/** Tells a user of a cache what is not used of it. */
function warnerOf({ warn = warnProcess }) {
	return warn;
}
/** Reads the main file as it is under a shared lock. Stores are only looked at, not read. */
async function openCache(path, options) {
	const folder = folderOf(path);
	const stores = storesOf(folder, options);
	const file = await readUnderLock(folder, {
		options,
		pin: () => stores.pin()
	});
	if (file.kind === "absent") return file;
	if (file.kind === "corrupt") return {
		kind: "corrupt",
		why: `${file.path}: ${file.why}`
	};
	const main = file.value;
	const version = main["version"] ?? 0;
	if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
		const shown = JSON.stringify(version).slice(0, 40);
		return {
			kind: "corrupt",
			why: `${file.path}: its version is ${shown}, and only whole numbers are understood`
		};
	}
	if (version !== 8) warnerOf(options)(`${file.path} ${otherVersion(version)}`);
	const siteRoot = siteRootOf(folder, options);
	const keys = new PathKeys({
		siteRoot,
		findRecordedRoot: () => recordedRootOf(main, keys.siteRoot)
	});
	const python = file.envelope.kind === "headed" ? file.envelope.python : void 0;
	return {
		kind: "read",
		opened: {
			folder,
			options,
			data: new CacheData({
				main,
				stores,
				fresh: false
			}),
			stores,
			keys,
			python
		}
	};
}
/** As `openCache`; a fresh cache where there is none that can be used, with a warning if there is one. */
async function openOrFresh(path, options) {
	const outcome = await openCache(path, options);
	if (outcome.kind === "read") return outcome.opened;
	if (outcome.kind === "corrupt") warnerOf(options)(`Bengal's build cache is not used, and a fresh one begun: ${outcome.why}`);
	return openFresh(path, options);
}
function otherVersion(version) {
	return `has version ${String(version)}, ${version > 8 ? "newer than" : "older than"} the ${String(8)} of Bengal 0.2.4 to 0.5.1. What is known of it is used; saving makes it that version.`;
}
/**
* Getting the lock takes a process its time, so the file is read meanwhile. What was read counts if the file is still the
* same once the lock is held.
*/
async function readUnderLock(folder, { options, pin }) {
	const identify = () => JSON.stringify(["cache.json.zst", "cache.json"].map((name) => fileIdentity(join(folder, name)) ?? null));
	const before = identify();
	const early = readCacheFile(folder, "cache", options.limits);
	await new Promise(setImmediate);
	return await underLock({
		folder,
		kind: "shared"
	}, options, async () => {
		pin();
		return identify() === before ? void 0 : await readCacheFile(folder, "cache", options.limits);
	}) ?? await early;
}
/** A cache of nothing, to be saved in the folder. */
function openFresh(path, options) {
	const folder = folderOf(path);
	const stores = storesOf(folder, options);
	const keys = new PathKeys({
		siteRoot: siteRootOf(folder, options),
		findRecordedRoot: () => void 0
	});
	return {
		folder,
		options,
		data: new CacheData({
			main: freshFields(),
			stores,
			fresh: true
		}),
		stores,
		keys,
		python: void 0
	};
}
/** Writes what changed under an exclusive lock: first the stores, then the main file, each in one step. */
async function saveCache(opened, asked) {
	const { folder, options, data, stores } = opened;
	const reader = readingPython(folder, {
		asked: asked.python,
		wrote: opened.python
	});
	const composed = data.compose();
	try {
		await underLock({
			folder,
			kind: "exclusive"
		}, {
			...options,
			...asked
		}, async () => {
			mkdirSync(folder, { recursive: true });
			for (const [name, value] of composed.stores) stores.write(name, value);
			await writeCacheFile({
				folder,
				name: "cache",
				value: composed.main,
				python: reader
			});
			stores.pin();
		});
	} catch (thrown) {
		composed.undo();
		throw thrown;
	}
}
function storesOf(folder, options) {
	return new Stores({
		folder,
		limits: options.limits ?? DEFAULT_LIMITS,
		warn: warnerOf(options)
	});
}
function siteRootOf(folder, { siteRoot }) {
	return siteRoot ?? dirname(resolve(folder));
}

// src/bengal/file-fingerprint.ts
const NANOSECONDS = 1000000000n;
const CHUNK_BYTES = 1 << 17;
/** A microsecond; one double more or less of today's seconds is a quarter of it. */
const MOST_ROUNDING_MS = .001;
/**
* What Bengal notes about a file to see later whether it changed (`{mtime, mtime_ns, size, hash}` in
* `file_fingerprints`, see `bengal/cache/build_cache/fingerprint.py` and `file_tracking.py`). Immutable.
*/
var FileFingerprint = class FileFingerprint {
	mtime;
	mtimeNs;
	size;
	hash;
	constructor({ mtime, mtimeNs, size, hash }) {
		this.mtime = mtime;
		this.mtimeNs = mtimeNs;
		this.size = size;
		this.hash = hash;
		Object.freeze(this);
	}
	/**
	* The fingerprint of a file on disk. The time is taken before the content is read: a file that changes meanwhile will
	* look changed.
	*
	* @param options `hash: false` leaves the content unread.
	* @throws what the file system reports, e.g. `ENOENT`.
	*/
	static fromPath(path, options = {}) {
		const stat = statSync(path, { bigint: true });
		return FileFingerprint.fromStat(stat, options.hash === false ? void 0 : hashFileSync(path));
	}
	static fromStat(stat, hash) {
		return new FileFingerprint({
			mtime: secondsOf(stat.mtimeNs),
			mtimeNs: stat.mtimeNs,
			size: Number(stat.size),
			hash
		});
	}
	/**
	* Reads an entry of `file_fingerprints`, the bare SHA-256 of the older `file_hashes`, or what `toJSON` gave. Missing
	* numbers are 0 as in Bengal: they match no file, and the hash decides. `undefined` for what is no entry.
	*/
	static fromJSON(value) {
		const bare = asHash(value);
		if (bare !== void 0) return new FileFingerprint({
			mtime: 0,
			size: 0,
			hash: bare
		});
		if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
		return new FileFingerprint({
			mtime: asFiniteNumber(field(value, "mtime")) ?? 0,
			mtimeNs: asNanoseconds(field(value, "mtime_ns")),
			size: asFiniteNumber(field(value, "size")) ?? 0,
			hash: asHash(field(value, "hash"))
		});
	}
	/**
	* Whether time and size are the recorded ones: then Bengal takes the file for unchanged. The nanoseconds decide where
	* both have them, else as many digits as there are.
	*/
	matchesStat(stat) {
		return this.size === Number(stat.size) && this.#timeMatches(stat);
	}
	#timeMatches(stat) {
		if (!("mtimeNs" in stat)) {
			if (this.mtimeNs === void 0) return Math.abs(this.mtime * 1e3 - stat.mtimeMs) < MOST_ROUNDING_MS;
			return millisecondsOf(this.mtimeNs) === stat.mtimeMs;
		}
		return this.mtimeNs === void 0 ? this.mtime === secondsOf(stat.mtimeNs) : this.mtimeNs === stat.mtimeNs;
	}
	/**
	* This fingerprint with its hash, computed now where there was none.
	*
	* @throws Error when the file is no longer the one of the fingerprint: its hash would be another one's.
	* @throws what the file system reports.
	*/
	withHash(path) {
		if (this.hash !== void 0) return this;
		const hash = hashFileSync(path);
		if (!this.matchesStat(statSync(path, { bigint: true }))) throw new Error(`${path} changed since its fingerprint was taken: take a new one, with FileFingerprint.fromPath`);
		const { mtime, mtimeNs, size } = this;
		return new FileFingerprint({
			mtime,
			mtimeNs,
			size,
			hash
		});
	}
	/**
	* For `JSON.stringify`: `{mtime, mtime_ns, size, hash}`, the nanoseconds as a string of digits, since a JSON number
	* loses some of them in JavaScript. (`BuildCache` writes the integer that Bengal expects.)
	*/
	toJSON() {
		return {
			...fingerprintEntry(this),
			...this.mtimeNs === void 0 ? {} : { mtime_ns: String(this.mtimeNs) }
		};
	}
};
/** The entry that Bengal writes, for `stringifyExact`. */
function fingerprintEntry({ mtime, mtimeNs, size, hash }) {
	return {
		mtime,
		...mtimeNs === void 0 ? {} : { mtime_ns: fromInteger(mtimeNs) },
		size,
		hash: hash ?? null
	};
}
/** As Node makes them of what the system says (`msFromTimeSpec` in `lib/internal/fs/utils.js`). */
function millisecondsOf(nanoseconds) {
	const { seconds, rest } = splitSeconds(nanoseconds);
	return Number(seconds) * 1e3 + Number(rest) / 1e6;
}
/** Seconds as CPython makes them of nanoseconds (`posixmodule.c`, `fill_time`): the sum of two doubles, not a quotient. */
function secondsOf(nanoseconds) {
	const { seconds, rest } = splitSeconds(nanoseconds);
	return Number(seconds) + 1e-9 * Number(rest);
}
/** The rest is never negative. */
function splitSeconds(nanoseconds) {
	const rest = (nanoseconds % NANOSECONDS + NANOSECONDS) % NANOSECONDS;
	return {
		seconds: (nanoseconds - rest) / NANOSECONDS,
		rest
	};
}
/**
* SHA-256 of a file's bytes, read in pieces of 128 KiB.
*
* @throws what the file system reports.
*/
function hashFileSync(path) {
	const file = openSync(path, "r");
	try {
		const digest = createHash("sha256");
		const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
		for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) digest.update(chunk.subarray(0, length));
		return digest.digest("hex");
	} finally {
		closeSync(file);
	}
}
function asHash(value) {
	const text = asString(value);
	return text !== void 0 && isSha256(text) ? text : void 0;
}
function asNanoseconds(value) {
	const text = asString(value);
	return text !== void 0 && /^-?\d{1,20}$/.test(text) ? BigInt(text) : asInteger(value);
}

// src/bengal/build-cache/entry-map.ts
/**
* Key -> JSON value, for tables whose keys are files. One file recorded under two spellings is one entry: the one under
* the canonical key, where Bengal looks. The other spelling is written again beside it: the development version asks for
* its configuration file by the absolute path (`orchestration/build/initialization.py`).
*/
var EntryMap = class EntryMap {
	#entries = /* @__PURE__ */ new Map();
	#otherSpellings = /* @__PURE__ */ new Map();
	static fromJson(value, keyOf = (key) => key) {
		const map = new EntryMap();
		const misspelled = [];
		for (const [recorded, entry] of entriesOf(value)) {
			const key = keyOf(recorded);
			if (key === recorded) map.#entries.set(key, entry);
			else misspelled.push([
				key,
				recorded,
				entry
			]);
		}
		const canonical = new Set(misspelled.map(([key]) => key).filter((key) => map.#entries.has(key)));
		for (const [key, recorded, entry] of misspelled) if (!canonical.has(key)) map.#entries.set(key, entry);
		else map.#spellings(key).add(recorded);
		return map;
	}
	get size() {
		return this.#entries.size;
	}
	get(key) {
		return this.#entries.get(key);
	}
	entries() {
		return this.#entries.entries();
	}
	keys() {
		return this.#entries.keys();
	}
	values() {
		return this.#entries.values();
	}
	has(key) {
		return this.#entries.has(key);
	}
	set(key, entry) {
		this.#entries.set(key, entry);
	}
	/** Answers whether there was one. */
	delete(key) {
		this.#otherSpellings.delete(key);
		return this.#entries.delete(key);
	}
	clear() {
		this.#entries.clear();
		this.#otherSpellings.clear();
	}
	toJson() {
		const all = [];
		for (const [key, entry] of this.#entries) {
			all.push([key, entry]);
			for (const recorded of this.#otherSpellings.get(key) ?? []) all.push([recorded, entry]);
		}
		return Object.fromEntries(all);
	}
	#spellings(key) {
		const spellings = this.#otherSpellings.get(key) ?? /* @__PURE__ */ new Set();
		this.#otherSpellings.set(key, spellings);
		return spellings;
	}
};

// src/bengal/build-cache/file-table.ts
/** `file_fingerprints`; up to 0.1.4 `file_hashes`, path -> SHA-256. */
function fingerprintsCodec(keys) {
	return {
		names: ["file_fingerprints"],
		decode(read) {
			const fingerprints = read("file_fingerprints") ?? hashesAsFingerprints(read("file_hashes"));
			return EntryMap.fromJson(fingerprints, (recorded) => keys.ofRecorded(recorded));
		},
		encode: (entries) => ({ file_fingerprints: entries.toJson() })
	};
}
function hashesAsFingerprints(value) {
	if (!isObject(value)) return void 0;
	return Object.fromEntries(Object.entries(value).flatMap(([path, hash]) => {
		const fingerprint = FileFingerprint.fromJSON(hash);
		return fingerprint === void 0 ? [] : [[path, fingerprintEntry(fingerprint)]];
	}));
}
/** What was noted about files, and whether they still are as noted. */
var FileTable = class {
	#group;
	#keys;
	constructor(group, keys) {
		this.#group = group;
		this.#keys = keys;
	}
	get size() {
		return this.#group.value.size;
	}
	keys() {
		return this.#group.value.keys();
	}
	get(key) {
		return FileFingerprint.fromJSON(this.#group.value.get(key));
	}
	set(key, fingerprint) {
		const before = this.#group.value.get(key);
		this.#group.edit().set(key, {
			...isObject(before) ? before : {},
			...fingerprintEntry(fingerprint)
		});
	}
	/** Bengal's rule, see `BuildCache.isChanged`. */
	isChanged(key) {
		const recorded = this.get(key);
		if (recorded === void 0) return true;
		const path = this.#keys.toAbsolute(key);
		try {
			const stat = statSync(path, { bigint: true });
			if (recorded.matchesStat(stat)) return false;
			if (recorded.hash === void 0 || hashFileSync(path) !== recorded.hash) return true;
			this.set(key, FileFingerprint.fromStat(stat, recorded.hash));
			return false;
		} catch {
			return true;
		}
	}
	/** A file that is gone is forgotten. */
	update(key) {
		const path = this.#keys.toAbsolute(key);
		if (statSync(path, { throwIfNoEntry: false }) === void 0) this.delete(key);
		else this.set(key, FileFingerprint.fromPath(path));
	}
	delete(key) {
		return this.#group.value.has(key) && this.#group.edit().delete(key);
	}
	clear() {
		this.#group.edit().clear();
	}
};
/** `output_sources`: output below the output directory -> key of its source. */
function outputsCodec(keys) {
	return {
		names: ["output_sources"],
		decode: (read) => {
			const outputs = EntryMap.fromJson(read("output_sources"));
			for (const [output, source] of outputs.entries()) if (typeof source === "string") outputs.set(output, keys.ofRecorded(source));
			return outputs;
		},
		encode: (entries) => ({ output_sources: entries.toJson() })
	};
}
/** Which source each output was made of. */
var OutputTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	sources() {
		return new Map([...this.#group.value.entries()].flatMap(([output, source]) => asPair(output, asString(source))));
	}
	/** Paths are absolute; answers whether the output lies below the directory. */
	track(source, output, outputDir) {
		const relative = below(toPosix(outputDir), toPosix(output));
		if (relative === void 0) return false;
		this.#group.edit().set(relative, source);
		return true;
	}
	deleteSource(key) {
		const outputs = [...this.#group.value.entries()].filter(([, source]) => source === key);
		for (const [output] of outputs) this.#group.edit().delete(output);
	}
	clear() {
		this.#group.edit().clear();
	}
};
function asPair(output, source) {
	return source === void 0 ? [] : [[output, source]];
}
/** A file's modification time as Bengal compares it (float seconds), `null` when there is no such file. */
function mtimeSeconds(path) {
	const stat = statSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return stat === void 0 ? null : secondsOf(stat.mtimeNs);
}

// src/bengal/build-cache/content-table.ts
/** A hot map by page or file: `parsed_content`, `rendered_output`, `validation_results`. */
function contentCodec(name, keys) {
	return {
		names: [name],
		decode: (read) => EntryMap.fromJson(read(name), (recorded) => keys.ofRecorded(recorded)),
		encode: (entries) => ({ [name]: entries.toJson() })
	};
}
/** What tables of kept content have in common. What is set is copied, and so is what is got. */
var ContentTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	get size() {
		return this.#group.value.size;
	}
	keys() {
		return this.#group.value.keys();
	}
	get(key) {
		return structuredClone(this.peek(key));
	}
	/** The entry itself, only to be looked at. */
	peek(key) {
		const entry = this.#group.value.get(key);
		return isObject(entry) ? entry : void 0;
	}
	/** @throws TypeError that names the place of what is no JSON. */
	set(key, entry) {
		this.#group.edit().set(key, jsonCopy(entry, `${this.#group.names.join()} of ${key}`));
	}
	/** Answers whether there was one. */
	delete(key) {
		return this.#group.value.has(key) && this.#group.edit().delete(key);
	}
	deleteWhere(condemned) {
		const keys = [...this.#group.value.entries()].flatMap(([key, entry]) => condemned(entry, key) ? [key] : []);
		for (const key of keys) this.#group.edit().delete(key);
	}
	clear() {
		this.#group.edit().clear();
	}
	stats() {
		let totalBytes = 0;
		for (const entry of this.#group.value.values()) totalBytes += asFiniteNumber(field(entry, "size_bytes")) ?? 0;
		return {
			pages: this.size,
			totalBytes,
			averageBytes: this.size === 0 ? 0 : totalBytes / this.size
		};
	}
};
/** Whether a recorded text field is the given one. */
function isRecorded(entry, name, value) {
	return asString(field(entry, name)) === value;
}

// src/bengal/build-cache/metadata-hash.ts
/**
* Keys whose change affects menus and section lists (`NAV_AFFECTING_KEYS` in `bengal/orchestration/constants.py`),
* compared in lower case.
*/
const NAVIGATION_KEYS = /* @__PURE__ */ new Set([...[
	"title",
	"slug",
	"permalink",
	"aliases",
	"hidden",
	"draft",
	"visibility",
	"menu",
	"weight",
	"cascade",
	"redirect"
], ...[
	"lang",
	"language",
	"translationkey",
	"_section"
]]);
/** SHA-256 of `json.dumps(metadata, sort_keys=True, default=str)`: `parsed_content_cache.py`. */
function metadataHash(metadata) {
	return sha256(pythonJson(metadata, PYTHON_DEFAULT_SORTED));
}
function navigationHash(metadata) {
	const relevant = Object.entries(metadata).filter(([key]) => NAVIGATION_KEYS.has(key.toLowerCase()));
	return metadataHash(Object.fromEntries(relevant));
}
function cascadeHash(metadata) {
	return metadataHash("cascade" in metadata ? metadata["cascade"] : {});
}
/**
* As `metadataHash`, without Python objects: for generated documentation the hash of its content stands for the element
* (`rendered_output_cache.py`, `_compute_metadata_hash`).
*/
function renderedMetadataHash(metadata) {
	const transient = /* @__PURE__ */ new Set(["_site", "_section"]);
	if (isAutodoc(metadata) && Boolean(metadata["doc_content_hash"])) transient.add("autodoc_element");
	return metadataHash(Object.fromEntries(Object.entries(metadata).filter(([key]) => !transient.has(key))));
}
function isAutodoc(metadata) {
	return Boolean(metadata["is_autodoc"]);
}

// src/bengal/build-cache/page-content.ts
function miss(why) {
	return {
		kind: "miss",
		why
	};
}

// src/bengal/build-cache/parsed-content.ts
/** What is kept of a page if everything it was made of is unchanged, checked in Bengal's order. */
function findParsedContent(table, page, check) {
	const { terms, freshness } = check;
	const entry = table.peek(page);
	if (entry === void 0) return miss("not-cached");
	if (freshness.isChanged(page)) return miss("source-changed");
	if (!isRecorded(entry, "metadata_hash", metadataHash(terms.metadata))) return miss("metadata-changed");
	if (!isRecorded(entry, "template", terms.template)) return miss("template-changed");
	if (!isRecorded(entry, "parser_version", terms.parserVersion)) return miss("parser-changed");
	for (const file of freshness.dependenciesOf(page)) if (freshness.isChanged(file)) return miss("dependency-changed");
	return {
		kind: "cached",
		content: parsedContentOf(entry)
	};
}
/** The content of an entry, as a copy. */
function parsedContentOf(entry) {
	const copy = structuredClone(entry);
	const text = (name) => asString(field(copy, name)) ?? "";
	const number = (name) => asFiniteNumber(field(copy, name)) ?? 0;
	const texts = (name) => asStrings(field(copy, name));
	return {
		html: text("html"),
		toc: text("toc"),
		tocItems: asArray(field(copy, "toc_items")).filter(isObject),
		links: texts("links"),
		ast: field(copy, "ast") ?? null,
		excerpt: text("excerpt"),
		metaDescription: text("meta_description"),
		plainText: text("plain_text"),
		wordCount: number("word_count"),
		readingTime: number("reading_time"),
		..."detected_features" in copy ? { detectedFeatures: texts("detected_features") } : {},
		..."target_anchors" in copy ? { targetAnchors: texts("target_anchors") } : {}
	};
}
function parsedContentEntry(content, terms) {
	const { links = [], detectedFeatures, targetAnchors } = content;
	const { metadata } = terms;
	return {
		html: content.html,
		toc: content.toc,
		toc_items: content.tocItems,
		links,
		excerpt: content.excerpt ?? "",
		meta_description: content.metaDescription ?? "",
		plain_text: content.plainText ?? "",
		word_count: content.wordCount ?? 0,
		reading_time: content.readingTime ?? 0,
		ast: content.ast ?? null,
		metadata_hash: metadataHash(metadata),
		nav_metadata_hash: navigationHash(metadata),
		cascade_metadata_hash: cascadeHash(metadata),
		template: terms.template,
		parser_version: terms.parserVersion,
		timestamp: pythonTimestamp(/* @__PURE__ */ new Date()),
		size_bytes: sizeOf(content),
		...detectedFeatures === void 0 ? {} : { detected_features: detectedFeatures },
		...targetAnchors === void 0 ? {} : { target_anchors: targetAnchors }
	};
}
/** Bengal's estimate: the texts, and the syntax tree as JSON when there is one. */
function sizeOf({ html, toc, links = [], ast }) {
	return [
		html,
		toc,
		...links
	].reduce((sum, text) => sum + Buffer.byteLength(text), 0) + (Array.isArray(ast) && ast.length > 0 ? pythonJson(ast, {
		...PYTHON_DEFAULT_SORTED,
		sortKeys: false
	}).length : 0);
}

// src/bengal/build-cache/plain-tables.ts
/** A top-level field that is a map; its keys stay as they are unless they are files. */
function entriesCodec(name, keyOf) {
	return {
		names: [name],
		decode: (read) => EntryMap.fromJson(read(name), keyOf),
		encode: (entries) => ({ [name]: entries.toJson() })
	};
}
/** A top-level field that is a text or null. */
function textCodec(name) {
	return {
		names: [name],
		decode: (read) => ({ text: asString(read(name)) }),
		encode: ({ text }) => ({ [name]: text ?? null })
	};
}
function readClaim(entry, keys) {
	const source = asString(field(entry, "source"));
	if (source === void 0) return void 0;
	return {
		owner: asString(field(entry, "owner")) ?? "",
		source: keys.ofRecorded(source),
		priority: asFiniteNumber(field(entry, "priority")) ?? 0,
		version: asString(field(entry, "version")),
		lang: asString(field(entry, "lang"))
	};
}
function claimsOf(entries, keys) {
	const claims = /* @__PURE__ */ new Map();
	for (const [url, entry] of entries) {
		const claim = readClaim(entry, keys);
		if (claim !== void 0) claims.set(url, claim);
	}
	return claims;
}
/** The entries that are texts. */
function textsOf(entries) {
	const texts = /* @__PURE__ */ new Map();
	for (const [key, value] of entries) if (typeof value === "string") texts.set(key, value);
	return texts;
}
const PAGE_HASHES = ":page_hashes";
/**
* Forgets a page in `output_format_fingerprints`: format -> SHA-256 of all that goes into a site-wide file, and
* `<format>:page_hashes` -> JSON text of page -> SHA-256 (`postprocess/output_formats/incremental.py`). The fingerprint of
* a format that knew the page goes too, so that the file is written anew.
*/
function forgetInFormats(formats, page) {
	let changed = false;
	for (const [name, text] of [...formats.entries()]) {
		if (!name.endsWith(PAGE_HASHES) || typeof text !== "string") continue;
		const parsed = parseExact(Buffer.from(text));
		if (parsed.kind === "malformed" || !isObject(parsed.value) || !Object.hasOwn(parsed.value, page)) continue;
		const others = Object.entries(parsed.value).filter(([key]) => key !== page);
		formats.set(name, pythonJson(Object.fromEntries(others), {
			...PYTHON_COMPACT,
			sortKeys: true
		}));
		formats.delete(name.slice(0, -12));
		changed = true;
	}
	return { changed };
}
/** Whether any key or text in the value holds the text. */
function mentions(value, text) {
	return JSON.stringify(value).includes(JSON.stringify(text).slice(1, -1));
}

// src/bengal/build-cache/maps.ts
/**
* Every map of a cache, under the name that Bengal has for it, to be gone through. Each is made when it is asked for, and
* is the caller's own: nothing that happens to it changes the cache. Keys are those of files unless something else is said.
*/
var CacheMaps = class {
	#tables;
	constructor(tables) {
		this.#tables = tables;
	}
	/** What was noted of each file; its `hash` is what Bengal once kept as `file_hashes`. */
	get fileFingerprints() {
		const { files } = this.#tables;
		return new Map([...files.keys()].flatMap((key) => pairOf(key, files.get(key))));
	}
	/** Page -> the files that it was made with. Empty in what Bengal since 0.1.9 wrote. */
	get dependencies() {
		return copyOf(this.#tables.dependencies.relation.forward);
	}
	/** File -> the pages that were made with it. */
	get reverseDependencies() {
		return copyOf(this.#tables.dependencies.relation.reverse);
	}
	/** Output, relative to the output directory -> its source. Empty in what Bengal 0.3.3 to 0.5.1 wrote. */
	get outputSources() {
		return this.#tables.outputs.sources();
	}
	/** Term such as `tag:python` -> pages. */
	get taxonomyDependencies() {
		return copyOf(this.#tables.terms.pages);
	}
	/** Page -> tags as their authors wrote them. */
	get pageTags() {
		return copyOf(this.#tables.tags.written);
	}
	/** Slug -> pages. */
	get tagToPages() {
		return copyOf(this.#tables.tags.pages);
	}
	/** Page -> names of the templates that it was rendered with. */
	get templateDependencies() {
		return copyOf(this.#tables.templates.names);
	}
	/** Page -> its content, whether it still holds or not: `parsedContent` of the cache asks that too. */
	get parsedContent() {
		return contentOf(this.#tables.parsed, parsedContentOf);
	}
	/** Page -> its HTML, whether it still holds or not. */
	get renderedOutput() {
		return contentOf(this.#tables.rendered, (entry) => asString(field(entry, "html")));
	}
	/** File -> name of a validator -> what it said, in either form that Bengal writes. */
	get validationResults() {
		return contentOf(this.#tables.validation, (entry) => structuredClone(entry));
	}
	/** Any name -> data of a page that is no file. */
	get syntheticPages() {
		return contentOf(this.#tables.synthetic, (entry) => structuredClone(entry));
	}
	/** Source, as `addAutodocDependency` takes it -> pages that document it. */
	get autodocDependencies() {
		return copyOf(this.#tables.autodoc.pages);
	}
	/** URL -> who owns it. Bengal never removes a claim: sources may be gone. */
	get urlClaims() {
		return claimsOf(this.#tables.claims.value.entries(), this.#tables.keys);
	}
	/** Asset of the site -> output, relative to the assets folder or absolute, as Bengal left it. */
	get discoveredAssets() {
		return textsOf(this.#tables.assets.value.entries());
	}
	/** Format, or `<format>:page_hashes` -> SHA-256, or JSON text. */
	get outputFormatFingerprints() {
		return textsOf(this.#tables.formats.value.entries());
	}
};
function copyOf(sets) {
	return new Map([...sets.entries()].map(([key, items]) => [key, new Set(items)]));
}
function contentOf(table, read) {
	return new Map([...table.keys()].flatMap((key) => {
		const entry = table.peek(key);
		return entry === void 0 ? [] : pairOf(key, read(entry));
	}));
}
function pairOf(key, value) {
	return value === void 0 ? [] : [[key, value]];
}

// src/bengal/build-cache/rendered-output.ts
/** The kept HTML if everything it was made of is unchanged, checked in Bengal's order. */
function findRenderedOutput(table, page, check) {
	const { terms, freshness, assetManifestMtime, keyOfRecorded } = check;
	const entry = table.peek(page);
	const html = asString(field(entry, "html"));
	if (entry === void 0 || html === void 0) return miss("not-cached");
	if (!isAutodoc(terms.metadata) && freshness.isChanged(page)) return miss("source-changed");
	if (!isRecorded(entry, "metadata_hash", renderedMetadataHash(terms.metadata))) return miss("metadata-changed");
	if (!isRecorded(entry, "template", terms.template)) return miss("template-changed");
	const recorded = asStrings(field(entry, "dependencies")).map(keyOfRecorded);
	for (const file of /* @__PURE__ */ new Set([...recorded, ...freshness.dependenciesOf(page)])) if (freshness.isChanged(file)) return miss("dependency-changed");
	return (asFiniteNumber(field(entry, "asset_manifest_mtime")) ?? null) === assetManifestMtime ? {
		kind: "cached",
		content: html
	} : miss("assets-changed");
}
function renderedOutputEntry(output, terms, assetManifestMtime) {
	return {
		html: output.html,
		template: terms.template,
		metadata_hash: renderedMetadataHash(terms.metadata),
		dependencies: output.dependencies,
		timestamp: pythonTimestamp(/* @__PURE__ */ new Date()),
		size_bytes: Buffer.byteLength(output.html),
		asset_manifest_mtime: assetManifestMtime
	};
}

// src/bengal/build-cache/stats.ts
function statsOf({ files, dependencies, tags, terms, parsed, rendered, autodoc }) {
	return {
		trackedFiles: files.size,
		dependencies: dependencies.pairs,
		tags: tags.slugs().size,
		taxonomyTerms: terms.pages.size,
		parsedPages: parsed.size,
		renderedPages: rendered.size,
		autodocSources: autodoc.sources,
		autodocPages: autodoc.pairs
	};
}
/** One line for people. */
function describeStats(stats) {
	const { trackedFiles, dependencies, tags, parsedPages, renderedPages } = stats;
	return `BuildCache: ${`${trackedFiles} files, ${dependencies} dependencies, ${tags} tags`}, ${parsedPages} parsed and ${renderedPages} rendered pages`;
}

// src/bengal/build-cache/set-map.ts
const NONE = /* @__PURE__ */ new Set();
const asRecorded = {
	key: (name) => name,
	item: (name) => name
};
/**
* Key -> set of strings, as Bengal stores it: `{ "key": ["a", "b"] }`, in random order there and sorted here. Entries of
* two spellings of one key are united. What is no string is kept aside and written again.
*/
var SetMap = class SetMap {
	#sets = /* @__PURE__ */ new Map();
	#foreign = /* @__PURE__ */ new Map();
	static fromJson(value, names = asRecorded) {
		const map = new SetMap();
		for (const [recorded, items] of entriesOf(value)) map.#take(names.key(recorded), items, names);
		return map;
	}
	get size() {
		return this.#sets.size;
	}
	get(key) {
		return this.#sets.get(key) ?? NONE;
	}
	has(key) {
		return this.#sets.has(key);
	}
	entries() {
		return this.#sets.entries();
	}
	keys() {
		return this.#sets.keys();
	}
	add(key, item) {
		assertText(item);
		const set = this.#sets.get(key);
		if (set === void 0) this.#sets.set(key, /* @__PURE__ */ new Set([item]));
		else set.add(item);
	}
	/** A key without items is kept: it says that there are none. */
	replace(key, items) {
		const set = new Set(items);
		for (const item of set) assertText(item);
		this.#foreign.delete(key);
		this.#sets.set(key, set);
	}
	/** A key whose last item this was goes too. Answers whether it did. */
	remove(key, item) {
		const set = this.#sets.get(key);
		if (set?.delete(item) !== true || set.size > 0) return false;
		this.delete(key);
		return true;
	}
	delete(key) {
		this.#sets.delete(key);
		this.#foreign.delete(key);
	}
	clear() {
		this.#sets.clear();
		this.#foreign.clear();
	}
	toJson(spell = asRecorded.key) {
		const known = [...this.#sets].map(([key, items]) => [spell(key), this.#itemsToJson(key, items)]);
		const foreign = [...this.#foreign].filter(([key]) => !this.#sets.has(key));
		return Object.fromEntries([...known, ...foreign]);
	}
	#take(key, items, names) {
		if (!Array.isArray(items)) {
			this.#foreign.set(key, items);
			return;
		}
		const set = this.#sets.get(key) ?? /* @__PURE__ */ new Set();
		this.#sets.set(key, set);
		const others = [];
		for (const item of items) if (typeof item === "string") set.add(names.item(item));
		else others.push(item);
		if (others.length > 0) this.#foreign.set(key, others);
	}
	#itemsToJson(key, items) {
		const foreign = this.#foreign.get(key);
		const others = Array.isArray(foreign) ? foreign : [];
		return [...[...items].sort(byCodeUnit), ...others];
	}
};
/** The compiler cannot see what a program in JavaScript passes, and a set of anything else would be written as nothing. */
function assertText(item) {
	if (typeof item !== "string") throw new TypeError(`Expected a string to keep, got ${typeof item}`);
}

// src/bengal/build-cache/relation.ts
/** Pairs that are found from either side at the cost of the answer. */
var Relation = class {
	#forward;
	#reverse = new SetMap();
	constructor(forward = new SetMap()) {
		this.#forward = forward;
		for (const [left, rights] of forward.entries()) for (const right of rights) this.#reverse.add(right, left);
	}
	/** Left -> rights. Only to be read. */
	get forward() {
		return this.#forward;
	}
	/** Right -> lefts. Only to be read. */
	get reverse() {
		return this.#reverse;
	}
	get pairs() {
		let count = 0;
		for (const [, rights] of this.#forward.entries()) count += rights.size;
		return count;
	}
	add(left, right) {
		this.#forward.add(left, right);
		this.#reverse.add(right, left);
	}
	/** Answers whether that was the last pair with this left side. */
	remove(left, right) {
		this.#reverse.remove(right, left);
		return this.#forward.remove(left, right);
	}
	replaceLeft(left, rights) {
		const wanted = new Set(rights);
		for (const right of this.#forward.get(left)) this.#reverse.remove(right, left);
		this.#forward.replace(left, wanted);
		for (const right of wanted) this.#reverse.add(right, left);
	}
	removeLeft(left) {
		for (const right of this.#forward.get(left)) this.#reverse.remove(right, left);
		this.#forward.delete(left);
	}
	/** Answers the left sides that have no pair any more. */
	removeRight(right) {
		const emptied = [...this.#reverse.get(right)].filter((left) => this.#forward.remove(left, right));
		this.#reverse.delete(right);
		return emptied;
	}
	clear() {
		this.#forward.clear();
		this.#reverse.clear();
	}
};

// src/bengal/build-cache/autodoc-table.ts
/** `autodoc_dependencies`, `autodoc_source_metadata` (since 0.1.8), `autodoc_content_cache` (since 0.1.9). */
function autodocCodec(keys) {
	const sourceOf = (recorded) => keys.ofAutodocSource(recorded);
	const asIs = (page) => page;
	return {
		names: [
			"autodoc_dependencies",
			"autodoc_source_metadata",
			"autodoc_content_cache"
		],
		decode: (read) => ({
			pages: new Relation(SetMap.fromJson(read("autodoc_dependencies"), {
				key: sourceOf,
				item: asIs
			})),
			metadata: EntryMap.fromJson(read("autodoc_source_metadata"), sourceOf),
			modules: EntryMap.fromJson(read("autodoc_content_cache"), sourceOf)
		}),
		encode: ({ pages, metadata, modules }) => ({
			autodoc_dependencies: pages.forward.toJson(),
			autodoc_source_metadata: metadata.toJson(),
			autodoc_content_cache: modules.toJson()
		})
	};
}
/** Which sources generated documentation is made of. Sources are autodoc keys, pages pseudo paths like `api/x/y.md`. */
var AutodocTable = class {
	#group;
	#keys;
	constructor(group, keys) {
		this.#group = group;
		this.#keys = keys;
	}
	get sources() {
		return this.#group.value.pages.forward.size;
	}
	get pairs() {
		return this.#group.value.pages.pairs;
	}
	add(source, page, about) {
		const hashes = asObject(partOf(this.#group.value.metadata.get(source), 2));
		const known = about.contentHash === void 0 ? hashes : {
			...hashes,
			[page]: about.contentHash
		};
		const entry = jsonCopy([
			about.sourceHash,
			about.sourceMtime,
			known
		], `autodoc source ${source}`);
		const { pages, metadata } = this.#group.edit();
		pages.add(source, page);
		metadata.set(source, entry);
	}
	/** Source -> pages. Only to be read. */
	get pages() {
		return this.#group.value.pages.forward;
	}
	pagesOf(source) {
		return this.#group.value.pages.forward.get(source);
	}
	docHash(source, page) {
		return asString(field(partOf(this.#group.value.metadata.get(source), 2), page));
	}
	/** Sources that changed, are gone, or of which too little is noted to tell; sorted. */
	stale() {
		const { pages, metadata } = this.#group.value;
		return [.../* @__PURE__ */ new Set([...pages.forward.keys(), ...metadata.keys()])].filter((source) => this.#isStale(source)).sort(byCodeUnit);
	}
	deleteSource(source) {
		const { pages, metadata, modules } = this.#group.value;
		if (!pages.forward.has(source) && !metadata.has(source) && !modules.has(source)) return;
		const edited = this.#group.edit();
		edited.pages.removeLeft(source);
		edited.metadata.delete(source);
		edited.modules.delete(source);
	}
	deletePage(page) {
		const { pages, metadata } = this.#group.value;
		for (const [source, entry] of [...metadata.entries()]) {
			const hashes = asObject(partOf(entry, 2));
			if (!Array.isArray(entry) || !Object.hasOwn(hashes, page)) continue;
			const others = Object.fromEntries(Object.entries(hashes).filter(([key]) => key !== page));
			this.#group.edit().metadata.set(source, [...entry.slice(0, 2), others]);
		}
		if (pages.reverse.has(page)) this.#group.edit().pages.removeRight(page);
	}
	clear() {
		const { pages, metadata, modules } = this.#group.edit();
		pages.clear();
		metadata.clear();
		modules.clear();
	}
	#isStale(source) {
		const entry = this.#group.value.metadata.get(source);
		const [hash, mtime] = [asString(partOf(entry, 0)), asFiniteNumber(partOf(entry, 1))];
		if (hash === void 0 || !/^[0-9a-f]{16,64}$/.test(hash)) return true;
		const path = this.#keys.autodocSourceToAbsolute(source);
		try {
			const present = secondsOf(statSync(path, { bigint: true }).mtimeNs);
			if (present === mtime) return false;
			if (!hashFileSync(path).startsWith(hash)) return true;
			this.#group.edit().metadata.set(source, [
				hash,
				present,
				asObject(partOf(entry, 2))
			]);
			return false;
		} catch {
			return true;
		}
	}
};
function partOf(entry, index) {
	return Array.isArray(entry) ? entry[index] : void 0;
}
function asObject(value) {
	return isObject(value) ? value : {};
}

// src/bengal/build-cache/dependency-table.ts
/**
* `dependencies` (page -> files) and `reverse_dependencies` (file -> pages, since 0.1.7). A pair that stands in only one of
* them counts: too many pages are rebuilt then, never too few.
*/
function dependenciesCodec(keys) {
	const names = {
		key: keyOf,
		item: keyOf
	};
	function keyOf(recorded) {
		return keys.ofRecorded(recorded);
	}
	return {
		names: ["dependencies", "reverse_dependencies"],
		decode(read) {
			const relation = new Relation(SetMap.fromJson(read("dependencies"), names));
			const reverse = SetMap.fromJson(read("reverse_dependencies"), names);
			for (const [file, pages] of reverse.entries()) for (const page of pages) relation.add(page, file);
			return relation;
		},
		encode: (relation) => ({
			dependencies: relation.forward.toJson(),
			reverse_dependencies: relation.reverse.toJson()
		})
	};
}
/** Which files each page was made with. Keys on both sides. */
var DependencyTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	/** Page -> files. Only to be read. */
	get relation() {
		return this.#group.value;
	}
	get pairs() {
		return this.#group.value.pairs;
	}
	add(page, file) {
		this.#group.edit().add(page, file);
	}
	of(page) {
		return this.#group.value.forward.get(page);
	}
	dependents(file) {
		return this.#group.value.reverse.get(file);
	}
	/** Pages that depend on the file, and the file itself if it is such a page. */
	affectedBy(file) {
		const affected = new Set(this.dependents(file));
		if (this.#group.value.forward.has(file)) affected.add(file);
		return affected;
	}
	delete(key) {
		const relation = this.#group.value;
		if (!relation.forward.has(key) && !relation.reverse.has(key)) return;
		this.#group.edit().removeLeft(key);
		this.#group.edit().removeRight(key);
	}
	clear() {
		this.#group.edit().clear();
	}
};

// src/bengal/build-cache/tag-table.ts
/** `page_tags`, `tag_to_pages`, `known_tags`. Since both absolute and relative pages stand in one map, they are united. */
function tagsCodec(keys) {
	const keyOf = (recorded) => keys.ofRecorded(recorded);
	const asIs = (recorded) => recorded;
	return {
		names: [
			"page_tags",
			"tag_to_pages",
			"known_tags"
		],
		decode: (read) => ({
			written: SetMap.fromJson(read("page_tags"), {
				key: keyOf,
				item: asIs
			}),
			pages: new Relation(SetMap.fromJson(read("tag_to_pages"), {
				key: asIs,
				item: keyOf
			})),
			known: new Set(asStrings(read("known_tags")))
		}),
		encode: ({ written, pages, known }) => ({
			page_tags: written.toJson(),
			tag_to_pages: pages.forward.toJson(),
			known_tags: sortedUnique(known)
		})
	};
}
/** Which tags each page carries, and which pages each tag has. Pages are keys. */
var TagTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	/** Page -> tags as written. Only to be read. */
	get written() {
		return this.#group.value.written;
	}
	/** Slug -> pages. Only to be read. */
	get pages() {
		return this.#group.value.pages.forward;
	}
	/** As written, not slugs. */
	tagsOf(page) {
		return this.#group.value.written.get(page);
	}
	pagesOf(slug) {
		return this.#group.value.pages.forward.get(slug);
	}
	slugs() {
		const { known, pages } = this.#group.value;
		return /* @__PURE__ */ new Set([...known, ...pages.forward.keys()]);
	}
	/** Sets a page's tags in both directions. Answers every slug that the page had or has. */
	update(page, tags) {
		const written = [...tags].filter((tag) => tagSlug(tag) !== void 0);
		const after = slugsOf(written);
		const before = this.#slugsBefore(page);
		const { pages, known, written: writtenTags } = this.#group.edit();
		for (const slug of before) if (!after.has(slug) && pages.remove(slug, page)) known.delete(slug);
		for (const slug of after) {
			pages.add(slug, page);
			known.add(slug);
		}
		writtenTags.replace(page, written);
		return /* @__PURE__ */ new Set([...before, ...after]);
	}
	delete(page) {
		const { written, pages } = this.#group.value;
		if (!written.has(page) && !pages.reverse.has(page)) return;
		const edited = this.#group.edit();
		edited.written.delete(page);
		for (const slug of edited.pages.removeRight(page)) edited.known.delete(slug);
	}
	clear() {
		const { written, pages, known } = this.#group.edit();
		written.clear();
		pages.clear();
		known.clear();
	}
	/** By either direction: in a state of Bengal they can disagree, and then a tag page may list what it should not. */
	#slugsBefore(page) {
		const { written, pages } = this.#group.value;
		return /* @__PURE__ */ new Set([...slugsOf(written.get(page)), ...pages.reverse.get(page)]);
	}
};
function slugsOf(tags) {
	return new Set([...tags].flatMap((tag) => tagSlug(tag) ?? []));
}
/** `taxonomy_deps`: term such as `tag:python` -> pages. Empty since 0.1.9. */
function termsCodec(keys) {
	return {
		names: ["taxonomy_deps"],
		decode: (read) => new Relation(SetMap.fromJson(read("taxonomy_deps"), {
			key: (term) => term,
			item: (page) => keys.ofRecorded(page)
		})),
		encode: (relation) => ({ taxonomy_deps: relation.forward.toJson() })
	};
}
/** Which pages each taxonomy term affects. */
var TermTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	/** Term -> pages. Only to be read. */
	get pages() {
		return this.#group.value.forward;
	}
	pagesOf(term) {
		return this.#group.value.forward.get(term);
	}
	add(term, page) {
		this.#group.edit().add(term, page);
	}
	delete(page) {
		if (this.#group.value.reverse.has(page)) this.#group.edit().removeRight(page);
	}
	clear() {
		this.#group.edit().clear();
	}
};

// src/bengal/build-cache/template-table.ts
/** `template_dependencies` (since 0.3.0): page -> names such as `page.html`, not paths. */
function templatesCodec(keys) {
	return {
		names: ["template_dependencies"],
		decode(read) {
			const spelled = /* @__PURE__ */ new Map();
			const key = (recorded) => {
				const page = keys.ofRecorded(recorded);
				spelled.set(page, recorded);
				return page;
			};
			const names = SetMap.fromJson(read("template_dependencies"), {
				key,
				item: (name) => name
			});
			return {
				names: new Relation(names),
				spelled
			};
		},
		encode: ({ names, spelled }) => ({ template_dependencies: names.forward.toJson((page) => spelled.get(page) ?? page) })
	};
}
/** Which templates each page was rendered with. */
var TemplateTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	/** Page -> names. Only to be read. */
	get names() {
		return this.#group.value.names.forward;
	}
	record(page, templates) {
		const { names, spelled } = this.#group.edit();
		names.replaceLeft(page.key, templates);
		spelled.set(page.key, page.spelled);
	}
	of(page) {
		return this.#group.value.names.forward.get(page);
	}
	pagesOf(template) {
		return this.#group.value.names.reverse.get(template);
	}
	delete(page) {
		if (!this.#group.value.names.forward.has(page)) return;
		const { names, spelled } = this.#group.edit();
		names.removeLeft(page);
		spelled.delete(page);
	}
	clear() {
		const { names, spelled } = this.#group.edit();
		names.clear();
		spelled.clear();
	}
};

// src/bengal/build-cache/validation-results.ts
/** The report over the whole site, which Bengal keeps among those of files (`orchestration/build/finalization.py`). */
const HEALTH_REPORT_KEY = "__bengal_health_report__";
/** Results that were kept for the file and validator, in either form that Bengal writes. */
function findValidationResults(table, file, { validator, context }) {
	const entry = field(table.peek(file), validator);
	if (entry === void 0) return miss("not-cached");
	if (context !== void 0 && !isDeepStrictEqual(field(entry, "context"), context)) return miss("context-changed");
	const results = isObject(entry) ? field(entry, "results") : entry;
	return Array.isArray(results) ? {
		kind: "cached",
		content: structuredClone(results)
	} : miss("not-cached");
}
function addValidationResults(table, file, { validator, context, results }) {
	const entry = context === void 0 ? results : {
		context,
		results
	};
	table.set(file, {
		...table.peek(file),
		[validator]: entry
	});
}

// src/bengal/build-cache/tables.ts
/** Every table of a cache, and what concerns more than one of them. */
var Tables = class {
	keys;
	files;
	outputs;
	dependencies;
	tags;
	terms;
	templates;
	parsed;
	rendered;
	validation;
	synthetic;
	autodoc;
	artifacts;
	formats;
	claims;
	assets;
	configHash;
	lastBuild;
	constructor({ data, keys }) {
		const keyOf = (recorded) => keys.ofRecorded(recorded);
		this.keys = keys;
		this.files = new FileTable(data.group(fingerprintsCodec(keys)), keys);
		this.outputs = new OutputTable(data.group(outputsCodec(keys)));
		this.dependencies = new DependencyTable(data.group(dependenciesCodec(keys)));
		this.tags = new TagTable(data.group(tagsCodec(keys)));
		this.terms = new TermTable(data.group(termsCodec(keys)));
		this.templates = new TemplateTable(data.group(templatesCodec(keys)));
		this.parsed = new ContentTable(data.group(contentCodec("parsed_content", keys)));
		this.rendered = new ContentTable(data.group(contentCodec("rendered_output", keys)));
		this.validation = new ContentTable(data.group(contentCodec("validation_results", keys)));
		this.synthetic = new ContentTable(data.group(entriesCodec("synthetic_pages")));
		this.autodoc = new AutodocTable(data.group(autodocCodec(keys)), keys);
		this.artifacts = data.group(entriesCodec("page_artifacts", keyOf));
		this.formats = data.group(entriesCodec("output_format_fingerprints"));
		this.claims = data.group(entriesCodec("url_claims"));
		this.assets = data.group(entriesCodec("discovered_assets", keyOf));
		this.configHash = data.group(textCodec("config_hash"));
		this.lastBuild = data.group(textCodec("last_build"));
	}
	isChanged(key) {
		return this.files.isChanged(key);
	}
	dependenciesOf(page) {
		return this.dependencies.of(page);
	}
	/** Whatever was made with the file is void as well: once its name is gone, nothing would show that it is missing. */
	forget(key) {
		for (const page of this.dependencies.dependents(key)) {
			this.parsed.delete(page);
			this.rendered.delete(page);
		}
		this.rendered.deleteWhere((entry) => this.#recordsDependency(entry, key));
		this.files.delete(key);
		this.outputs.deleteSource(key);
		this.dependencies.delete(key);
		this.tags.delete(key);
		this.terms.delete(key);
		this.templates.delete(key);
		this.parsed.delete(key);
		this.rendered.delete(key);
		this.validation.delete(key);
		this.validation.deleteWhere((entry, name) => name === "__bengal_health_report__" && mentions(entry, key));
		this.synthetic.deleteWhere((entry, name) => name === key || mentions(entry, key));
		this.autodoc.deleteSource(this.keys.ofAutodocSource(this.keys.toAbsolute(key)));
		this.autodoc.deletePage(key);
		this.#forgetInSiteTables(key);
	}
	/** Whether the cache is for this configuration, or for none yet. For another one everything is cleared first. */
	adoptConfig(hash) {
		const recorded = this.configHash.value.text;
		if (recorded === hash) return true;
		if (recorded !== void 0) this.clear();
		this.configHash.edit().text = hash;
		return recorded === void 0;
	}
	clear() {
		const tables = [...[
			this.files,
			this.outputs,
			this.dependencies,
			this.tags,
			this.terms,
			this.templates,
			this.parsed
		], ...[
			this.rendered,
			this.validation,
			this.synthetic,
			this.autodoc
		]];
		for (const table of tables) table.clear();
		for (const group of [
			this.artifacts,
			this.formats,
			this.claims,
			this.assets
		]) group.edit().clear();
		this.configHash.edit().text = void 0;
		this.lastBuild.edit().text = void 0;
	}
	#forgetInSiteTables(key) {
		const isKey = (value) => typeof value === "string" && this.keys.ofRecorded(value) === key;
		if (this.artifacts.value.has(key)) this.artifacts.edit().delete(key);
		for (const [url, claim] of [...this.claims.value.entries()]) if (isKey(field(claim, "source"))) this.claims.edit().delete(url);
		for (const [asset, output] of [...this.assets.value.entries()]) if (asset === key || isKey(output)) this.assets.edit().delete(asset);
		if (forgetInFormats(this.formats.value, key).changed) this.formats.changed = true;
	}
	#recordsDependency(entry, key) {
		return asStrings(field(entry, "dependencies")).some((path) => this.keys.ofRecorded(path) === key);
	}
};

// src/bengal/build-cache.ts
/**
* Bengal's build cache: `.bengal/cache.json.zst` and `.bengal/stores/`, with the operations of Bengal's own class
* (`bengal/cache/build_cache/`, schema 8 of Bengal 0.2.4 to 0.5.1, and the older ones). All but `load`, `save` and
* `update` are synchronous.
*
* Files are named by their path, absolute or relative to the site root, in answers always by their *key*: relative POSIX
* below the site root, absolute elsewhere, symbolic links resolved. A state that was written in another checkout is
* understood. Only JSON is kept, never an object of the program: whatever is set is checked (a `TypeError` names the place
* of what is no JSON) and copied, sets as sorted lists, and whatever is got is a copy.
*
* What nobody changes is written as it was read; what is changed is written in canonical form.
*/
var BuildCache = class BuildCache {
	/** The number of the schema that is written. */
	static VERSION = 8;
	#opened;
	#tables;
	/** For `BuildCache.load`, `BuildCache.fresh` and `readBuildCache`. */
	constructor(opened) {
		this.#opened = opened;
		this.#tables = new Tables(opened);
	}
	/**
	* Reads the cache under a shared lock. An absent one gives a fresh cache; a malformed one gives a fresh cache and one
	* warning with the reason; of one of another version the fields that are known are loaded, with a warning. A store
	* (`stores/*.json`) that cannot be used is empty, with a warning when it is first asked for.
	*
	* @param path `.bengal`, or the `cache.json.zst` in it.
	* @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
	* @throws UserError when the path is another file.
	*/
	static async load(path, options = {}) {
		return new BuildCache(await openOrFresh(path, options));
	}
	/** An empty cache; nothing is read. Its first save replaces everything that is there. */
	static fresh(path, options = {}) {
		return new BuildCache(openFresh(path, options));
	}
	/**
	* Loads, changes and saves under one exclusive lock, so that of two programs that do so neither loses what the other
	* wrote. Answers what `change` answers. What it throws is passed on, and nothing is saved then.
	*
	* @throws what `load` and `save` throw.
	*/
	static async update(path, change, options = {}) {
		return await underLock({
			folder: folderOf(path),
			kind: "exclusive"
		}, options, async () => {
			const cache = await BuildCache.load(path, {
				...options,
				useLock: false
			});
			const answer = await change(cache);
			await cache.save(options);
			return answer;
		});
	}
	/**
	* Writes what changed, under an exclusive lock: stores first, then `cache.json.zst`, each through a temporary file and a
	* rename, so that a crash leaves the old or the new one. A plain `cache.json` of old is removed. Fields that no Bengal
	* knows (`unknownFields`) are left out: its loader would discard everything for one of them.
	*
	* @throws CacheLockTimeout when others hold the lock for too long; CacheLockError when there can be no lock.
	* @throws what the file system reports; the old file is then untouched.
	*/
	async save(options = {}) {
		if (options.builtAt !== void 0) this.#tables.lastBuild.edit().text = pythonTimestamp(options.builtAt);
		await saveCache(this.#opened, options);
	}
	/** Everything, stores included, as the JSON of Bengal's schema. Integers beyond 2^53: see `asInteger`. */
	toJSON() {
		return this.#opened.data.toJson();
	}
	/** The number of the schema in the file as it was read or last saved; 0 where it had none. */
	get version() {
		return this.#opened.data.version;
	}
	/** Every map, to be gone through. */
	get maps() {
		return new CacheMaps(this.#tables);
	}
	/** Top-level fields of the file that no Bengal knows; `save` drops them. */
	get unknownFields() {
		return this.#opened.data.unknownFields;
	}
	/** 16 hexadecimal digits; `undefined` until a configuration was adopted. */
	get configHash() {
		return this.#tables.configHash.value.text;
	}
	/** ISO 8601 as recorded: in UTC with offset, before 0.1.9 local time without. */
	get lastBuild() {
		return this.#tables.lastBuild.value.text;
	}
	/** The Python that wrote the file; `undefined` for a fresh cache and for files without header. */
	get python() {
		return this.#opened.python;
	}
	/** The key under which a file is kept. */
	keyOf(path) {
		return this.#tables.keys.of(path);
	}
	/**
	* SHA-256 of a file's bytes.
	*
	* @throws what the file system reports.
	*/
	hashFile(path) {
		return hashFileSync(this.#onDisk(path));
	}
	/** What was noted about a file, if anything was. */
	fingerprint(path) {
		return this.#tables.files.get(this.keyOf(path));
	}
	/**
	* Whether a file is not as it was noted (`file_tracking.py`, `is_changed`): one that is gone, unreadable or unknown is
	* changed; one with the noted time and size is not; else the hash decides, and if only the time is another, it is noted.
	*/
	isChanged(path) {
		return this.#tables.files.isChanged(this.keyOf(path));
	}
	/** Whether nothing kept for the source may be used: it is among those that are known to have changed, or `isChanged`. */
	shouldBypass(path, changedSources = []) {
		const key = this.keyOf(path);
		for (const changed of changedSources) if (this.keyOf(changed) === key) return true;
		return this.#tables.files.isChanged(key);
	}
	/**
	* Notes a file as it is now; one that is gone is forgotten.
	*
	* @throws what else the file system reports.
	*/
	updateFile(path) {
		this.#tables.files.update(this.keyOf(path));
	}
	/** Notes which source an output was made of. Answers `false`, and notes nothing, for an output outside the directory. */
	trackOutput(source, output, outputDir) {
		const [absolute, directory] = [this.#onDisk(output), this.#onDisk(outputDir)];
		return this.#tables.outputs.track(this.keyOf(source), absolute, directory);
	}
	/** Notes that a page was made with a file. */
	addDependency(page, file) {
		this.#tables.dependencies.add(this.keyOf(page), this.keyOf(file));
	}
	/** Keys of the files that a page was made with. */
	dependenciesOf(page) {
		return new Set(this.#tables.dependencies.of(this.keyOf(page)));
	}
	/**
	* Keys of the pages that were made with a file, and of the file itself if it is such a page. Costs as much as the answer
	* is long. No Bengal since 0.1.9 fills these maps; there, ask the graph of `readState`.
	*/
	affectedPages(changedFile) {
		return this.#tables.dependencies.affectedBy(this.keyOf(changedFile));
	}
	/** Notes that a term such as `tag:python` affects a page. */
	addTaxonomyDependency(term, page) {
		this.#tables.terms.add(term, this.keyOf(page));
	}
	pagesForTerm(term) {
		return new Set(this.#tables.terms.pagesOf(term));
	}
	/** A page's tags as they were written, not slugs; none for an unknown page. */
	previousTags(page) {
		return new Set(this.#tables.tags.tagsOf(this.keyOf(page)));
	}
	/** Sets a page's tags, as written. (Bengal's `update_tags` leaves the other direction behind; this keeps both equal.) */
	updateTags(page, tags) {
		this.#tables.tags.update(this.keyOf(page), tags);
	}
	/**
	* Sets a page's tags, as written, and answers the slugs of all tags whose pages are to be built again: those added, those
	* removed, and those kept, since their lists show the page.
	*/
	updatePageTags(page, tags) {
		return this.#tables.tags.update(this.keyOf(page), tags);
	}
	/** Keys of the pages with a tag, by slug. Costs as much as the answer is long. */
	pagesForTag(slug) {
		return new Set(this.#tables.tags.pagesOf(slug));
	}
	/** Slugs. */
	allTags() {
		return this.#tables.tags.slugs();
	}
	/**
	* Notes the names (`page.html`) of the templates that a page was rendered with. Bengal takes these pages for paths: give
	* an absolute one for a page that is a file.
	*/
	recordPageTemplates(page, templates) {
		this.#tables.templates.record({
			key: this.keyOf(page),
			spelled: toPosix(page)
		}, templates);
	}
	/** Keys of the pages that were rendered with the template, by name. */
	pagesForTemplate(name) {
		return new Set(this.#tables.templates.pagesOf(name));
	}
	/** What a validator said about a file, if the file is unchanged; what is kept of a changed one is forgotten. */
	cachedValidationResults(path, which) {
		const key = this.keyOf(path);
		if (!this.#tables.files.isChanged(key)) return findValidationResults(this.#tables.validation, key, which);
		this.#tables.validation.delete(key);
		return {
			kind: "miss",
			why: "source-changed"
		};
	}
	/** Keeps what a validator said. */
	cacheValidationResults(path, results) {
		addValidationResults(this.#tables.validation, this.keyOf(path), results);
	}
	/** Forgets what validators said about one file, or about all. */
	invalidateValidationResults(path) {
		if (path === void 0) this.#tables.validation.clear();
		else this.#tables.validation.delete(this.keyOf(path));
	}
	storeParsedContent(page, content, terms) {
		this.#tables.parsed.set(this.keyOf(page), parsedContentEntry(content, terms));
	}
	/**
	* The kept content of a page if its file, metadata, template name, parser and every file that it was made with are
	* unchanged; else why not.
	*/
	parsedContent(page, terms) {
		return findParsedContent(this.#tables.parsed, this.keyOf(page), {
			terms,
			freshness: this.#tables
		});
	}
	/** Answers whether there was any. */
	invalidateParsedContent(page) {
		return this.#tables.parsed.delete(this.keyOf(page));
	}
	parsedContentStats() {
		return this.#tables.parsed.stats();
	}
	/** Keeps a rendered page. `outputDir` holds the `asset-manifest.json` whose time the page is bound to. */
	storeRenderedOutput(page, output, terms) {
		const dependencies = (output.dependencies ?? []).map((path) => this.keyOf(path));
		const manifest = this.#assetManifestMtime(terms.outputDir);
		const entry = renderedOutputEntry({
			html: output.html,
			dependencies
		}, terms, manifest);
		this.#tables.rendered.set(this.keyOf(page), entry);
	}
	/**
	* The kept HTML of a page if its file, metadata, template name, every file it was made with and the asset manifest are
	* unchanged; else why not. Whether the configuration is the same (`validateConfig`) is the caller's to ask.
	*/
	renderedOutput(page, terms) {
		return findRenderedOutput(this.#tables.rendered, this.keyOf(page), {
			terms,
			freshness: this.#tables,
			assetManifestMtime: this.#assetManifestMtime(terms.outputDir),
			keyOfRecorded: (path) => this.#tables.keys.ofRecorded(path)
		});
	}
	/** Answers whether there was any. */
	invalidateRenderedOutput(page) {
		return this.#tables.rendered.delete(this.keyOf(page));
	}
	renderedOutputStats() {
		return this.#tables.rendered.stats();
	}
	/** Data of a page that is no file, by any name (`__autodoc_elements_v1`); `undefined` when there is none. */
	pageCache(name) {
		return this.#tables.synthetic.get(name);
	}
	/** @throws TypeError that names the place of what is no JSON. */
	setPageCache(name, data) {
		this.#tables.synthetic.set(name, data);
	}
	/** Answers whether there was any. */
	invalidatePageCache(name) {
		return this.#tables.synthetic.delete(name);
	}
	/**
	* Notes that a page (pseudo path such as `api/x/y.md`) documents a source. Sources are absolute, or relative to the
	* *parent* of the site root, as Bengal keeps them.
	*/
	addAutodocDependency(source, page, about) {
		this.#tables.autodoc.add(this.#tables.keys.ofAutodocSource(source), toPosix(page), about);
	}
	/** Pages that document a source. */
	autodocPagesFor(source) {
		return new Set(this.#tables.autodoc.pagesOf(this.#tables.keys.ofAutodocSource(source)));
	}
	/** Forgets a source and what was noted of it; answers the pages that documented it. */
	invalidateAutodocSource(source) {
		const pages = this.autodocPagesFor(source);
		this.#tables.autodoc.deleteSource(this.#tables.keys.ofAutodocSource(source));
		return pages;
	}
	/** Hash of the documentation on one page, when it was noted. */
	autodocContentHash(source, page) {
		return this.#tables.autodoc.docHash(this.#tables.keys.ofAutodocSource(source), toPosix(page));
	}
	/** Keys of sources that changed or are gone, or of which too little was noted to tell; sorted. A mere touch is noted. */
	staleAutodocSources() {
		return this.#tables.autodoc.stale();
	}
	/** Whether the cache is for this configuration. The first one is adopted; for another one everything is cleared. */
	validateConfig(hash) {
		return this.#tables.adoptConfig(hash);
	}
	/**
	* Forgets a file in every map, as page and as what other pages were made with; what is kept of those pages goes too. A
	* tag without pages vanishes.
	*/
	invalidateFile(path) {
		this.#tables.forget(this.keyOf(path));
	}
	/** Forgets everything, configuration and time of the last build included. */
	clear() {
		this.#tables.clear();
	}
	stats() {
		return statsOf(this.#tables);
	}
	/** One line for people: `BuildCache: 481 files, 0 dependencies, 14 tags, 0 parsed and 0 rendered pages`. */
	toString() {
		return describeStats(this.stats());
	}
	/** What `console.log` shows. */
	[INSPECT]() {
		return this.toString();
	}
	#onDisk(path) {
		return this.#tables.keys.toAbsolute(this.keyOf(path));
	}
	#assetManifestMtime(outputDir) {
		return mtimeSeconds(`${this.#onDisk(outputDir)}/asset-manifest.json`);
	}
};

// src/bengal/read-build-cache.ts
/**
* Reads Bengal's build cache, and says so when there is none; `BuildCache.load` begins anew instead. `path` is `.bengal`, or
* the `cache.json.zst` in it.
*
* @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
*/
async function readBuildCache(path, options = {}) {
	const outcome = await openCache(path, options);
	return outcome.kind === "read" ? {
		kind: "read",
		cache: new BuildCache(outcome.opened)
	} : outcome;
}

// src/config/config-hash.ts
/**
* Bengal's hash of a resolved configuration: 16 hexadecimal digits, the same since Bengal 0.1.5. Give the configuration
* as Python sees it: `parsePythonJson` of what Bengal prints keeps floats and large integers; a `Date` stands for a
* `datetime` in UTC, any other date or time for the text that Python's `str` makes of it (`2024-01-02`).
*
* Throws `TypeError` for a key that is no string: on those, Bengal itself fails.
*/
function computeConfigHash(config) {
	return sha256(configText(config)).slice(0, 16);
}
/** The text that Bengal hashes: without private keys, keys in order of code points, no blanks, ASCII alone. */
function configText(config) {
	return pythonJson(withoutPrivate(config), PYTHON_COMPACT_SORTED);
}
/** Keys with an underscore are left out, but for those of mappings inside lists: Bengal does not look there. */
function withoutPrivate(value) {
	const entries = entriesOfMapping(value);
	if (entries === void 0) return plain(value);
	return Object.fromEntries(entries.flatMap(([key, inner]) => key.startsWith("_") ? [] : [[key, withoutPrivate(inner)]]));
}
/** What `json.dumps` and Bengal's own fallback make of other kinds of values. */
function plain(value) {
	if (Array.isArray(value)) return value.map(plain);
	if (value instanceof Set) return `[${Array.from(value, (item) => typeof item === "string" ? item : pythonJson(item, PYTHON_COMPACT_SORTED)).sort(byCodePoint).map(pythonRepr).join(", ")}]`;
	const entries = entriesOfMapping(value);
	return entries === void 0 ? value : Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
function entriesOfMapping(value) {
	if (value instanceof Map) return [...value].map(([key, inner]) => [nameOf(key), inner]);
	const prototype = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : void 0;
	return prototype === Object.prototype || prototype === null ? Object.entries(value) : void 0;
}
function nameOf(key) {
	if (typeof key === "string") return key;
	throw new TypeError(`Expected keys of a configuration to be strings, got ${String(key)}`);
}
const ESCAPES = {
	"\\": "\\\\",
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** A string as Python's `repr` writes it: single quotes, unless it holds some and no double ones. */
function pythonRepr(text) {
	const quote = text.includes("'") && !text.includes("\"") ? "\"" : "'";
	const escaped = text.replace(/[\\\n\r\t]|(?! )[\p{C}\p{Z}]/gu, (letter) => ESCAPES[letter] ?? codeEscape(letter));
	return `${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote}`;
}
function codeEscape(letter) {
	const code = letter.codePointAt(0) ?? 0;
	const digits = code.toString(16);
	if (code < 256) return `\\x${digits.padStart(2, "0")}`;
	return code < 65536 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

// src/bengal/entry-list.ts
/**
* Typed entries without keys in a file of any name: `{"version": 1, "entries": [...]}`, the form of Bengal's own
* `CacheStore` (`bengal/cache/cache_store.py`). Takes no lock.
*/
var EntryList = class {
	#folder;
	#name;
	#codec;
	#options;
	/** @param path With or without `.json` or `.json.zst`: both forms are read, the compressed one first. */
	constructor(path, codec, options = {}) {
		this.#folder = dirname(path);
		this.#name = basename(path).replace(/\.json(?:\.zst)?$/, "");
		this.#codec = codec;
		this.#options = options;
	}
	/** The entries in stored order. None, with a warning, where the file is corrupt or of another version. */
	async load() {
		const { version = 1, limits, warn = warnProcess } = this.#options;
		const file = await readCacheFile(this.#folder, this.#name, limits);
		if (file.kind === "absent") return [];
		const why = file.kind === "corrupt" ? file.why : versionProblem(file.value, version);
		if (file.kind === "corrupt" || why !== void 0) {
			warn(`${file.path} is not used: ${String(why)}`);
			return [];
		}
		const stored = asArray(field(file.value, "entries"));
		const entries = stored.flatMap((json) => isObject(json) ? this.#codec.fromCache(json) ?? [] : []);
		if (entries.length < stored.length) warn(`${file.path}: entries left out because they do not fit: ${stored.length - entries.length}`);
		return entries;
	}
	/**
	* Writes the file in one step; makes missing folders; removes the file of the other form.
	*
	* @throws TypeError that names the field, for what is no such entry.
	* @throws what the file system reports; the old file is then untouched.
	*/
	async save(entries) {
		const { version = 1, compress = true, python: asked } = this.#options;
		const value = {
			version,
			entries: Array.from(entries, (entry) => this.#codec.toCache(entry))
		};
		const [folder, name] = [this.#folder, this.#name];
		mkdirSync(folder, { recursive: true });
		if (compress) await writeCacheFile({
			folder,
			name,
			value,
			python: readingPython(folder, {
				asked,
				wrote: void 0
			})
		});
		else {
			writeAtomically(`${folder}/${name}.json`, Buffer.from(indentedJson(value)));
			rmSync(`${folder}/${name}.json.zst`, { force: true });
		}
	}
};
function versionProblem(file, version) {
	const found = field(file, "version");
	const shown = found === void 0 ? "no version" : `version ${JSON.stringify(found)}`;
	return found === version ? void 0 : `it has ${shown}, and ${String(version)} is understood`;
}

export { BuildCache, CacheLockError, CacheLockTimeout, CacheStore, EntryList, FileFingerprint, PythonNumber, TaxonomyIndex, UserError, asInteger, assetDependencyCodec, codec_fields_exports as cacheFields, computeConfigHash, decompress, defineCodec, fromInteger, generatedPageCodec, generatedPageKey, graphFromJson, graphToJson, indexContentHash, indexEntry, indexEntryCodec, loadCodec, openAssetDependencyStore, openGeneratedPageStore, openIndexStore, openPageMetadataStore, openTagStore, pageCore, pageCoreCodec, pageMetadataCodec, parseExact, parsePythonJson, readBuildCache, readCacheFile, readEnvelope, readState, stringifyExact, tagEntryCodec, tagSlug, withCacheLock, writeAtomically, writeCacheFile };