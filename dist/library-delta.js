import { __name } from "./part-rolldown-runtime.js";
import { MANIFEST_PATH, NO_MEMORY, branchOf, canonicalJson, exchangePaths, hashFile, isOfPullRequest, readManifestAt } from "./part-manifest-file.js";
import { UserError, asArray, asFiniteNumber, asString, closeSync, constants, entriesOf, field, isObject, isSameList, isSha256, lstatSync, openSync, readFileSync, readSync, readdirSync, sha256 } from "./part-digest.js";
import { readState } from "./part-state.js";
import { atBest, look, lookExactly, lookThrough, needed, outcomeOf, readFolder } from "./part-read.js";
import { resolveSource } from "./part-portable-codec.js";
import { isCacheable, isCompiledTemplate, mayBuildUpon, openStaging, registerOf, startDeadline, unpackArchive } from "./part-deadline.js";
import { dirname, join, resolve } from "node:path";
import { randomBytes } from "node:crypto";
import { isUtf8 } from "node:buffer";

// src/output/plain-files.ts
/** What lies below a folder. Links are named, not followed; where there is nothing, nothing is named. */
function filesBelow(root) {
	const [files, others, seen] = [
		[],
		[],
		[]
	];
	const folders = [""];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		if (folder !== "") seen.push(folder);
		const entries = listFolder(join(root, folder));
		if (entries === void 0) {
			if (folder !== "") others.push(folder);
			continue;
		}
		for (const entry of entries) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) folders.push(path);
			else (entry.isFile() ? files : others).push(path);
		}
	}
	return {
		files,
		others,
		folders: seen
	};
}
function listFolder(path) {
	return atBest(outcomeOf(path, () => readdirSync(path, { withFileTypes: true })));
}

