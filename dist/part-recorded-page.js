import { __name } from "./part-rolldown-runtime.js";
import { asString, asStrings, below, field, isAbsolutePosix, isWithin, sitePath, toPosix } from "./part-digest.js";

// src/bengal/file-ref.ts
/** Directories of installed packages end with one of these on every platform. */
const PACKAGES = /\/(?:site|dist)-packages\/(.+)$/;
/** Reads paths of a state that was written for a site at one of `siteRoots` (absolute, POSIX), the likeliest first. */
function fileRefReader(...siteRoots) {
	return (recorded) => {
		const path = toPosix(recorded);
		const relative = isAbsolutePosix(path) ? belowAny(siteRoots, path) : sitePath(path);
		if (relative !== void 0) return {
			where: "site",
			path: relative
		};
		const inPackage = PACKAGES.exec(path)?.[1];
		return inPackage === void 0 ? {
			where: "elsewhere",
			recorded: path
		} : {
			where: "package",
			path: inPackage,
			recorded: path
		};
	};
}
function belowAny(roots, path) {
	for (const root of roots) {
		const found = below(root, path);
		if (found !== void 0) return found;
	}
}
/** A distinct name for each file: site paths are relative, all others are not. */
function nameOfRef(ref) {
	return ref.where === "site" ? ref.path : ref.recorded;
}
/**
* The root of the checkout that wrote the state. Bengal records it nowhere, but it stands before the same page key in
* absolute form: `/home/runner/work/site` in `/home/runner/work/site/content/a.md`. The most frequent answer wins.
*/
function findRecordedRoot(absolutePaths, pageKeys) {
	return findRecordedRoots(absolutePaths, pageKeys)[0];
}
/** Every such root, the most frequent first: Bengal forgets nothing, so a site that was built in two places has two. */
function findRecordedRoots(absolutePaths, pageKeys) {
	const votes = /* @__PURE__ */ new Map();
	for (const recorded of absolutePaths) {
		const root = rootBefore(toPosix(recorded), pageKeys);
		if (root !== void 0) votes.set(root, (votes.get(root) ?? 0) + 1);
	}
	return [...votes].sort((left, right) => right[1] - left[1]).map(([root]) => root);
}
function rootBefore(path, pageKeys) {
	if (!isAbsolutePosix(path)) return void 0;
	const generated = path.indexOf("/.bengal/generated/");
	if (generated > 0) return path.slice(0, generated);
	for (let slash = path.indexOf("/", 1); slash > 0; slash = path.indexOf("/", slash + 1)) if (pageKeys.has(path.slice(slash + 1))) return path.slice(0, slash);
}
/** True for a file of an installed package of this name. */
function belongsToPackage(ref, name) {
	return ref.where === "package" && isWithin(name, ref.path);
}

// src/bengal/slug.ts
/** What Python's `str.strip` takes away. It differs from `trim`, which takes U+FEFF and leaves U+001C-1F and U+0085. */
const PYTHON_SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const OUTER_SPACE = new RegExp(`^${PYTHON_SPACE}|${PYTHON_SPACE}$`, "g");
/** Bengal's tag slug: trimmed, lower case, each space a hyphen, nothing else; `undefined` for a blank tag, which vanishes. */
function tagSlug(tag) {
	const trimmed = tag.replace(OUTER_SPACE, "");
	return trimmed === "" ? void 0 : trimmed.toLowerCase().replaceAll(" ", "-");
}

// src/bengal/recorded-page.ts
const GENERATED_TAG = /^\.bengal\/generated\/tags\/(.+)\/page_\d+\/index\.md$/;
const TAG_INDEX = ".bengal/generated/tags/index.md";
/** Joins what the files of the state say about each page. */
function joinPages(sources) {
	const effects = new Map(sources.effects.map((effect) => [nameOfRef(sources.refOf(effect.source)), effect]));
	const urlOf = new Map([...sources.urls].map(([url, key]) => [key, url]));
	const keys = /* @__PURE__ */ new Set([
		...sources.inputs.keys(),
		...effects.keys(),
		...sources.metadata.keys(),
		...sources.urls.values()
	]);
	return new Map([...keys].map((key) => [key, joinPage(key, {
		...sources,
		effect: effects.get(key),
		url: urlOf.get(key)
	})]));
}
function joinPage(key, known) {
	const metadata = known.metadata.get(key);
	const inputs = known.inputs.get(key) ?? [];
	const listed = GENERATED_TAG.exec(key)?.[1];
	const written = (known.effect?.outputs ?? []).flatMap((output) => outputPath(known.refOf(output), known.outputDir) ?? []);
	return {
		key,
		kind: listed !== void 0 ? "tag" : key === TAG_INDEX ? "tag-index" : isVirtual(key, inputs) ? "virtual" : "content",
		outputs: written.length > 0 ? written : outputOfUrl(known.url),
		inputs,
		files: (known.effect?.files ?? []).map(known.refOf),
		templates: known.effect?.templates ?? [],
		tags: listed !== void 0 ? [listed] : slugsOf(asStrings(field(metadata, "tags"))),
		metadata
	};
}
/** An autodoc page is made of other files than its own key names. */
function isVirtual(key, inputs) {
	return key.startsWith("__virtual__/") || inputs.length > 0 && !inputs.some((input) => input.type === "content");
}
function slugsOf(tags) {
	return [...new Set(tags.flatMap((tag) => tagSlug(tag) ?? []))];
}
/** The path of a recorded output below the output directory. */
function outputPath(ref, outputDir) {
	if (ref.where !== "site" || ref.path === outputDir || !isWithin(outputDir, ref.path)) return void 0;
	return ref.path.slice(outputDir.length + 1);
}
/** `/a/b/` is written to `a/b/index.html`, and `/a/b.html` to itself. */
function outputOfUrl(url) {
	if (url?.startsWith("/") !== true || url.includes("\0") || url.split("/").includes("..")) return [];
	return [(url.endsWith("/") ? `${url}index.html` : /\.html?$/.test(url) ? url : `${url}/index.html`).slice(1)];
}
/** The address of an HTML file: `a/b/index.html` is `/a/b/`. Raw characters, as Bengal records URLs. */
function urlOfOutput(output) {
	return `/${output.replace(/(^|\/)index\.html$/, "$1")}`;
}
/** Claims of what is no page by itself: 404, search and graph, and addresses that lead to a page. */
const NO_PAGE = ["special_pages", "redirect"];
function claimedUrls(claims, refOf) {
	return new Map(claims.flatMap(([url, claim]) => {
		const source = asString(claim["source"]);
		const owner = asString(claim["owner"]);
		return source === void 0 || owner !== void 0 && NO_PAGE.includes(owner) ? [] : [[url, nameOfRef(refOf(source))]];
	}));
}

export { belongsToPackage, claimedUrls, fileRefReader, findRecordedRoot, findRecordedRoots, joinPages, nameOfRef, outputPath, slugsOf, tagSlug, urlOfOutput };