import { __name } from "./part-rolldown-runtime.js";
import { asArray, asFiniteNumber, asString, asStrings, byCodeUnit, closeSync, constants, digestOfParts, entriesOf, field, fstatSync, isGitId, isObject, isSha256, messageOf, openSync, readSync, sitePath } from "./part-digest.js";
import { ifPresent, look, neededBytes } from "./part-read.js";
import { decompress, loadCodec, parseExact, resolveState } from "./part-state.js";
import { DEFAULT_LIMITS } from "./part-size-limits.js";
import { isTrust } from "./part-deadline.js";
import { join } from "node:path";
import { createHash } from "node:crypto";

// src/core/canonical-json.ts
/**
* JSON of any parsed value with the keys of mappings in code-unit order, so that equal values give equal text and
* different ones never do. What JSON does not have (dates, sets, integers of any size) is wrapped under its name.
*/
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value instanceof Date) return `{"date":${JSON.stringify(value.toISOString())}}`;
	if (value instanceof Map || value instanceof Set) return `{"${value.constructor.name}":${canonicalJson([...value])}}`;
	if (typeof value === "object" && value !== null) return `{${Object.entries(value).sort(([left], [right]) => byCodeUnit(left, right)).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
	if (typeof value === "bigint") return `{"integer":"${String(value)}"}`;
	if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) return `{"number":"${Object.is(value, -0) ? "-0" : String(value)}"}`;
	return JSON.stringify(value === void 0 ? null : value);
}

// src/manifest/failed-pages.ts
/** How a build failed on a page. */
const FAILURE_KINDS = [
	"not-parsed",
	"not-rendered",
	"error-page",
	"error-in-page",
	"out-of-time",
	"unexplained"
];
/**
* Whether a further build would fail on the page as these did. What ran out of time may do better next time, and of what
* Bengal does not explain nobody can tell.
*/
function isSettled({ how, message, repeated }) {
	return repeated && message !== "" && how !== "out-of-time" && how !== "unexplained";
}
/** What we wrote; whatever else stands there says nothing. */
function failedPagesFromJson(value) {
	return asArray(value).flatMap((entry) => {
		const [page, how, message, source, repeated] = asArray(entry);
		const [name, kind, words] = [
			asString(page),
			FAILURE_KINDS.find((known) => known === how),
			asString(message)
		];
		const digest = asString(source);
		return name === void 0 || kind === void 0 || words === void 0 || typeof repeated !== "boolean" ? [] : [{
			page: name,
			how: kind,
			message: words,
			source: digest !== void 0 && isSha256(digest) ? digest : void 0,
			repeated
		}];
	});
}

// src/core/digest-memory.ts
/** Remembers nothing. */
const NO_MEMORY = { recall: (_, digest) => digest() };

// src/disk/hash-file.ts
const PIECE_BYTES = 1024 ** 2;
/** Larger files are none that a site is made of; a file can claim any size without holding so much. */
const MOST_BYTES = 16 * 1024 ** 3;
/** SHA-256 of a regular file of any size. Throws what the disk says, also when the file changes meanwhile. */
function hashFile(path) {
	return feed(path, () => createHash("sha256"));
}
/** In pieces: a string or buffer of the library holds two gigabytes at most. No more is read than the size says. */
function feed(path, begin) {
	const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
	const file = openSync(path, (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK);
	try {
		const stat = fstatSync(file);
		if (!stat.isFile()) throw new Error(`${path} is no regular file`);
		if (stat.size > MOST_BYTES) throw new Error(`${path} is too large`);
		const hash = begin(stat.size);
		const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, stat.size));
		for (let left = stat.size; left > 0;) {
			const bytes = readSync(file, piece, 0, Math.min(left, piece.length), null);
			if (bytes === 0) throw new Error(`${path} became shorter while it was read`);
			hash.update(piece.subarray(0, bytes));
			left -= bytes;
		}
		return hash.digest("hex");
	} finally {
		closeSync(file);
	}
}

// src/companion/exchange-folder.ts
/**
* Folder of the site in which we and our companion in the build leave things for each other. It lies beside the output,
* on the same disk, so that kept files need no copy; it never travels.
*/
const EXCHANGE_FOLDER = ".bengal-cache";
/** Absolute paths below a site root. */
function exchangePaths(site) {
	const folder = join(site, EXCHANGE_FOLDER);
	return {
		plan: join(folder, "plan.json"),
		journal: join(folder, "journal.json"),
		previous: join(folder, "previous"),
		environment: join(folder, "build.env")
	};
}
/** The trace below the site: what each rendering of the last build read. */
const TRACE_PATH = ".bengal/trace.zst";

// src/manifest/build-conditions.ts
/** No build of a site takes a day; then a clock was set in between. */
const LONGEST_BUILD = 86400;
function isBuildTime(seconds) {
	return seconds > 0 && seconds < LONGEST_BUILD;
}
/** `undefined` for anything that we did not write. */
function circumstancesFromJson(value) {
	const shown = field(value, "shown");
	const readsClock = field(value, "readsClock");
	if (!isObject(value) || !isObject(shown) || typeof readsClock !== "boolean") return void 0;
	return {
		config: settingsFromJson(field(value, "config")),
		packages: textsFromJson(field(value, "packages")),
		shown: {
			ages: asStrings(shown["ages"]),
			dates: asStrings(shown["dates"])
		},
		readsClock,
		fullBuildSeconds: buildTimeFromJson(field(value, "fullBuildSeconds")),
		incrementalBuildSeconds: buildTimeFromJson(field(value, "incrementalBuildSeconds"))
	};
}
function buildTimeFromJson(value) {
	const seconds = asFiniteNumber(value);
	return seconds !== void 0 && isBuildTime(seconds) ? seconds : void 0;
}
function settingsFromJson(value) {
	const source = asString(field(value, "source"));
	const digests = field(value, "digests");
	if (source !== "bengal" && source !== "files" || !isObject(digests)) return void 0;
	return {
		source,
		digests: new Map(entriesOf(digests).flatMap(([key, digest]) => digest === null || typeof digest === "string" ? [[key, digest]] : []))
	};
}
function textsFromJson(value) {
	if (!isObject(value)) return void 0;
	return new Map(entriesOf(value).flatMap(([key, text]) => typeof text === "string" ? [[key, text]] : []));
}

// src/manifest/site-index.ts
/** With this every edit counts as one of everything. */
const NOTHING_KNOWN = {
	pages: /* @__PURE__ */ new Map(),
	data: /* @__PURE__ */ new Map(),
	assets: /* @__PURE__ */ new Map(),
	looks: /* @__PURE__ */ new Map()
};
/** `undefined` for anything that we did not write. */
function knowledgeFromJson(value) {
	const pages = pagesFromJson(field(value, "pages"));
	const data = mapFrom(field(value, "data"), (digests) => mapFrom(digests, asString));
	const assets = mapFrom(field(value, "assets"), asStrings);
	const looks = mapFrom(field(value, "looks"), asString);
	return pages === void 0 || data === void 0 || assets === void 0 || looks === void 0 ? void 0 : {
		pages,
		data,
		assets,
		looks
	};
}
function mapFrom(value, read) {
	if (!isObject(value)) return void 0;
	const found = /* @__PURE__ */ new Map();
	for (const [key, entry] of entriesOf(value)) {
		const known = read(entry);
		if (known === void 0) return void 0;
		found.set(key, known);
	}
	return found;
}
function pagesFromJson(value) {
	if (!isObject(value)) return void 0;
	const pages = /* @__PURE__ */ new Map();
	for (const [path, entry] of entriesOf(value)) {
		const [text, body, lead, words, keys, references] = asArray(entry);
		const digests = entriesOf(keys).flatMap(([key, digest]) => isShort(digest) ? [[key, digest]] : []);
		const count = asFiniteNumber(words);
		if (!isShort(text) || !isShort(body) || !isShort(lead) || count === void 0 || !isObject(keys) || digests.length !== Object.keys(keys).length) return void 0;
		pages.set(path, {
			text,
			body,
			lead,
			words: count,
			keys: new Map(digests),
			references: asStrings(references)
		});
	}
	return pages;
}
function isShort(value) {
	return /^[0-9a-f]{16}$/.test(asString(value) ?? "");
}

// src/manifest/origin.ts
/** A run that says nothing of itself. */
const UNKNOWN_ORIGIN = {
	repository: void 0,
	event: void 0,
	ref: void 0,
	fork: void 0,
	trust: "outside"
};
/** Whether the run was for a pull request, as far as its event says: what it left is of a proposal, and no branch's. */
function isOfPullRequest({ event }) {
	return event !== void 0 && /pull_?request|merge_?request/i.test(event);
}
/** Name of the branch that a state is of; `undefined`: a pull request's, a tag's, or nobody can tell. */
function branchOf(origin) {
	const { ref = "", trust } = origin;
	if (isOfPullRequest(origin)) return void 0;
	return /^refs\/heads\/(.+)$/s.exec(ref)?.[1] ?? (trust === "default-branch" && !ref.startsWith("refs/") ? ref || void 0 : void 0);
}
/** Of a branch, as git and GitHub allow it. */
const LONGEST_NAME = 300;
/** What is missing or malformed is unknown, and an unknown trust is the least. */
function originFromJson(value) {
	const text = (name) => {
		const given = asString(field(value, name));
		return given !== void 0 && given.length <= LONGEST_NAME ? given : void 0;
	};
	const fork = field(value, "fork");
	const trust = text("trust");
	return {
		repository: text("repository"),
		event: text("event"),
		ref: text("ref"),
		fork: typeof fork === "boolean" ? fork : void 0,
		trust: isTrust(trust) ? trust : UNKNOWN_ORIGIN.trust
	};
}

// src/manifest/manifest.ts
function isBuildKind(value) {
	return value === "full" || value === "failing" || value === "partial";
}
const MANIFEST_SCHEMA = 4;
/** The same but for what it knows of pages, which is not read. */
const EARLIER_SCHEMA = 3;
/** A manifest, or why the value is none. Nothing in it is trusted: it may come from anybody's cache. */
function manifestFromJson(value) {
	const schema = asFiniteNumber(field(value, "schemaVersion"));
	if (schema !== 4 && schema !== EARLIER_SCHEMA) return { why: `schema version ${String(schema ?? "missing")}, this tool reads ${String(4)}` };
	const text = (name) => asString(field(value, name));
	const build = text("build");
	const outputDir = sitePath(text("outputDir") ?? "");
	const digest = (name) => asSha256(field(value, name));
	const [fingerprint, treeDigest] = [digest("configFingerprint"), digest("treeDigest")];
	const [stateDigest, contentDigest] = [digest("stateDigest"), digest("contentDigest")];
	const flags = asTexts(field(value, "flags"));
	const stateFiles = mapFromJson(field(value, "stateFiles"), asSha256);
	const sources = mapFromJson(field(value, "sources"), sourceFromJson);
	const outputs = mapFromJson(field(value, "outputs"), contentFromJson);
	const knowledge = schema === EARLIER_SCHEMA ? NOTHING_KNOWN : knowledgeFromJson(field(value, "knowledge"));
	const lineage = lineageFromJson(field(value, "lineage"));
	if (outputDir === void 0 || fingerprint === void 0 || stateDigest === void 0 || contentDigest === void 0 || treeDigest === void 0 || flags === void 0 || stateFiles === void 0 || sources === void 0 || outputs === void 0 || knowledge === void 0 || lineage === void 0 || !isBuildKind(build)) return { why: "a field is missing or malformed" };
	return { manifest: {
		tool: text("tool") ?? "unknown",
		recordedAt: text("recordedAt") ?? "",
		commit: asCommit(text("commit")),
		origin: originFromJson(field(value, "origin")),
		treeDigest,
		bengal: text("bengal"),
		python: text("python"),
		environment: text("environment") ?? "",
		profile: text("profile"),
		flags,
		outputDir,
		configFingerprint: fingerprint,
		build,
		lineage,
		trace: digest("trace"),
		stateDigest,
		contentDigest,
		stateFiles,
		sources,
		outputs,
		knowledge,
		failedPages: failedPagesFromJson(field(value, "failedPages")),
		circumstances: circumstancesFromJson(field(value, "circumstances"))
	} };
}
function lineageFromJson(value) {
	const [renderedAt, keptBuilds] = [asString(asArray(value)[0]), asFiniteNumber(asArray(value)[1])];
	return renderedAt === void 0 || keptBuilds === void 0 || !(keptBuilds >= 0) ? void 0 : {
		renderedAt,
		keptBuilds
	};
}
function mapFromJson(value, read) {
	if (!isObject(value)) return void 0;
	const contents = /* @__PURE__ */ new Map();
	for (const [path, entry] of entriesOf(value)) {
		const content = read(entry);
		if (sitePath(path) !== path || content === void 0) return void 0;
		contents.set(path, content);
	}
	return contents;
}
function contentFromJson(entry) {
	const [hash, size, mtime] = asArray(entry);
	const sha256 = asSha256(hash);
	const bytes = asFiniteNumber(size);
	const mtimeNs = asString(mtime);
	if (sha256 === void 0 || bytes === void 0 || mtimeNs === void 0 || !/^\d{1,20}$/.test(mtimeNs)) return void 0;
	return {
		sha256,
		size: bytes,
		mtimeNs: BigInt(mtimeNs)
	};
}
function sourceFromJson(entry) {
	const content = contentFromJson(entry);
	const gitId = asString(asArray(entry)[3]);
	return content === void 0 || gitId === void 0 || !isGitId(gitId) ? void 0 : {
		...content,
		gitId
	};
}
function asCommit(text) {
	return text !== void 0 && isGitId(text) ? text : void 0;
}
function asTexts(value) {
	const texts = asStrings(value);
	return Array.isArray(value) && texts.length === value.length ? texts : void 0;
}
function asSha256(value) {
	const text = asString(value);
	return text !== void 0 && isSha256(text) ? text : void 0;
}

// src/manifest/manifest-file.ts
const MANIFEST_PATH = ".bengal/ci-manifest.json.zst";
/** Reads the manifest of a site's state, and checks that it belongs to the state beside it. */
async function readManifest(site) {
	if (resolveState(site).kind === "refused") return { kind: "absent" };
	try {
		const read = await readManifestAt(join(site, MANIFEST_PATH));
		if (read.kind !== "read") return read;
		if (read.manifest.stateDigest !== digestOfState(site)) return {
			kind: "unusable",
			why: "a later build changed the state without recording it"
		};
		return read;
	} catch (thrown) {
		return {
			kind: "unusable",
			why: messageOf(thrown)
		};
	}
}
/** A manifest by itself: what it says of an output is true of that output, whatever state lies beside it by now. */
async function readManifestAt(path) {
	try {
		const opened = await openManifest(path);
		if (opened.kind !== "json") return opened;
		const read = manifestFromJson(opened.value);
		return "why" in read ? {
			kind: "unusable",
			why: read.why
		} : {
			kind: "read",
			manifest: read.manifest
		};
	} catch (thrown) {
		return {
			kind: "unusable",
			why: messageOf(thrown)
		};
	}
}
async function openManifest(path) {
	const stat = ifPresent(look(path));
	if (stat === void 0) return { kind: "absent" };
	if (!stat.isFile() || stat.size > DEFAULT_LIMITS.fileBytes) return {
		kind: "unusable",
		why: "not a regular file of a sane size"
	};
	const opened = await decompress(await loadCodec(), neededBytes(path), DEFAULT_LIMITS.contentBytes);
	if (opened.kind !== "content") return {
		kind: "unusable",
		why: opened.why
	};
	const parsed = parseExact(opened.content);
	return parsed.kind === "malformed" ? {
		kind: "unusable",
		why: parsed.why
	} : {
		kind: "json",
		value: parsed.value
	};
}
/** Files that every build of Bengal's writes anew and a skipped one leaves alone. Dry runs rewrite others. */
const STATE_MARKERS = [
	"cache.json.zst",
	"cache.json",
	"provenance/index.json"
];
/** Tells one build's state from another's. */
function digestOfState(site) {
	if (resolveState(site).kind === "refused") return digestOfParts([]);
	return digestOfParts(STATE_MARKERS.flatMap((name) => {
		const path = join(site, ".bengal", name);
		return ifPresent(look(path))?.isFile() === true ? [[name, neededBytes(path)]] : [];
	}));
}

export { MANIFEST_PATH, NO_MEMORY, TRACE_PATH, branchOf, canonicalJson, exchangePaths, hashFile, isOfPullRequest, isSettled, readManifest, readManifestAt };