// src/core/web-address.ts
/** Each part as one part of a path; no character is left that could end a link, an attribute or a line. */
function encodePath(path) {
	return path.split("/").map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*~]/g, percent)).join("/");
}
function percent(character) {
	return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

// src/delta/address.ts
const INDEX = /(^|\/)index\.html?$/i;
/** The path of an output's address, percent-encoded, with its first slash: `a/index.html` is at `/a/`. */
function addressOf(path) {
	return `/${encodePath(path.replace(INDEX, "$1"))}`;
}

// companion/bengal_cache_companion/noise.json
var rules = [
	{
		"name": "address of a function",
		"files": ["**/*.html"],
		"kind": "replace",
		"pattern": "<(?:bound method|function|built-in method) [^<>]{1,200} at 0x[0-9a-f]{4,16}>",
		"evidence": "page.html writes data-page-url=\"<function page_url at 0x...>\": 34 of 163 pages of rosettes"
	},
	{
		"name": "escaped address of a function",
		"files": ["**/*.html"],
		"kind": "replace",
		"pattern": "&lt;(?:bound method|function|built-in method) [^<>]{1,200} at 0x[0-9a-f]{4,16}&gt;",
		"evidence": "the same where the template escapes"
	},
	{
		"name": "hash of the page's content",
		"files": ["**/*.html"],
		"kind": "replace",
		"pattern": "<meta name=\"?bengal:content-hash\"? content=\"?[0-9a-f]{8,64}\"?>",
		"evidence": "follows from the address of a function, from times and from random posts"
	},
	{
		"name": "time of the build",
		"files": [
			"**/*.html",
			"**/*.xml",
			"agent.json",
			"**/agent.json",
			".well-known/*.json",
			"asset-manifest.json",
			"bengal/build.json",
			"**/*.json"
		],
		"kind": "replace",
		"pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?",
		"evidence": "meta tags, feeds, agent.json, content-signals.json and asset-manifest.json hold the moment of the build"
	},
	{
		"name": "time of the build in a feed",
		"files": ["**/*.xml"],
		"kind": "replace",
		"pattern": "<lastBuildDate>[^<]{1,60}</lastBuildDate>",
		"evidence": "RSS 2.0 writes the moment of the build in its own form"
	},
	{
		"name": "posts drawn by chance",
		"files": ["**/*.html"],
		"kind": "replace",
		"pattern": "<aside class=\"?random-posts-widget\"?>[\\s\\S]*?</aside>",
		"evidence": "the widget of the default theme draws posts in every build"
	},
	{
		"name": "picture of the graph",
		"files": ["**/graph.json"],
		"kind": "json",
		"unordered": ["nodes", "edges"],
		"undirected": "edges",
		"digits": null,
		"leave": ["x", "y"],
		"evidence": "order and direction of links follow a set of pages; the positions follow them in the fourth decimal, and in the third on rosettes"
	},
	{
		"name": "part of the graph beside a page",
		"files": ["**/*.json"],
		"kind": "json",
		"unordered": [],
		"digits": null,
		"leave": ["graph"],
		"evidence": "the key graph of the page's index.json is cut out of the picture of the graph"
	},
	{
		"name": "targets of one name",
		"files": ["xref.json"],
		"kind": "names",
		"evidence": "of several entries with one name the one that was written last stays: kida, and rosettes with a page index of each tag"
	},
	{
		"name": "tags of one count",
		"files": ["index.json", "*/index.json"],
		"kind": "json",
		"unordered": ["tags"],
		"digits": null,
		"leave": [],
		"evidence": "until 0.5.0 tags of the search index that have as many pages stand in the order in which threads ended"
	},
	{
		"name": "what the build took",
		"files": [
			"bengal/build.json",
			"bengal/build.svg",
			"**/bengal/build.json",
			"**/bengal/build.svg"
		],
		"kind": "whole",
		"evidence": "durations"
	},
	{
		"name": "hash of an index with times in it",
		"files": ["**/index.json.hash"],
		"kind": "whole",
		"evidence": "hash of index.json, which holds the moment of the build"
	},
	{
		"name": "order of the change log",
		"files": ["**/changelog.json"],
		"kind": "lines",
		"evidence": "entries of one day come in any order"
	}
];

// src/delta/noise.ts
const NOISE_RULES = rules;
/** Files whose bytes are text. What is not text holds no noise that anybody has seen. */
const TEXT = /\.(?:html?|xhtml|json|xml|rss|atom|txt|md|css|js|mjs|svg|hash|webmanifest|map|csv|ics)$/i;
const masks = NOISE_RULES.map((rule) => ({
	applies: matcherOf(rule.files),
	mask: maskOf(rule)
}));
/** Whether noise is looked for in a file: text for which the table has a rule. */
function mayHoldNoise(path) {
	return TEXT.test(path) && masks.some(({ applies }) => applies(path));
}
/** What is left of a file when everything that differs between two full builds is taken away. */
function withoutNoise(path, text) {
	return masks.filter(({ applies }) => applies(path)).reduce((rest, { mask }) => mask(rest), text);
}
function maskOf(rule) {
	switch (rule.kind) {
		case "replace": {
			const pattern = new RegExp(rule.pattern ?? "(?!)", "g");
			const literal = literalIn(pattern.source);
			return (text) => text.includes(literal) ? text.replace(pattern, "") : text;
		}
		case "lines": return (text) => text.split(/,?\n/).sort().join("\n");
		case "whole": return () => "";
		case "names": return onJson((value) => namesOf(value));
		case "json": return onJson((value) => plain$1(value, rule));
		default: return (text) => text;
	}
}
/**
* The longest text without which a pattern matches nothing; empty where that takes more than a look. Looking for it costs
* a tenth of looking for the pattern.
*/
function literalIn(pattern) {
	const sure = pattern.replace(/\((?:\\.|[^()\\])*\)|\[(?:\\.|[^\]\\])*\]|\\./g, ".");
	if (/[()[\]\\|]/.test(sure)) return "";
	return sure.split(/.(?:[?*]|\{0?,?\d*,?\d*\})\??|[.+^$]/).toSorted((left, right) => right.length - left.length)[0] ?? "";
}
/** What is no JSON, or nested deeper than anybody's, is compared as it is. */
function onJson(simplify) {
	return (text) => {
		try {
			return canonicalJson(simplify(JSON.parse(text)));
		} catch {
			return text;
		}
	};
}
function plain$1(value, rule, key = "") {
	const { digits = null, unordered = [], undirected, leave = [] } = rule;
	if (typeof value === "number" && digits !== null) return Number(value.toFixed(digits));
	if (Array.isArray(value)) {
		const entries = value.map((entry) => plain$1(key === undirected ? turned(entry) : entry, rule));
		return unordered.includes(key) ? entries.map((entry) => canonicalJson(entry)).sort() : entries;
	}
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).filter(([name]) => !leave.includes(name)).map(([name, entry]) => [name, plain$1(entry, rule, name)]));
}
__name(plain$1, "plain");
/** The tables of a reference, with the names in them and nothing of what they lead to. */
function namesOf(value, depth = 0) {
	if (typeof value !== "object" || value === null || Array.isArray(value) || depth === 2) return null;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, namesOf(entry, depth + 1)]));
}
/** A link without its direction. */
function turned(edge) {
	if (typeof edge !== "object" || edge === null || !("source" in edge) || !("target" in edge)) return edge;
	const [source, target] = [edge.source, edge.target].map(canonicalJson).sort();
	return {
		...edge,
		source,
		target
	};
}
function matcherOf(globs) {
	const matchers = globs.map((glob) => new RegExp(`^${glob.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*\*\/|\*/g, (star) => star === "*" ? "[^/]*" : "(?:.*/)?")}$`));
	return (path) => matchers.some((matcher) => matcher.test(path));
}

