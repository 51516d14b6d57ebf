import { __name } from "./part-rolldown-runtime.js";
import { nameOfRef } from "./part-recorded-page.js";
import { isWithin } from "./part-digest.js";
import { graphBuilder, templateNameOf } from "./part-template-name.js";

// src/changes/layout.ts
/** Bengal's own list, and `.mdx` to be on the safe side. */
const PAGE = /\.(?:md|markdown|mdx|rst|txt|ipynb)$/i;
const SINGLE_CONFIG = /* @__PURE__ */ new Set([
	"bengal.toml",
	"bengal.yaml",
	"bengal.yml"
]);
/** Folders that hold sources, besides those that the state names. */
function sourceFolders(layout) {
	return [
		layout.contentDir,
		"templates",
		"themes",
		"data",
		"assets",
		"static",
		"i18n",
		"config"
	];
}
function roleOf(path, layout) {
	if (isWithin(layout.contentDir, path)) return PAGE.test(path) ? { kind: "page" } : { kind: "content-resource" };
	if (layout.configFiles.includes(path)) return {
		kind: "config",
		active: true
	};
	if (isWithin("config", path) || SINGLE_CONFIG.has(path)) return {
		kind: "config",
		active: false
	};
	const [, theme, rest] = /^(themes\/[^/]+\/)?(.+)$/s.exec(path) ?? [];
	if (rest !== void 0) {
		if (rest.startsWith("templates/")) return {
			kind: "template",
			name: rest.slice(10)
		};
		if (rest.startsWith("assets/")) return {
			kind: "asset",
			name: rest.slice(7)
		};
		if (rest.startsWith("static/")) return { kind: "static" };
		if (theme !== void 0) return { kind: "site-wide" };
	}
	if (isWithin("data", path)) return { kind: "data" };
	return isWithin("i18n", path) ? { kind: "site-wide" } : { kind: "other" };
}
/** The name under which pages record a theme's template: what follows its last `templates/` folder. */
function templateNameOfExternal(path) {
	const at = path.lastIndexOf("/templates/");
	return at < 0 ? void 0 : path.slice(at + 11);
}
/** Folders and own name below `data/`, by which templates reach a data file. */
function partsOfData(path) {
	const [, ...parts] = path.replace(/\.[^./]+$/, "").split("/");
	return parts;
}

// src/graph/build-graph.ts
/** The dependency graph that a state records: inputs -> pages -> outputs, and pages -> tags -> tag pages. */
function buildGraph(state) {
	const builder = graphBuilder();
	addState(builder, state);
	return builder.build();
}
/** Adds what a state records to a graph that holds other things too. */
function addState(builder, state) {
	const now = timeOf(state);
	const add = {
		...builder,
		node: (kind, name, facts) => builder.node(kind, name, facts === void 0 ? now : {
			...now,
			...facts
		})
	};
	for (const page of state.pages.values()) addPage(add, page);
	for (const [slug, members] of state.tags) for (const member of members) if (state.pages.has(member)) add.depends(add.node("tag", slug), add.node("page", member), { kind: "tag" });
	addFiles(add, state);
}
/** When the build rendered; without that, when it ended. */
function timeOf({ lastBuildNs, lastBuild }) {
	const recordedAt = lastBuildNs === void 0 ? Date.parse(lastBuild ?? "") : Number(lastBuildNs / 1000000n);
	return Number.isNaN(recordedAt) ? {} : { recordedAt };
}
/** Files that some page names get their recorded hash, and a template the file of the site that holds it. */
function addFiles({ node, depends }, state) {
	const templates = /* @__PURE__ */ new Set();
	for (const page of state.pages.values()) for (const name of namesOfTemplates(page)) templates.add(name);
	for (const [name, file] of state.files) {
		const hash = [...file.hashes].sort((left, right) => right.length - left.length)[0];
		const template = templateNameOf(name);
		const held = template !== void 0 && templates.has(template);
		if (!file.used && !held) continue;
		const id = node(file.ref.where === "site" ? kindOfFile(name) : "external", name, hash === void 0 ? {} : { hash });
		if (held) depends(node("template", template), id, {
			kind: "file",
			hash
		});
	}
}
/** A page's key and a file's name tell what kind of file it is. */
function kindOfFile(path) {
	return isWithin("data", path) ? "data" : "source";
}
function namesOfTemplates({ templates, inputs }) {
	const names = new Set(templates);
	for (const { type, path } of inputs) if (type === "template") names.add(path);
	return names;
}
function addPage({ node, depends }, page) {
	const [output] = page.outputs;
	const id = node("page", page.key, output === void 0 ? {} : { output });
	for (const path of page.outputs) depends(node("output", path), id, { kind: "writes" });
	for (const input of page.inputs) {
		const used = usedInput(input, page);
		if (used !== void 0) depends(id, node(used.kind, used.name), {
			kind: used.edge,
			hash: input.hash
		});
	}
	const templates = namesOfTemplates(page);
	const stated = new Set(page.inputs.flatMap(({ type, path }) => type === "template" ? [path] : []));
	for (const name of templates) if (!stated.has(name)) depends(id, node("template", name), { kind: "template" });
	for (const ref of page.files) {
		const name = nameOfRef(ref);
		if (name.includes(".bengal/generated/")) continue;
		const kind = ref.where === "site" ? kindOfFile(name) : "external";
		const file = node(kind, name);
		const template = ref.where === "site" ? templateNameOf(name) : templateNameOfExternal(name);
		if (template !== void 0 && templates.has(template)) depends(node("template", template), file, { kind: "file" });
		depends(id, file, { kind: edgeToFile(name, kind, page) });
	}
	if (page.kind === "tag") for (const slug of page.tags) depends(id, node("tag", slug), { kind: "tag" });
}
function edgeToFile(name, kind, page) {
	if (name === page.key) return "content";
	if (kind === "data") return "data";
	return templateNameOf(name) === void 0 ? "include" : "template";
}
function usedInput({ type, path }, page) {
	if (type.startsWith("cascade_")) return {
		kind: "source",
		name: path.replace(/^cascade:/, ""),
		edge: "cascade"
	};
	switch (type) {
		case "content": return page.kind === "content" ? {
			kind: kindOfFile(path),
			name: path,
			edge: "content"
		} : void 0;
		case "template": return {
			kind: "template",
			name: path,
			edge: "template"
		};
		case "data": return {
			kind: kindOfFile(path),
			name: path,
			edge: "data"
		};
		case "autodoc_source":
		case "cli_source": return {
			kind: kindOfFile(path),
			name: path,
			edge: "autodoc"
		};
		case "asset": return {
			kind: "asset",
			name: path,
			edge: "asset"
		};
		case "config": return {
			kind: "config",
			name: path,
			edge: "config"
		};
		case "taxonomy": return {
			kind: "tag",
			name: path.replace(/^tag:/, ""),
			edge: "tag"
		};
		default: return;
	}
}

export { addState, buildGraph, kindOfFile, partsOfData, roleOf, sourceFolders, templateNameOfExternal };