// src/delta/output-kind.ts
const PAGE = /\.(?:html?|xhtml)$/i;
/** HTML that is nobody's page: the answer to a wrong address, and what search engines want to see. */
const NO_PAGE = /^(?:[^/]+\/)?404(?:\.html?|\/index\.html?)$|^google[0-9a-f]{16}\.html$/i;
/** Forms of a page for programs, which generators leave beside it. */
const PAGE_DATA = /\.(?:json|txt|md|xml|ics)$/i;
/** What is made from all pages. At the root of a site, such names are never about the home page alone. */
const SITE_WIDE = /^(?:sitemap[^/]*\.(?:xml|txt)|(?:index|search|agent|feed|xref|changelog|asset-manifest|build)[^/]*\.(?:json|xml|hash)(?:\.hash)?|(?:rss|atom|feed|news)[^/]*\.(?:xml|rss|atom|json)|robots\.txt|llms[^/]*\.txt|humans\.txt|ads\.txt|\.well-known\/.+|objects\.inv|searchindex\.js|_redirects|_headers|_routes\.json|CNAME|\.nojekyll|[^/]*\.webmanifest|manifest\.json|browserconfig\.xml|opensearch\.xml)$/i;
const ASSET = /\.(?:css|m?js|map|wasm|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|webmanifest)$/i;
const ASSET_FOLDER = /(?:^|\/)(?:assets|static|_static|_astro|_next|css|js|fonts|images|img|media)\//i;
/**
* @param path Below the output folder, POSIX.
* @param isOutput Whether something of that name lies in the output, or did.
*/
function outputKind(path, isOutput) {
	if (PAGE.test(path)) return NO_PAGE.test(path) ? "site-wide" : "page";
	if (SITE_WIDE.test(path)) return "site-wide";
	if (ASSET.test(path) || ASSET_FOLDER.test(path)) return "asset";
	if (PAGE_DATA.test(path)) return pagesBeside(path).some(isOutput) ? "page-data" : "site-wide";
	return "other";
}
/** `a/index.json` and `a/index.txt` lie beside `a/index.html`, `a/b.json` beside `a/b.html` or `a/b/index.html`. */
function pagesBeside(path) {
	const stem = path.replace(PAGE_DATA, "").replace(/\.html?$/i, "");
	return [
		`${stem}.html`,
		`${stem}.htm`,
		`${stem}/index.html`
	];
}

// src/delta/page-change.ts
/**
* What of a page is another one for its reader, from what matters most: its title, its text, something else in it (a
* picture, a link, a class), the site around it and lists of other pages, what only programs see. `unknown`: nobody has
* the bytes of before at hand, or they are too many.
*/
const CHANGED_PARTS = [
	"title",
	"text",
	"markup",
	"navigation",
	"head",
	"unknown"
];
const UNKNOWN_CHANGE = { parts: ["unknown"] };
/** In UTF-16 units; a longer one is cut. */
const LONGEST_SENTENCE = 240;
/** What differs between two views of one page, of which the bytes differ and not only by noise. */
function comparePages(before, after) {
	const title = titleChange(before, after);
	const text = textChange(before.blocks, after.blocks);
	const links = !isSameList(before.links, after.links);
	const { parts: was } = before;
	const { parts: is } = after;
	const isOtherContent = was.content !== is.content || before.redirect !== after.redirect;
	const heading = before.heading !== after.heading;
	const found = {
		title: title !== void 0,
		text: text !== void 0,
		markup: isOtherContent && text === void 0 && !links && !heading,
		navigation: was.navigation !== is.navigation || links,
		head: was.head !== is.head && title === void 0
	};
	const parts = CHANGED_PARTS.filter((part) => part !== "unknown" && found[part]);
	return {
		parts: parts.length === 0 ? ["markup"] : parts,
		...title && { title },
		...text && { text }
	};
}
/** What heads the page; the name of the site, which titles carry, is left to the title itself. */
function titleChange(before, after) {
	if (before.heading !== after.heading && after.heading !== "" && before.heading !== "") return {
		before: before.heading,
		after: after.heading
	};
	return before.title === after.title ? void 0 : {
		before: before.title,
		after: after.title
	};
}
function textChange(before, after) {
	if (isSameList(before, after)) return void 0;
	let end = 0;
	const most = Math.min(before.length, after.length);
	while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
	let start = 0;
	while (start < most - end && before[start] === after[start]) start++;
	const [was, is] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
	const [gone, come] = [new Set(was), new Set(is)];
	const old = was.find((block) => !come.has(block)) ?? (come.size === gone.size ? was[0] : void 0);
	const now = is.find((block) => !gone.has(block)) ?? (come.size === gone.size ? is[0] : void 0);
	if (old === void 0 || now === void 0) return {
		before: firstSentence(old),
		after: firstSentence(now)
	};
	return firstDifference(old, now);
}
/** The first sentences of two texts that are not the same. */
function firstDifference(before, after) {
	const [was, is] = [sentencesOf(before), sentencesOf(after)];
	const at = was.findIndex((sentence, index) => sentence !== is[index]);
	const index = at === -1 ? was.length : at;
	return {
		before: cut(was[index] ?? ""),
		after: cut(is[index] ?? "")
	};
}
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
function sentencesOf(text) {
	return Array.from(sentences.segment(text), ({ segment }) => segment.trim());
}
function firstSentence(text = "") {
	return cut(sentencesOf(text.slice(0, 960))[0] ?? "");
}
/** At a blank, where there is one nearby, and never within a character. */
function cut(text) {
	if (text.length <= LONGEST_SENTENCE) return text;
	const head = text.slice(0, LONGEST_SENTENCE).toWellFormed().replace(/\ufffd$/, "");
	const blank = head.lastIndexOf(" ");
	return `${head.slice(0, blank > LONGEST_SENTENCE / 2 ? blank : void 0)}…`;
}

// src/delta/describe.ts
/** Larger files are not read: they are told as changed, and nobody knows what in them. Nobody's page is that large. */
const MOST_TEXT_BYTES = 16777216;
/** Says of every output whose bytes differ what it is, and whether and how a reader would notice. */
function describeDifferences(options) {
	const { base, differences } = options;
	const views = {
		added: /* @__PURE__ */ new Map(),
		removed: /* @__PURE__ */ new Map()
	};
	const describe = (path, change) => {
		const kind = outputKind(path, options.isOutput);
		const shared = {
			path,
			change,
			kind,
			address: addressOf(path)
		};
		if (change === "changed") return {
			...shared,
			...describeChanged(path, kind, options)
		};
		const { before, after } = options.readers;
		const text = kind === "page" ? readText(path, kind, change === "added" ? after : before) : void 0;
		const view = text === void 0 ? void 0 : options.pages.readPageView(text);
		if (view !== void 0) views[change].set(path, view);
		return {
			...shared,
			noise: false,
			...kind === "page" ? { page: pageOf(view) } : {}
		};
	};
	return {
		schemaVersion: 1,
		base,
		files: [
			...differences.added.map((path) => describe(path, "added")),
			...differences.changed.map((path) => describe(path, "changed")),
			...differences.removed.map((path) => describe(path, "removed"))
		].sort((left, right) => left.path < right.path ? -1 : 1),
		unchanged: differences.unchanged,
		views
	};
}
/** Whether pages have to be read at all. */
function needsParser({ differences, isOutput }) {
	const { added, changed, removed } = differences;
	return [
		...added,
		...changed,
		...removed
	].some((path) => outputKind(path, isOutput) === "page");
}
function describeChanged(path, kind, options) {
	const [before, after] = [readText(path, kind, options.readers.before), readText(path, kind, options.readers.after)];
	const noise = before !== void 0 && before === after;
	if (kind !== "page" || noise) return { noise };
	if (after === void 0) return {
		noise,
		page: {
			...pageOf(void 0),
			changed: UNKNOWN_CHANGE
		}
	};
	const pair = before === void 0 ? void 0 : options.pages.readPagePair(before, after);
	if (pair === void 0) return {
		noise,
		page: {
			...pageOf(options.pages.readPageView(after)),
			changed: UNKNOWN_CHANGE
		}
	};
	return {
		noise,
		page: {
			...pageOf(pair.after),
			changed: comparePages(pair.before, pair.after)
		}
	};
}
/** The text of an output, noise taken away; `undefined`: it is not at hand, too long, or no text that may hold any. */
function readText(path, kind, read) {
	const bytes = kind === "page" || mayHoldNoise(path) ? read(path) : void 0;
	if (bytes === void 0 || bytes.byteLength > MOST_TEXT_BYTES || !isUtf8(bytes)) return void 0;
	return withoutNoise(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
}
function pageOf(view) {
	if (view === void 0) return { title: "" };
	return {
		title: view.heading === "" ? view.title : view.heading,
		...view.redirect === void 0 ? {} : { redirect: view.redirect },
		...view.noindex ? { noindex: true } : {}
	};
}

// src/delta/digests.ts
/** What differs between two outputs, byte for byte. */
function compareDigests(before, after) {
	const added = [...after.keys()].filter((path) => !before.has(path)).sort();
	const removed = [...before.keys()].filter((path) => !after.has(path)).sort();
	const changed = [...after].filter(([path, now]) => before.has(path) && !isSame(before.get(path), now)).map(([path]) => path).sort();
	return {
		added,
		changed,
		removed,
		unchanged: after.size - added.length - changed.length
	};
}
function isSame(left, right) {
	if (left === void 0 || left === "unknown" || right === "unknown") return false;
	return left.sha256 === right.sha256 && left.size === right.size;
}

// src/delta/redirects.ts
/**
* Addresses that lead on without a page of their own: the `_redirects` file that Netlify, Cloudflare Pages and others
* read, one rule a line: `FROM TO [STATUS]`, where `*` at the end stands for anything, and `:name` for one segment.
*/
function readRedirects(text) {
	const exact = /* @__PURE__ */ new Set();
	const patterns = [];
	for (const line of text.split(/\r?\n/).slice(0, MOST_RULES)) {
		const [from = "", to = "", status = "301"] = line.trim().split(/\s+/);
		if (!from.startsWith("/") || to === "" || !/^(?:30[12378]|200)!?$/.test(status)) continue;
		if (/[*:]/.test(from)) patterns.push(patternOf(from));
		else exact.add(plain(from));
	}
	return (address) => exact.has(plain(address)) || patterns.some((pattern) => pattern.test(plain(address)));
}
/** Hosts take two thousand rules at most. */
const MOST_RULES = 1e4;
/** Without the last slash and the name of an index page, decoded. */
function plain(address) {
	const bare = address.replace(/(?:\/index\.html?|\/)$/i, "");
	try {
		return decodeURIComponent(bare);
	} catch {
		return bare;
	}
}
function patternOf(from) {
	const source = plain(from.replace(/\/\*$/, "")).replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", "[^/]*").replace(/:[A-Za-z]\w*/g, "[^/]+");
	return new RegExp(`^${source}${from.endsWith("/*") ? "(?:/.*)?" : ""}$`, "u");
}

// src/delta/vanished.ts
/** The pages that are gone without leading anywhere. Pure. */
function findVanishedPages({ described, isRedirected, sourceOf }) {
	const { files, views } = described;
	const gone = files.filter(({ kind, change, address }) => kind === "page" && change === "removed" && !isRedirected(address));
	if (gone.length === 0) return [];
	const arrivals = [...views.added].filter(([, view]) => view.redirect === void 0);
	const byContent = new Map(arrivals.map(([path, view]) => [view.parts.content, path]));
	const byName = new Map(arrivals.map(([path, view]) => [nameOf(view), path]));
	const pathOf = (source) => source === void 0 || source === "generated" ? null : source;
	return gone.map(({ path, address, page }) => {
		const view = views.removed.get(path);
		const source = sourceOf(path);
		const to = view && (byContent.get(view.parts.content) ?? (nameOf(view) === "" ? void 0 : byName.get(nameOf(view))));
		return {
			path,
			address,
			title: page?.title ?? "",
			...to === void 0 ? {} : { movedTo: {
				path: to,
				address: addressOf(to),
				source: pathOf(sourceOf(to))
			} },
			source: pathOf(source),
			generated: source === "generated"
		};
	});
}
function nameOf({ heading, title }) {
	return heading === "" && title === "" ? "" : `${heading}\n${title}`;
}
/** The line of a text's front matter on which one of the keys stands, from 1; 1 where none does. */
function lineOfKey(text, keys) {
	const lines = text.split(/\r?\n/, 200);
	if (!/^(?:---|\+\+\+)\s*$/.test(lines[0] ?? "")) return 1;
	const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\+\+\+)\s*$/.test(line));
	const head = end === -1 ? [] : lines.slice(0, end);
	for (const key of keys) {
		const at = head.findIndex((line) => line.startsWith(key) && /^\s*[:=]/.test(line.slice(key.length)));
		if (at !== -1) return at + 1;
	}
	return 1;
}
/** Front matter that decides where a page is written, in the order in which it does. */
const ADDRESS_KEYS = [
	"url",
	"permalink",
	"slug",
	"path",
	"date",
	"title"
];

// src/disk/read-head.ts
/** Windows has no such flag. */
const NO_FOLLOW = "O_NOFOLLOW" in constants ? constants.O_NOFOLLOW : 0;
/** The first bytes of a regular file, at most so many; no link is followed. Something else than a file counts as absent. */
function readHead(path, most) {
	return outcomeOf(path, () => {
		const stat = lstatSync(path, { throwIfNoEntry: false });
		if (stat?.isFile() !== true) return void 0;
		const file = openSync(path, constants.O_RDONLY | NO_FOLLOW);
		try {
			const bytes = Buffer.alloc(Math.min(most, stat.size));
			let length = 0;
			while (length < bytes.length) {
				const got = readSync(file, bytes, length, bytes.length - length, null);
				if (got === 0) break;
				length += got;
			}
			return bytes.subarray(0, length);
		} finally {
			closeSync(file);
		}
	});
}

// src/output/read-output.ts
/** Files of this size and more are hashed in pieces. */
const LARGE_BYTES = 67108864;
/** What is read to be looked at is text; more of it is nobody's. */
const MOST_READ_BYTES = 67108864;
/**
* Reads and hashes every file of a folder once. Throws `DiskTrouble` for a file or a folder that cannot be read: what it
* holds would count as gone.
*
* @param like Another folder and what it holds: a file that is the very same one there, under a second name, is not read
*   again.
* @param memory What has been read in this process already, or will be once more.
*/
function readOutputFolder(folder, like, memory = NO_MEMORY) {
	const { files, others } = filesBelow(folder);
	for (const path of [folder, ...others.map((other) => join(folder, other))]) if (atBest(lookThrough(path))?.isDirectory() === true && atBest(lookExactly(path))?.isSymbolicLink() !== true) needed(path, readFolder(path));
	const digests = /* @__PURE__ */ new Map();
	for (const path of files) {
		if (/^\.bengal-cache(?:\/|$)/.test(path)) continue;
		const known = like?.digests.get(path);
		const same = known !== void 0 && like !== void 0 && isSameFile(join(folder, path), join(like.folder, path));
		digests.set(path, same ? known : digestOf(join(folder, path), memory));
	}
	return {
		digests,
		others
	};
}
function isSameFile(left, right) {
	const [one, other] = [left, right].map((path) => atBest(lookExactly(path)));
	return one?.ino !== void 0 && one.ino !== 0n && one.ino === other?.ino && one.dev === other.dev;
}
function digestOf(path, memory) {
	const stat = needed(path, lookExactly(path));
	const digest = () => stat.size >= LARGE_BYTES ? hashFile(path) : sha256(readFileSync(path));
	return needed(path, outcomeOf(path, () => ({
		sha256: memory.recall(stat, digest),
		size: Number(stat.size)
	})));
}
/** A manifest of half a million files. */
const MOST_JSON_BYTES = 268435456;
/** Front matter is at the beginning. */
const MOST_HEAD_BYTES = 65536;
/** The bytes of an output, for whoever wants to look into it; `undefined`: there is none, or it is no page's size. */
function readOutput(folder, path) {
	const entry = atBest(lookExactly(join(folder, path)));
	if (entry?.isFile() !== true || entry.size > MOST_READ_BYTES) return void 0;
	return atBest(outcomeOf(path, () => readFileSync(join(folder, path))));
}
/** The value in a file of JSON; `undefined` for anything else, and for what cannot be read. */
function readJsonFile(path) {
	try {
		const entry = atBest(lookThrough(path));
		if (entry?.isFile() !== true || entry.size > MOST_JSON_BYTES) return void 0;
		const bytes = readFileSync(path);
		return bytes[0] === 123 ? JSON.parse(bytes.toString("utf8")) : void 0;
	} catch {
		return;
	}
}
/** The text of a source, for whoever looks for a line in it; `undefined`: there is none. */
function readSourceText(site, path) {
	const at = resolveSource(site, path);
	return (at === void 0 ? void 0 : atBest(readHead(at, MOST_HEAD_BYTES)))?.toString("utf8");
}

// src/place/work-folder.ts
/** The one name under which the companion looks for it. A repository that holds something of that name keeps it. */
const NAME = ".bengal-cache";
const OWNER_FILE = "owner";
const NOTE = "work-folder";
/** Our folder, if this installation has made the one that is there. What a repository brought is not ours. */
function findWorkFolder(site) {
	const noted = registerOf(site).read(NOTE);
	return noted !== void 0 && isOurs(join(site, NAME), noted) ? workFolder(site) : void 0;
}
function workFolder(site) {
	const path = join(site, NAME);
	return {
		path,
		previous: join(path, "previous")
	};
}
/** The very folder that was made. One that was just being made when its process was killed holds nothing else yet. */
function isOurs(path, { inode, secret }) {
	if (atBest(look(path))?.isDirectory() !== true) return false;
	const owner = readSmall(join(path, OWNER_FILE));
	if (inode !== void 0) return inode === inodeOf(path) && owner === secret;
	const names = atBest(outcomeOf(path, () => readdirSync(path))) ?? ["?"];
	return owner === secret && names.every((name) => name === OWNER_FILE || name === ".gitignore");
}
function readSmall(path) {
	const entry = atBest(look(path));
	if (entry?.isFile() !== true || entry.size > 100) return void 0;
	return atBest(outcomeOf(path, () => readFileSync(path, "utf8")));
}
function inodeOf(path) {
	const entry = atBest(lookExactly(path));
	return entry === void 0 ? "" : `${String(entry.dev)}-${String(entry.ino)}`;
}

// src/companion/exchange.ts
/** Whether the folder is the one that this tool made on this machine; what a repository brought is left alone. */
function ownsExchange(site) {
	return findWorkFolder(site) !== void 0;
}

// src/delta/deployed.ts
const KIND = "bengal-cache deployment";
/** `undefined` for anything but what we wrote. Nothing in it is trusted: it comes from a server. */
function deployedFromJson(value) {
	const listed = field(value, "files");
	if (field(value, "schemaVersion") !== 1 || field(value, "kind") !== KIND || !isObject(listed)) return void 0;
	const files = /* @__PURE__ */ new Map();
	for (const [path, entry] of entriesOf(listed)) {
		const digest = entry === null ? "unknown" : digestFromJson(entry);
		if (!isPlainPath(path) || digest === void 0) return void 0;
		files.set(path, digest);
	}
	const text = (name) => asString(field(value, name))?.slice(0, 100) ?? null;
	return {
		files,
		commit: text("commit"),
		recordedAt: text("recordedAt"),
		event: text("event")
	};
}
/** Below a folder, as the disk names it: a backslash is a letter there. */
function isPlainPath(path) {
	return !path.includes("\0") && path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}
function digestFromJson(entry) {
	const [hash, bytes] = asArray(entry);
	const [sha256, size] = [asString(hash), asFiniteNumber(bytes)];
	return sha256 === void 0 || !isSha256(sha256) || size === void 0 ? void 0 : {
		sha256,
		size
	};
}

// src/manifest/acceptance.ts
/** Why a state must not be used, by what its manifest says of where it comes from; `undefined`: it may. Pure. */
function findRefusal(manifest, acceptance) {
	return refusalOfOrigin(manifest, acceptance) ?? refusalOfAge(manifest, acceptance);
}
function refusalOfOrigin(manifest, { needs, repository }) {
	if (manifest === void 0) return `nothing says ${needs === "outside" ? "what it should hold" : `whose code left it, and this run builds only upon what ${OWNERS[needs]} left`}`;
	if (needs === "outside") return void 0;
	const { origin } = manifest;
	if (origin.repository !== repository) return `it was recorded in ${origin.repository ?? "an unknown repository"}, and this is ${repository ?? "an unknown one"}`;
	if (mayBuildUpon(origin.trust, needs)) return void 0;
	const where = origin.ref === void 0 ? "" : ` on ${origin.ref}`;
	return `a run of ${origin.event ?? "an unknown event"}${where} left it, and this run builds only upon what ${OWNERS[needs]} left`;
}
const OWNERS = {
	"default-branch": "the default branch has",
	branch: "a branch of this repository has",
	outside: "anybody has"
};
function refusalOfAge(manifest, { maxAge, now }) {
	if (maxAge === void 0) return void 0;
	const age = ageOf(manifest, now);
	if (age === void 0) return "nobody knows how old it is, and max-age is set";
	if (age < -3e5) return "it claims to come from the future, and max-age is set";
	return age > maxAge ? "it is older than max-age permits" : void 0;
}
/** Milliseconds since the state was recorded; `undefined` when the manifest does not say. */
function ageOf(manifest, now) {
	const recorded = Date.parse(manifest?.recordedAt ?? "");
	return Number.isNaN(recorded) ? void 0 : now - recorded;
}

// src/transfer/transfer.ts
/** Ten minutes: about 6 GB at the 10 MB/s of a slow day. */
const DEFAULT_DEADLINE_MS = 6e5;

// src/delta-job/delta-base.ts
/** Finds the earlier output for as long as `use` takes. What cannot be used is a base of kind `none` with the reason. */
async function withBase(source, previous, use) {
	switch (source.kind) {
		case "none": return await use(noBase(source.why));
		case "folder": {
			const { folder, name } = source;
			const { digests } = readOutputFolder(folder);
			return await use({
				base: {
					kind: "folder",
					name,
					commit: null,
					recordedAt: null,
					event: null
				},
				digests,
				read: (path) => readOutput(folder, path),
				folder,
				manifest: void 0
			});
		}
		case "recorded": return await use(await recordedBase(source, previous));
		case "manifest": return await use(await manifestBase({
			...source,
			previous
		}));
		case "store": return await withStored({
			...source,
			nameOf: (_, key) => key
		}, async (found) => use(found.kind === "found" ? found.base : noBase(found.why)));
		case "branch": return await withStored({
			...source,
			nameOf: nameOfBuild
		}, async (found) => use(found.kind === "found" ? found.base : await recordedBase(source.otherwise, previous)));
	}
}
async function recordedBase({ site, namesBranch }, previous) {
	const nameOf = namesBranch === true ? nameOfBuild : void 0;
	return await manifestBase({
		file: join(site, MANIFEST_PATH),
		name: LAST_BUILD,
		nameOf,
		previous
	});
}
const LAST_BUILD = "the last build";
/** Whose last build it is, for a pull request. */
function nameOfBuild({ origin }) {
	if (isOfPullRequest(origin)) return `${LAST_BUILD} of this pull request`;
	const branch = branchOf(origin);
	return branch === void 0 ? LAST_BUILD : `${LAST_BUILD} of ${branch}`;
}
/** The output that was set aside for the build, which lies there until the build is recorded. */
function previousOutput(site) {
	return ownsExchange(site) ? exchangePaths(site).previous : void 0;
}
async function manifestBase({ file, name, nameOf, previous }) {
	const deployed = readDeployed(file);
	if (deployed !== void 0) return fromDigests(deployed.files, {
		...deployed,
		name
	}, previous);
	const found = await readManifestAt(file);
	if (found.kind === "absent") return noBase(`${name} is not there`);
	if (found.kind === "unusable") return noBase(`${name} is no manifest that this version reads: ${found.why}`);
	return fromManifest(found.manifest, nameOf?.(found.manifest) ?? name, previous);
}
function fromManifest(manifest, name, previous) {
	const { outputs, commit = null, recordedAt, origin } = manifest;
	return {
		...fromDigests(outputs, {
			commit,
			recordedAt,
			event: origin.event ?? null,
			name
		}, previous),
		manifest
	};
}
/** Bytes count only where they are those that the digests tell of: what lies aside may be another build's. */
function fromDigests(digests, told, previous) {
	const { name, commit, recordedAt, event } = told;
	return {
		base: {
			kind: "manifest",
			name,
			commit,
			recordedAt,
			event
		},
		digests,
		read(path) {
			const digest = digests.get(path);
			const bytes = previous === void 0 ? void 0 : readOutput(previous, path);
			return bytes !== void 0 && digest !== void 0 && digest !== "unknown" && sha256(bytes) === digest.sha256 ? bytes : void 0;
		},
		folder: void 0,
		manifest: void 0
	};
}
function readDeployed(file) {
	const value = readJsonFile(file);
	return value === void 0 ? void 0 : deployedFromJson(value);
}
function noBase(why) {
	return {
		base: {
			kind: "none",
			why
		},
		digests: /* @__PURE__ */ new Map(),
		read: () => void 0,
		folder: void 0,
		manifest: void 0
	};
}
/** Unpacks what a store holds beside the site, for as long as it is needed. */
async function withStored({ store, key, site, acceptance, nameOf, deadlineMs = DEFAULT_DEADLINE_MS }, use) {
	const { signal, clear } = startDeadline(deadlineMs, "restoring");
	const staging = openStaging(site);
	const unusable = async (why) => await use({
		kind: "unusable",
		why
	});
	try {
		const restored = await store.restore({
			key,
			restoreKeys: [key],
			file: staging.archive,
			signal
		});
		if (restored.kind !== "exact" && restored.kind !== "prefix") return await unusable(`${key}: ${restored.why}`);
		const { archive: file, folder: into } = staging;
		const allow = (path) => isCacheable(path) || isCompiledTemplate(path);
		const unpacked = await unpackArchive({
			file,
			into,
			allow,
			signal
		});
		if (unpacked.kind !== "unpacked") return await unusable(`${restored.key}: ${unpacked.why}`);
		const found = await readManifestAt(join(into, MANIFEST_PATH));
		if (found.kind !== "read") return await unusable(`${restored.key} holds no manifest`);
		const refusal = acceptance === void 0 ? void 0 : findRefusal(found.manifest, acceptance);
		if (refusal !== void 0) return await unusable(`${restored.key}: ${refusal}`);
		const name = nameOf(found.manifest, restored.key);
		const previous = join(into, found.manifest.outputDir);
		return await use({
			kind: "found",
			base: fromManifest(found.manifest, name, previous)
		});
	} finally {
		clear();
		staging.remove();
	}
}

// src/delta-job/find-delta.ts
/** Says what readers will see change: reads the output once, and of the earlier one only what has changed. */
async function findDelta({ output, base: source, site, memory }) {
	const previous = site === void 0 ? void 0 : previousOutput(site.root);
	return await withBase(source, previous, async (earlier) => {
		const { base, digests: before, folder } = earlier;
		const like = folder === void 0 ? void 0 : {
			folder,
			digests: known(before),
			others: []
		};
		const { digests: after, others } = readOutputFolder(output, like, memory);
		const differences = compareDigests(before, after);
		const isOutput = (path) => after.has(path) || before.has(path);
		const options = {
			base,
			differences,
			readers: {
				before: earlier.read,
				after: (path) => readOutput(output, path)
			},
			isOutput
		};
		const described = describeDifferences({
			...options,
			pages: await loadPageReader(needsParser(options))
		});
		const vanished = await findVanished({
			described,
			output,
			site,
			earlier
		});
		const { schemaVersion, files, unchanged } = described;
		return {
			delta: {
				schemaVersion,
				base,
				files,
				unchanged,
				vanished
			},
			differences,
			before,
			after,
			others
		};
	});
}
/** Everything that is known for certain. */
function known(digests) {
	return new Map([...digests].flatMap(([path, digest]) => digest === "unknown" ? [] : [[path, digest]]));
}
/** A part of its own: most runs change no page. */
async function loadPageReader(isNeeded) {
	if (isNeeded) return await import("./page-view.js");
	const fail = () => {
		throw new Error("no page was to be read");
	};
	return {
		readPageView: fail,
		readPagePair: fail
	};
}
async function findVanished({ described, output, site, earlier }) {
	if (!described.files.some(({ kind, change }) => kind === "page" && change === "removed")) return [];
	const redirects = readOutput(output, "_redirects");
	const isRedirected = readRedirects(redirects === void 0 ? "" : Buffer.from(redirects).toString("utf8"));
	const sourceOf = site === void 0 ? () => void 0 : await readPageSources(site, earlier);
	return findVanishedPages({
		described,
		isRedirected,
		sourceOf
	});
}
/** Which source each output was made from, by the state: Bengal forgets no page. */
async function readPageSources({ root, config }, { manifest }) {
	const outcome = await readState({
		site: root,
		outputDir: config.outputDir
	});
	const pages = outcome.kind === "read" ? [...outcome.state.pages.values()] : [];
	const byOutput = /* @__PURE__ */ new Map();
	const place = (path) => {
		const text = readSourceText(root, path);
		return {
			path,
			line: text === void 0 ? 1 : lineOfKey(text, ADDRESS_KEYS)
		};
	};
	const found = new Map(pages.flatMap((page) => page.outputs.map((output) => [output, page])));
	return (output) => {
		const page = found.get(output);
		if (page === void 0) return sourceByName(output, config.contentDir, manifest?.sources);
		const known = byOutput.get(output) ?? (page.kind === "content" ? place(page.key) : "generated");
		byOutput.set(output, known);
		return known;
	};
}
/** Where the state does not tell: the source that a page of this name would have by default. */
function sourceByName(output, contentDir, sources) {
	const stem = `${contentDir}/${output.replace(/(?:^|\/)index\.html?$|\.html?$/i, "")}`.replace(/\/$/, "");
	const path = [
		`${stem}.md`,
		`${stem}/index.md`,
		`${stem}/_index.md`
	].find((name) => sources?.has(name));
	return path === void 0 ? void 0 : {
		path,
		line: 1
	};
}

// src/delta-job/compare-outputs.ts
/**
* What readers see change between two folders of output, whoever made them. Reads the later one once, and of the earlier
* one what differs.
*
* @throws DiskTrouble for a folder that is not there or cannot be read.
*/
async function compareOutputs({ before, after }) {
	const base = {
		kind: "folder",
		folder: resolve(before),
		name: before
	};
	return (await findDelta({
		output: resolve(after),
		base,
		site: void 0
	})).delta;
}

// src/delta/delta.ts
/** Those that are more than noise. */
function realChanges({ files }) {
	return files.filter(({ noise }) => !noise);
}
/** Pages that are more than noise; aliases, which only lead on, are none. */
function changedPages(delta, change) {
	return realChanges(delta).filter((file) => file.kind === "page" && file.change === change && file.page?.redirect === void 0);
}
/** Whether anything that readers see is another. Without a base nobody knows, so everything is. */
function isAnythingToDeploy(delta) {
	return delta.base.kind === "none" || realChanges(delta).length > 0;
}

export { UserError, changedPages, compareOutputs, isAnythingToDeploy, realChanges };