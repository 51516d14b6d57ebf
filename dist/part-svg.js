import { __name } from "./part-rolldown-runtime.js";
import { by, byCodeUnit, existsSync, readFileSync, sha256 } from "./part-digest.js";
import { urlOfOutput } from "./part-recorded-page.js";
import { NODE_STATUSES, graphBuilder, isFileKind, nodesOf } from "./part-template-name.js";
import { reach, reachDependencies, reachDependents } from "./part-query.js";
import { fileURLToPath } from "node:url";

// src/graph/shape.ts
/** The given nodes with the edges between them, as a graph of its own. Nodes keep their order. */
function subgraph(graph, nodes) {
	const builder = graphBuilder();
	copyNodes(builder, graph, [...new Set(nodes)].sort((left, right) => left - right));
	return builder.build();
}
/** Adds nodes of a graph to a builder, with the edges between them. */
function copyNodes(builder, graph, nodes) {
	const ids = /* @__PURE__ */ new Map();
	for (const id of nodes) ids.set(id, builder.node(graph.kindOf(id), graph.nameOf(id), graph.factsOf(id)));
	for (const [user, copy] of ids) for (const edge of graph.usesOf(user)) {
		const used = ids.get(edge.node);
		if (used !== void 0) builder.depends(copy, used, edge);
	}
}
/** What the nodes were made from and what was made from them, up to `radius` steps each way, themselves included. */
function neighbourhood(graph, nodes, radius) {
	const [before, after] = [reachDependencies(graph, nodes, radius), reachDependents(graph, nodes, radius)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort((left, right) => left - right);
}
/**
* Makes one node of all nodes that get the same kind and name; what gets `undefined` stays. A group has `members` and
* keeps no facts of theirs. Edges within a group vanish, and several between two groups become one of each kind.
*/
function collapse(graph, groupFor) {
	const builder = graphBuilder();
	const sizes = /* @__PURE__ */ new Map();
	const groups = Array.from(nodesOf(graph), (id) => {
		const group = groupFor(id);
		const copy = group === void 0 ? builder.node(graph.kindOf(id), graph.nameOf(id), graph.factsOf(id)) : builder.node(group.kind, group.name);
		sizes.set(copy, (sizes.get(copy) ?? 0) + (graph.factsOf(id).members ?? 1));
		return copy;
	});
	const groupOf = (id) => groups[id] ?? id;
	for (const id of nodesOf(graph)) addUses(builder, {
		graph,
		id,
		groupOf
	});
	for (const [group, members] of sizes) if (members > 1) builder.node(builder.kindOf(group), builder.nameOf(group), { members });
	return {
		graph: builder.build(),
		groupOf
	};
}
function addUses(builder, { graph, id, groupOf }) {
	const user = groupOf(id);
	for (const { node, kind } of graph.usesOf(id)) if (groupOf(node) !== user) builder.depends(user, groupOf(node), { kind });
}

// src/graph/status.ts
/**
* The status of every node. Each edge remembers the hash that its file, or its function's result, had then: a node is
* stale when one of them differs now, or when it uses, near or far, a node that is stale or missing; else unknown when it
* uses one of which nobody knows. O(nodes + edges).
*/
function findStatuses(graph, now, told = () => void 0) {
	const present = presentNodes(graph, now);
	const causes = /* @__PURE__ */ new Map();
	const blame = (cause, user) => {
		const users = causes.get(cause) ?? [];
		causes.set(cause, users);
		if (users.at(-1) !== user) users.push(user);
	};
	const verdicts = Array.from(nodesOf(graph), told);
	const isTold = (id) => verdicts[id] !== void 0;
	const own = Array.from(nodesOf(graph), (id) => verdicts[id]?.status ?? ownStatus(graph, id, present(id)));
	for (const id of nodesOf(graph)) {
		const known = verdicts[id]?.causes ?? [];
		for (const cause of known) blame(cause, id);
		if (!isTold(id)) {
			for (const edge of graph.usesOf(id)) if (differs(graph, edge, present)) blame(edge.node, id);
		}
		if (isBasis(graph, id) || known.length > 0 || own[id] !== "stale" && own[id] !== "missing") continue;
		if (own[id] === "stale") blame(id, id);
		for (const user of graph.dependents(id)) if (!isTold(user)) blame(id, user);
	}
	const reached = reachMade(graph, [...causes.values()].flat(), isTold);
	const doubtful = reachMade(graph, Array.from(nodesOf(graph)).filter((id) => own[id] === "unknown"), isTold);
	const of = (id) => {
		const status = own[id] ?? "fresh";
		if (isTold(id) || status !== "fresh") return status;
		return reached.has(id) ? "stale" : doubtful.has(id) ? "unknown" : "fresh";
	};
	return {
		of,
		isTold,
		stale: Array.from(nodesOf(graph)).filter((id) => of(id) === "stale" && !isBasis(graph, id)),
		causes: [...causes].map(([cause, users]) => ({
			cause,
			users
		}))
	};
}
/** Files, and templates, which are files by another name: users tell by the hash they remember whether they are stale. */
function isBasis(graph, id) {
	const kind = graph.kindOf(id);
	return isFileKind(kind) || kind === "template";
}
/**
* What was made from these nodes, near or far. Files stand in between as what they are now, whatever made them, and so
* does what somebody knows better.
*/
function reachMade(graph, nodes, isTold) {
	const starts = nodes.filter((id) => !isBasis(graph, id));
	return reach(starts, (id) => graph.dependents(id).filter((user) => !isBasis(graph, user) && !isTold(user)));
}
/** A template is as the file that holds it. */
function presentNodes(graph, now) {
	const present = Array.from(nodesOf(graph), now);
	const at = (id) => present[id] ?? { kind: "same" };
	for (const id of graph.ofKind("template")) {
		const files = graph.usesOf(id).filter((edge) => edge.kind === "file");
		const [only] = files;
		if (only === void 0 || at(id).kind !== "same") continue;
		present[id] = (files.length === 1 ? at(only.node) : void 0) ?? { kind: files.some((edge) => differs(graph, edge, at)) ? "changed" : "same" };
	}
	return at;
}
/** What can be said without looking at the neighbours. */
function ownStatus(graph, id, now) {
	const usual = graph.factsOf(id).status ?? (isBasis(graph, id) ? "tracked file" : "fresh");
	switch (now.kind) {
		case "missing": return "missing";
		case "changed": return "stale";
		case "content": return recordedHashes(graph, id).some((hash) => !sameContent(hash, now.hash)) ? "stale" : usual;
		case "same": return usual;
	}
}
/** Its own, or for a template those that remember its file. */
function recordedHashes(graph, id) {
	const { hash } = graph.factsOf(id);
	if (hash !== void 0) return [hash];
	return graph.usesOf(id).flatMap((edge) => edge.kind === "file" && edge.hash !== void 0 ? [edge.hash] : []);
}
/** What an edge remembers of a file that was not there: no content that anybody recorded has this digest. */
const ABSENT_HASH = sha256("bengal-cache: there was no file");
/** Whether a node that was made with this edge would find something else at its end now. */
function differs(graph, { node, hash }, present) {
	const now = present(node);
	switch (now.kind) {
		case "missing": return isBasis(graph, node) && hash !== ABSENT_HASH;
		case "changed": return isBasis(graph, node);
		case "content": {
			const recorded = hash === void 0 ? recordedHashes(graph, node) : [hash];
			return recorded.length === 0 || recorded.some((known) => !sameContent(known, now.hash));
		}
		case "same": {
			const current = graph.kindOf(node) === "function" ? graph.factsOf(node).hash : void 0;
			return hash !== void 0 && current !== void 0 && !sameContent(hash, current);
		}
	}
}
/** Bengal keeps the first 16 digits in some places and all of them in others. */
function sameContent(one, other) {
	return one.startsWith(other) || other.startsWith(one);
}
/** Each stale node with what changed. O(causes x reached). */
function changedFiles(graph, { causes, stale, of, isTold }) {
	const found = new Map(stale.map((id) => [id, /* @__PURE__ */ new Set()]));
	for (const { cause, users } of causes) {
		const named = filesOfTemplate$1(graph, cause, of);
		for (const id of reachMade(graph, users, isTold).keys()) for (const name of named) found.get(id)?.add(name);
	}
	return [...found].map(([node, all]) => {
		const sorted = [...all].sort(by((id) => graph.nameOf(id)));
		return {
			node,
			files: sorted.filter((id) => isBasis(graph, id)),
			others: sorted.filter((id) => !isBasis(graph, id))
		};
	});
}
/** A template stands for the changed ones of the files that hold it, where they are known; anything else for itself. */
function filesOfTemplate$1(graph, id, statusOf) {
	const all = graph.usesOf(id).flatMap((edge) => edge.kind === "file" ? [edge.node] : []);
	const changed = all.filter((file) => ["stale", "missing"].includes(statusOf(file)));
	const files = changed.length > 0 ? changed : all;
	return graph.kindOf(id) === "template" && files.length > 0 ? files : [id];
}
__name(filesOfTemplate$1, "filesOfTemplate");

// src/render/palette.ts
/** The same colours in every picture. Text stands out by at least 4.5 to 1 everywhere. */
const STATUS_COLOURS = {
	fresh: {
		fill: "#1D3557",
		stroke: "#0F1C2E",
		text: "#FFFFFF"
	},
	stale: {
		fill: "#FBBC04",
		stroke: "#8A6A00",
		text: "#1B1B1B"
	},
	missing: {
		fill: "#F1F3F5",
		stroke: "#868E96",
		text: "#1B1B1B"
	},
	"tracked file": {
		fill: "#E8F0FE",
		stroke: "#7B9BD1",
		text: "#1B1B1B"
	},
	unknown: {
		fill: "#EFE3F8",
		stroke: "#7A4FA3",
		text: "#1B1B1B"
	}
};
/** The outline of what a build has to make anew. */
const AFFECTED_OUTLINE = "#D9480F";
/** Lines between two things that are not up to date. */
const HOT_LINE = "#B37F00";
const PLAIN_LINE = "#6C757D";
const STATUS_WORDS = {
	fresh: "up to date",
	stale: "stale",
	missing: "missing",
	"tracked file": "tracked file",
	unknown: "unknown whether it is up to date"
};
/** The same in a legend, where there is room. */
const LEGEND_WORDS = {
	fresh: "up to date",
	stale: "changed, or made from what changed",
	missing: "missing",
	"tracked file": "tracked file, as it was",
	unknown: "nobody can tell whether it is up to date"
};
const AFFECTED_WORDS = "affected: has to be built";

// src/render/sections.ts
/** Top folders that say nothing about where in the site something is. */
const ROOTS = /* @__PURE__ */ new Set([
	"content",
	"templates",
	"data",
	"assets",
	"static",
	"themes",
	".bengal",
	"public"
]);
/**
* The part of the site that a node belongs to, as a name for all of that part; `undefined` for what stands for itself.
* Of files and pages the first folder, below `content` and its like the first two; of URLs the first folder.
*/
function sectionOf(kind, name) {
	switch (kind) {
		case "config":
		case "stage": return;
		case "tag": return "all tags";
		case "function": return `${name.replace(/\(.*$/s, "")}(…)`;
		case "external": return sectionOfExternal(name);
		case "page":
		case "output":
		case "source":
		case "template":
		case "data":
		case "asset": return sectionOfPath(name);
	}
}
function sectionOfPath(name) {
	if (name.startsWith("/")) return name.slice(0, name.indexOf("/", 1) + 1) || "/";
	const [, tag] = /^\.bengal\/generated\/tags\/([^/]+)\/page_\d+\//.exec(name) ?? [];
	if (tag !== void 0) return `list of tag ${tag}`;
	const folders = name.split("/").slice(0, -1);
	const depth = ROOTS.has(folders[0] ?? "") ? 2 : 1;
	return folders.length === 0 ? "top folder" : `${folders.slice(0, depth).join("/")}/`;
}
function sectionOfExternal(name) {
	const [, inPackage] = /\/(?:site|dist)-packages\/([^/]+)\//.exec(name) ?? [];
	return inPackage === void 0 ? "outside of the site" : `package ${inPackage}`;
}
/** `1 page`, `3 tags`: how many of a kind. */
function countOfKind(kind, number) {
	return `${number.toLocaleString("en-US")} ${{
		source: ["file", "files"],
		template: ["template", "templates"],
		data: ["data file", "data files"],
		asset: ["asset", "assets"],
		config: ["setting", "settings"],
		tag: ["tag", "tags"],
		page: ["page", "pages"],
		output: ["output", "outputs"],
		stage: ["stage", "stages"],
		function: ["call", "calls"],
		external: ["outside file", "outside files"]
	}[kind][number === 1 ? 0 : 1]}`;
}

// src/render/visible.ts
/**
* What has no shape of its own, or changes the shape of what stands beside it: control characters, lone surrogates,
* directions of writing, joiners and blanks of no width, separators of lines, what is no character.
*/
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/**
* Hostile text as one line in which every character can be seen: invisible ones become `\u{202e}`, and so do blanks at
* its ends, which many formats cut off. No text at all becomes two quotes.
*/
function visibleText(text) {
	return text === "" ? "\"\"" : text.replace(INVISIBLE, escaped).replace(/^\s+|\s+$/g, (blanks) => blanks.replace(/\s/g, escaped));
}
function escaped(character) {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/** The beginning and the end of a text, which is what tells paths apart. At most `most` characters. */
function shortText(text, most) {
	const characters = Array.from(text);
	if (characters.length <= most) return text;
	const end = Math.ceil((most - 1) * .6);
	return `${characters.slice(0, most - 1 - end).join("")}…${characters.slice(-end).join("")}`;
}

// src/render/picture.ts
/** A node in words: its kind, its whole name, its status. */
function describeNode({ kind, name, label, status, affected, members }) {
	return `${kind} ${members > 1 ? label : visibleText(name)}: ${STATUS_WORDS[status]}${affected ? `, ${AFFECTED_WORDS}` : ""}`;
}
function sceneOf({ graph, statuses, affected = /* @__PURE__ */ new Set(), focus, radius, only }) {
	const near = focus === void 0 ? Array.from(nodesOf(graph)) : neighbourhood(graph, focus, radius ?? 2);
	const causes = new Set(statuses.causes.map(({ cause }) => cause));
	const wanted = {
		stale: (id) => causes.has(id) || [
			"stale",
			"missing",
			"unknown"
		].includes(statuses.of(id)),
		affected: (id) => affected.has(id) || ["stale", "missing"].includes(statuses.of(id))
	};
	const marked = new Set(focus);
	return {
		graph,
		nodes: only === void 0 ? near : near.filter((id) => marked.has(id) || wanted[only](id)),
		statusOf: statuses.of,
		isAffected: (id) => affected.has(id),
		isMarked: (id) => marked.has(id),
		titleOf: (id) => {
			const { output } = graph.factsOf(id);
			return graph.kindOf(id) === "page" && output !== void 0 ? urlOfOutput(output) : graph.nameOf(id);
		},
		wordFor: (_, { kind }) => kind === "uses" ? "" : kind
	};
}
/** A node that stands for itself alone. */
function standAlone({ graph, titleOf }, id) {
	return {
		kind: graph.kindOf(id),
		name: graph.nameOf(id),
		title: titleOf(id),
		group: false
	};
}
/** More labels than this hide what they are about. */
const MOST_EDGE_LABELS = 40;
const LONGEST_LABEL = 60;
/** Draws a scene with something standing for each node; edges within one stand vanish, and those between two become one. */
function drawScene(scene, standFor, notes) {
	const { stands, standOf } = gatherStands(scene, standFor);
	const drawn = [...stands.entries()].sort(by(([key]) => key));
	const places = new Map(drawn.map(([key], index) => [key, index]));
	const lines = /* @__PURE__ */ new Map();
	for (const user of scene.nodes) {
		const to = places.get(standOf(user) ?? "");
		if (to === void 0) continue;
		for (const edge of usesToDraw(scene.graph, user, (id) => standOf(id) !== void 0)) {
			const from = places.get(standOf(edge.node) ?? "");
			if (from === void 0 || from === to) continue;
			const line = lines.get(from * drawn.length + to) ?? {
				from,
				to,
				words: /* @__PURE__ */ new Set()
			};
			line.words.add(scene.wordFor(user, edge));
			lines.set(from * drawn.length + to, line);
		}
	}
	const nodes = drawn.map(([, gathered]) => nodeOf(gathered));
	const edges = [...lines.values()].sort((left, right) => left.from - right.from || left.to - right.to);
	return {
		nodes,
		notes,
		edges: edges.map(({ from, to, words }) => ({
			from,
			to,
			label: edges.length > MOST_EDGE_LABELS ? "" : [...words].filter((word) => word !== "").sort(byCodeUnit).slice(0, 3).join(", "),
			hot: isOff(nodes[from]) && isOff(nodes[to])
		}))
	};
}
/** Without files that the node uses through a template, where that is drawn. */
function usesToDraw(graph, user, isDrawn) {
	const edges = graph.usesOf(user);
	const templates = edges.filter(({ node }) => graph.kindOf(node) === "template" && isDrawn(node));
	const held = new Set(templates.flatMap(({ node }) => filesOfTemplate(graph, node)));
	return held.size === 0 ? edges : edges.filter(({ node }) => !held.has(node));
}
function filesOfTemplate(graph, id) {
	return graph.usesOf(id).flatMap((edge) => edge.kind === "file" ? [edge.node] : []);
}
function isOff(node) {
	return node?.status === "stale" || node?.status === "missing";
}
function gatherStands(scene, standFor) {
	const stands = /* @__PURE__ */ new Map();
	const keys = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	for (const id of scene.nodes) {
		const stand = standFor(id);
		const key = known.get(stand) ?? `${stand.kind}\0${stand.name}\0${stand.group ? "group" : "node"}`;
		if (stand.group) known.set(stand, key);
		const gathered = stands.get(key) ?? {
			stand,
			members: 0,
			statuses: /* @__PURE__ */ new Set(),
			affected: false,
			marked: false
		};
		stands.set(key, gathered);
		keys.set(id, key);
		if (stand.kind === scene.graph.kindOf(id)) gathered.members += scene.graph.factsOf(id).members ?? 1;
		gathered.statuses.add(scene.statusOf(id));
		gathered.affected ||= scene.isAffected(id);
		gathered.marked ||= scene.isMarked(id);
	}
	return {
		stands,
		standOf: (id) => keys.get(id)
	};
}
const WORST_FIRST = [
	"stale",
	"missing",
	"unknown",
	"fresh",
	"tracked file"
];
function nodeOf({ stand, members, statuses, affected, marked }) {
	const { kind, name, title, group } = stand;
	const short = shortText(visibleText(title), LONGEST_LABEL);
	return {
		kind,
		name,
		affected,
		marked,
		members: group ? members : 1,
		label: group ? `${short}: ${countOfKind(kind, members)}` : short,
		status: WORST_FIRST.find((status) => statuses.has(status)) ?? "fresh"
	};
}

// src/render/dot.ts
/** Graphviz lays boxes out by the measures of this font; those that stand in for it where it is missing have the same. */
const FONT = "Arial";
/** A graph in the DOT language, for Graphviz and whatever else reads it. Deterministic; no name can leave its quotes. */
function dot(picture) {
	const { nodes, edges } = picture;
	return `${[
		"digraph dependencies {",
		`  graph [rankdir=LR, fontname=${FONT}, fontsize=11, bgcolor="#FFFFFF", pad=0.3, nodesep=0.18, ranksep=0.9, labelloc=b, label=<${legend(picture)}>]`,
		`  node [fontname=${FONT}, fontsize=11, shape=box, style=filled, height=0.3, margin="0.12,0.05"]`,
		`  edge [fontname=${FONT}, fontsize=9, fontcolor="#495057", arrowsize=0.6]`,
		...nodes.map((node, index) => `  n${String(index)} [${nodeAttributes(node)}]`),
		...edges.map((edge) => `  n${String(edge.from)} -> n${String(edge.to)} [${edgeAttributes(edge)}]`),
		"}"
	].join("\n")}\n`;
}
function nodeAttributes(node) {
	const { fill, stroke, text } = STATUS_COLOURS[node.status];
	const width = node.marked ? 4 : node.affected ? 2.5 : 1;
	return [
		`label=${quoted(node.label)}`,
		`tooltip=${quoted(describeNode(node))}`,
		`fillcolor="${fill}"`,
		`color="${node.affected ? AFFECTED_OUTLINE : stroke}"`,
		`fontcolor="${text}"`,
		`penwidth=${String(width)}`,
		...shapeOf(node.kind),
		...node.members > 1 ? ["peripheries=2"] : []
	].join(", ");
}
/** Each kind has a shape, so that colours alone tell nothing. */
function shapeOf(kind) {
	switch (kind) {
		case "source":
		case "data":
		case "asset":
		case "config":
		case "external": return [];
		case "template": return ["shape=note"];
		case "tag": return ["shape=hexagon"];
		case "page":
		case "function": return ["style=\"filled,rounded\""];
		case "output": return ["shape=cds"];
		case "stage": return ["shape=component"];
	}
}
function edgeAttributes({ label, hot }) {
	return [
		`color="${hot ? HOT_LINE : PLAIN_LINE}"`,
		...hot ? ["penwidth=2"] : [],
		...label === "" ? [] : [`label=${quoted(label)}`]
	].join(", ");
}
/** Graphviz reads backslashes as commands and `&` as the start of an entity, even within quotes. */
function quoted(text) {
	return `"${visibleText(text).replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("&", "&amp;")}"`;
}
/** A row of boxes below the picture, and what it leaves out. */
function legend({ nodes, notes }) {
	const cells = NODE_STATUSES.filter((status) => nodes.some((node) => node.status === status)).map((status) => {
		const { fill, stroke, text } = STATUS_COLOURS[status];
		return cell({
			text: LEGEND_WORDS[status],
			fill,
			stroke,
			colour: text,
			border: 1
		});
	});
	const affected = nodes.find((node) => node.affected);
	if (affected !== void 0) {
		const { fill, text } = STATUS_COLOURS[affected.status];
		cells.push(cell({
			text: AFFECTED_WORDS,
			fill,
			stroke: AFFECTED_OUTLINE,
			colour: text,
			border: 3
		}));
	}
	const width = Math.max(1, cells.length);
	return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="8" CELLPADDING="4">${[cells.length === 0 ? "<TR><TD>Nothing to draw.</TD></TR>" : `<TR>${cells.join("")}</TR>`, ...notes.map((note) => `<TR><TD COLSPAN="${String(width)}" BORDER="0">${escapeXml(note)}</TD></TR>`)].join("")}</TABLE>`;
}
function cell({ text, fill, stroke, colour, border }) {
	return `<TD BGCOLOR="${fill}" COLOR="${stroke}" BORDER="${String(border)}"><FONT COLOR="${colour}">${escapeXml(text)}</FONT></TD>`;
}
function escapeXml(text) {
	return visibleText(text).replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);
}

// src/render/html.ts
/** Escapes hostile text for HTML, within elements as well as within quoted attributes. */
function escapeHtml(text) {
	return text.toWellFormed().replace(/[&<>"'`\0\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, replacement);
}
/** HTML has no way to write a control character, and what turns the direction around would hide how a name ends. */
function replacement(character) {
	if (/[\n\t]/.test(character)) return character;
	const code = character.codePointAt(0) ?? 0;
	return /[&<>"'`]/.test(character) ? `&#${String(code)};` : "�";
}
/** JSON that may stand in a `script` element: nothing in it can end the element or start a comment. */
function scriptJson(value) {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
	});
}

// src/render/fold.ts
/** What is not as usual, in words that follow a name. The worst last. */
const CONDITIONS = [
	"",
	" (missing)",
	" (stale)",
	" (affected)"
];
/** A page stands for its source and its outputs, a template for the file that holds it. */
function foldScene(scene) {
	const drawn = new Set(scene.nodes);
	const firsts = /* @__PURE__ */ new Map();
	const conditions = /* @__PURE__ */ new Map();
	for (const id of scene.nodes) {
		const first = scene.isMarked(id) ? id : firstSide(scene, drawn, id);
		if (first !== id) firsts.set(id, first);
		const [before, now] = [conditions.get(first) ?? "", conditionOf(scene, id)];
		conditions.set(first, CONDITIONS.indexOf(now) > CONDITIONS.indexOf(before) ? now : before);
	}
	return {
		firstOf: (id) => firsts.get(id) ?? id,
		firsts: scene.nodes.filter((id) => !firsts.has(id)),
		conditionOf: (first) => conditions.get(first) ?? ""
	};
}
function conditionOf(scene, id) {
	if (scene.isAffected(id)) return " (affected)";
	const status = scene.statusOf(id);
	return status === "stale" || status === "missing" ? ` (${status})` : "";
}
function firstSide({ graph }, drawn, id) {
	const among = (kind, found) => found.find((other) => other !== void 0 && drawn.has(other) && graph.kindOf(other) === kind);
	const kind = graph.kindOf(id);
	if (kind === "output") {
		const writers = graph.usesOf(id).flatMap((edge) => edge.kind === "writes" ? [edge.node] : []);
		return (writers.length === 1 ? among("page", writers) : void 0) ?? id;
	}
	if (!isFileKind(kind)) return id;
	const users = graph.usersOf(id);
	const held = users.flatMap((edge) => edge.kind === "file" ? [edge.node] : []);
	return among("page", [users.find((edge) => edge.kind === "content" && graph.nameOf(edge.node) === graph.nameOf(id))?.node]) ?? (held.length === 1 ? among("template", held) : void 0) ?? id;
}

// src/render/group.ts
/** Puts all nodes into groups, by first sides, but those that are to stay themselves. */
function groupScene({ graph }, folded, stays) {
	const conditions = /* @__PURE__ */ new Map();
	for (const id of folded.firsts) {
		const kind = graph.kindOf(id);
		conditions.set(kind, (conditions.get(kind) ?? /* @__PURE__ */ new Set()).add(folded.conditionOf(id)));
	}
	const known = /* @__PURE__ */ new Map();
	const rests = /* @__PURE__ */ new Map();
	const stands = /* @__PURE__ */ new Map();
	const sizes = /* @__PURE__ */ new Map();
	for (const id of folded.firsts) {
		const kind = graph.kindOf(id);
		const section = stays(id) ? void 0 : sectionOf(kind, graph.nameOf(id));
		if (section === void 0) continue;
		const condition = conditions.get(kind)?.size === 1 ? "" : folded.conditionOf(id);
		const shared = (name) => {
			const key = `${kind}\0${name}`;
			const stand = known.get(key) ?? {
				kind,
				name,
				title: name,
				group: true
			};
			known.set(key, stand);
			return stand;
		};
		const stand = shared(`${section}${condition}`);
		if (!sizes.has(stand)) rests.set(stand, shared(`other sections${condition}`));
		stands.set(id, stand);
		sizes.set(stand, (sizes.get(stand) ?? 0) + (graph.factsOf(id).members ?? 1));
	}
	return {
		standOf: (first) => stands.get(first),
		sizes,
		restOf: (stand) => rests.get(stand) ?? stand
	};
}
/** Draws groups, of each kind the `most` largest; the others become one. A group of one node stays that node. */
function arrangeGroups(scene, { folded, groups, most }) {
	const large = largest(groups.sizes, most);
	const rests = /* @__PURE__ */ new Set();
	const drawn = /* @__PURE__ */ new Map();
	for (const [stand, size] of groups.sizes) {
		const rest = large.has(stand) ? void 0 : groups.restOf(stand);
		if (rest !== void 0) rests.add(rest);
		drawn.set(stand, rest ?? (size === 1 ? void 0 : stand));
	}
	return {
		stands: folded.firsts.filter((id) => groups.standOf(id) === void 0).length + large.size + rests.size,
		standFor: (id) => {
			const first = folded.firstOf(id);
			const stand = groups.standOf(first);
			return (stand === void 0 ? void 0 : drawn.get(stand)) ?? standAlone(scene, first);
		}
	};
}
function largest(sizes, most) {
	const kinds = /* @__PURE__ */ new Map();
	for (const entry of sizes) {
		const known = kinds.get(entry[0].kind);
		if (known === void 0) kinds.set(entry[0].kind, [entry]);
		else known.push(entry);
	}
	const kept = /* @__PURE__ */ new Set();
	for (const entries of kinds.values()) {
		entries.sort(([left, small], [right, large]) => large - small || byCodeUnit(left.name, right.name));
		for (const [stand] of entries.slice(0, Math.min(most, entries.length))) kept.add(stand);
	}
	return kept;
}

// src/render/hubs.ts
/** Fewer edges than this can be told apart. */
const FEW_EDGES = 60;
/** What this share of all that is made from something is made from, tells nothing about any of it. */
const SHARE = .6;
const FEW_USERS = 10;
/**
* Where there are many edges, leaves out those of templates and files that nearly everything uses, and says so: how many
* use one stands beside its name. Edges from what changed always stay.
*/
function thinHubs(picture) {
	const { nodes, edges, notes } = picture;
	if (edges.length <= FEW_EDGES) return picture;
	const made = new Set(edges.map((edge) => edge.to)).size;
	const users = /* @__PURE__ */ new Map();
	for (const { from } of edges) users.set(from, (users.get(from) ?? 0) + 1);
	const isHub = (index) => {
		const node = nodes[index];
		const many = users.get(index) ?? 0;
		return node !== void 0 && many >= FEW_USERS && many >= made * SHARE && isOrdinary(node);
	};
	const hubs = new Set(Array.from(nodes.keys()).filter(isHub));
	if (hubs.size === 0) return picture;
	return {
		nodes: nodes.map((node, index) => hubs.has(index) ? {
			...node,
			label: `${node.label} (used by ${String(users.get(index))} of these)`
		} : node),
		edges: edges.filter((edge) => !hubs.has(edge.from) || nodes[edge.to]?.marked === true),
		notes: [...notes, "Lines from what nearly everything here uses are left out; it says by how many."]
	};
}
function isOrdinary({ kind, status, marked }) {
	return (kind === "template" || isFileKind(kind)) && status === "tracked file" && !marked;
}

// src/render/fit.ts
/** With more nodes, a page and its source and its output are drawn as one. */
const MOST_IN_DETAIL = 60;
/** So many stale or affected nodes stay single ones when the rest is put together. */
const MOST_SPARED = 24;
/** As much as one can take in, and as Graphviz lays out in a moment. */
const LARGE_PICTURE = {
	mostNodes: 150,
	mostEdges: 400
};
/**
* Draws a scene so that it can be seen. Nothing is left out before everything that belongs together was put together:
* first a page with its source and its outputs, then the nodes of each section that are alike, then the small sections.
*/
function fitPicture(scene, fit) {
	let last;
	for (const { arrange, notes, most, detailed } of levelsOf(scene, fit)) {
		if (detailed && fit.collapse === true) continue;
		const { standFor, stands } = arrange();
		if (stands > most) continue;
		last = thinHubs(drawScene(scene, standFor, notes));
		if (fits(last, fit)) return last;
	}
	return cut(last ?? {
		nodes: [],
		edges: [],
		notes: []
	}, fit);
}
function fits(picture, { mostNodes, mostEdges, accepts }) {
	return picture.nodes.length <= mostNodes && picture.edges.length <= mostEdges && (accepts === void 0 || accepts(picture));
}
function levelsOf(scene, { mostNodes }) {
	const folded = lazy(() => foldScene(scene));
	const all = lazy(() => groupScene(scene, folded(), scene.isMarked));
	const unusual = lazy(() => {
		const few = fewUnusual(scene);
		return few.size === 0 ? all() : groupScene(scene, folded(), (id) => few.has(id) || scene.isMarked(id));
	});
	const together = ["Nodes of one section that are alike stand together."];
	const andSmall = ["Nodes of one section that are alike stand together, and so do small sections."];
	const grouped = (groups, most = Number.POSITIVE_INFINITY) => ({
		arrange: () => arrangeGroups(scene, {
			folded: folded(),
			groups: groups(),
			most
		}),
		notes: most === Number.POSITIVE_INFINITY ? together : andSmall,
		most: most === 1 ? Number.POSITIVE_INFINITY : mostNodes,
		detailed: false
	});
	return [
		{
			arrange: () => ({
				standFor: (id) => standAlone(scene, id),
				stands: scene.nodes.length
			}),
			notes: [],
			most: Math.min(MOST_IN_DETAIL, mostNodes),
			detailed: true
		},
		{
			arrange: () => ({
				standFor: (id) => standAlone(scene, folded().firstOf(id)),
				stands: folded().firsts.length
			}),
			notes: [],
			most: mostNodes,
			detailed: true
		},
		grouped(unusual),
		grouped(all),
		...[
			40,
			15,
			6,
			1
		].map((most) => grouped(all, most))
	];
}
function lazy(make) {
	let made;
	return () => (made ??= { value: make() }).value;
}
/** The nodes that a picture is about, unless they are so many that they are no detail any more. */
function fewUnusual(scene) {
	const unusual = /* @__PURE__ */ new Set();
	for (const id of scene.nodes) {
		if (conditionOf(scene, id) === "") continue;
		unusual.add(id);
		if (unusual.size > MOST_SPARED) return /* @__PURE__ */ new Set();
	}
	return unusual;
}
/** The last resort: what somebody asked for, what is affected, what is stale, then the others, as many as fit. */
function cut(picture, fit) {
	const { nodes, edges } = picture;
	const ranks = nodes.map((node, index) => ({
		index,
		rank: rankOf(node)
	}));
	ranks.sort((left, right) => left.rank - right.rank || left.index - right.index);
	for (let most = Math.min(fit.mostNodes, nodes.length);; most = Math.floor(most / 2)) {
		const kept = ranks.slice(0, most).map(({ index }) => index).sort((left, right) => left - right);
		const places = new Map(kept.map((index, place) => [index, place]));
		const smaller = {
			nodes: kept.flatMap((index) => nodes[index] ?? []),
			edges: edges.flatMap(({ from, to, ...edge }) => {
				const [start, end] = [places.get(from), places.get(to)];
				return start === void 0 || end === void 0 ? [] : [{
					from: start,
					to: end,
					...edge
				}];
			}).slice(0, fit.mostEdges),
			notes: [...picture.notes, `${(nodes.length - kept.length).toLocaleString("en-US")} more nodes are not drawn.`]
		};
		if (most === 0 || fits(smaller, fit)) return smaller;
	}
}
function rankOf({ marked, affected, status }) {
	if (marked) return 0;
	if (affected) return 1;
	return status === "stale" || status === "missing" ? 2 : 3;
}

// src/render/mermaid.ts
/** GitHub shows no more than this, and says so in place of the picture. */
const MERMAID_LIMITS = {
	characters: 5e4,
	edges: 500
};
/** Whether GitHub would show it. */
function fitsMermaid(picture) {
	return picture.edges.length + Object.keys(STATUS_CLASSES).length + picture.notes.length + 1 < MERMAID_LIMITS.edges && mermaid(picture).length < MERMAID_LIMITS.characters;
}
/** A Mermaid flowchart. Deterministic; no name can leave its label. */
function mermaid({ nodes, edges, notes }, { legend = true } = {}) {
	const hot = edges.flatMap((edge, index) => edge.hot ? [index] : []);
	return `${[
		"flowchart LR",
		...nodes.map((node, index) => `  n${String(index)}${shape(node.kind, label(node.label))}:::${classOf(node)}`),
		...edges.map(({ from, to, label: words }) => `  n${String(from)} -->${words === "" ? "" : `|"${label(words)}"|`} n${String(to)}`),
		...legend ? legendOf(nodes, notes) : notes.map((note, index) => `    lnote${String(index)}["${label(note)}"]:::note`),
		...classDefinitions(nodes),
		...notes.length === 0 ? [] : ["  classDef note fill:none,stroke:none"],
		...hot.length === 0 ? [] : [`  linkStyle ${hot.join(",")} stroke:${HOT_LINE},stroke-width:3px`]
	].join("\n")}\n`;
}
const STATUS_CLASSES = {
	fresh: "fresh",
	stale: "stale",
	missing: "missing",
	"tracked file": "tracked",
	unknown: "unknown"
};
function classOf({ status, affected, marked }) {
	return `${STATUS_CLASSES[status]}${affected ? "Affected" : ""}${marked ? "Marked" : ""}`;
}
/** Each kind has a shape, so that colours alone tell nothing. */
function shape(kind, text) {
	switch (kind) {
		case "source":
		case "data":
		case "asset":
		case "config":
		case "external": return `["${text}"]`;
		case "template": return `[/"${text}"/]`;
		case "tag": return `{{"${text}"}}`;
		case "page": return `(["${text}"])`;
		case "output": return `[("${text}")]`;
		case "stage": return `[["${text}"]]`;
		case "function": return `("${text}")`;
	}
}
/** One row of boxes; lines that are not drawn keep them in it. */
function legendOf(nodes, notes) {
	const statuses = NODE_STATUSES.filter((status) => nodes.some((node) => node.status === status));
	const affected = nodes.find((node) => node.affected);
	const boxes = [
		...statuses.map((status) => [
			`l${STATUS_CLASSES[status]}`,
			LEGEND_WORDS[status],
			STATUS_CLASSES[status]
		]),
		...affected === void 0 ? [] : [[
			"laffected",
			AFFECTED_WORDS,
			classOf({
				...affected,
				marked: false
			})
		]],
		...notes.map((note, index) => [
			`lnote${String(index)}`,
			note,
			"note"
		])
	];
	if (boxes.length === 0) return [];
	return [
		"  subgraph legend [\"Legend\"]",
		"    direction LR",
		...boxes.map(([id, words, style]) => `    ${id}["${label(words)}"]:::${style}`),
		...boxes.length > 1 ? [`    ${boxes.map(([id]) => id).join(" ~~~ ")}`] : [],
		"  end",
		"  style legend fill:none,stroke:#868E96"
	];
}
function classDefinitions(nodes) {
	const used = new Map(nodes.map((node) => [classOf(node), node]));
	for (const node of nodes) {
		used.set(classOf({
			...node,
			marked: false
		}), {
			...node,
			marked: false
		});
		used.set(STATUS_CLASSES[node.status], {
			...node,
			marked: false,
			affected: false
		});
	}
	return [...used.entries()].sort(([left], [right]) => left < right ? -1 : 1).map(([name, { status, affected, marked }]) => {
		const { fill, stroke, text } = STATUS_COLOURS[status];
		return `  classDef ${name} fill:${fill},stroke:${affected ? AFFECTED_OUTLINE : stroke},stroke-width:${String(marked ? 5 : affected ? 3 : 1)}px,color:${text}`;
	});
}
/** Within quotes Mermaid takes anything but quotes, and knows entities by number; markup and line ends are made inert. */
function label(text) {
	return visibleText(text).replace(/[^\p{L}\p{N} ./_–-]/gu, (character) => `#${String(character.codePointAt(0))};`);
}

// src/render/assets-binary.ts
/** Files of packages that lie in `assets/` beside the bundle; when running from source, in their packages. */
const BINARY_ASSETS = {
	"resvg.wasm": "@resvg/resvg-wasm/index_bg.wasm",
	"arimo.ttf": "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"
};
function readBinaryAsset(name) {
	const beside = fileURLToPath(new URL(`./assets/${name}`, import.meta.url));
	return readFileSync(existsSync(beside) ? beside : fileURLToPath(import.meta.resolve(BINARY_ASSETS[name])));
}

// src/render/png.ts
/** Wider or higher pictures than this are drawn smaller: their pixels would fill gigabytes. */
const MOST_PIXELS = 16e3;
/** What the font has no shapes for: letters of most scripts, and emoji. */
const WITHOUT_SHAPE = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;
/** Says in the picture itself that it has boxes instead of some letters, so that nobody takes them for names. */
function noteBoxes(picture) {
	if (!picture.nodes.some(({ label }) => WITHOUT_SHAPE.test(label))) return picture;
	const note = "Boxes stand for letters that PNG pictures have no shapes for; SVG and HTML show them.";
	return {
		...picture,
		notes: [...picture.notes, note]
	};
}
/**
* Draws an SVG picture as PNG, with a font that it brings along: the same pixels on every machine. Letters that are not
* Latin, Greek, Cyrillic or Hebrew come out as boxes.
*/
async function png(svg, { scale = 2 } = {}) {
	const { initWasm, Resvg } = await import("./resvg.js");
	ready ??= initWasm(readBinaryAsset("resvg.wasm"));
	await ready;
	const font = {
		fontBuffers: [readBinaryAsset("arimo.ttf")],
		defaultFontFamily: "Arimo",
		sansSerifFamily: "Arimo"
	};
	const sizes = new Resvg(svg, { font });
	const side = Math.max(sizes.width, sizes.height) * scale;
	sizes.free();
	const drawing = new Resvg(svg, {
		font,
		fitTo: {
			mode: "zoom",
			value: side > MOST_PIXELS ? scale * MOST_PIXELS / side : scale
		},
		background: "#FFFFFF"
	});
	const image = drawing.render();
	try {
		return image.asPng();
	} finally {
		image.free();
		drawing.free();
	}
}
/** The package may be told about its WebAssembly once only. */
let ready;

// src/render/svg.ts
/** Fonts with the measures of the one that boxes are laid out for. */
const FONTS = `${FONT},Arimo,'Liberation Sans',Helvetica,sans-serif`;
/** An SVG picture, laid out by Graphviz. Stands alone and can be put into a page; nothing in it runs or loads anything. */
async function svg(picture, title = "Dependency graph") {
	return dress(await layOut(dot(picture)), picture, title);
}
/** Graphviz is a megabyte of WebAssembly: loaded when somebody wants a picture. */
async function layOut(text) {
	const { Graphviz } = await import("./graphviz.js");
	return (await Graphviz.load()).layout(text, "svg", "dot");
}
/**
* Leaves the drawing out of what Graphviz wrote. Its titles are names of nodes in the DOT text, which browsers show when
* somebody points at them: they become what the nodes are. Its tooltips are links to nowhere, and go.
*/
function dress(text, { nodes, edges }, title) {
	const named = (id) => {
		const [from, to] = id.split("&#45;&gt;").map((part) => nodes[Number(part.slice(1))]);
		if (from === void 0) return title;
		return to === void 0 ? describeNode(from) : `${describeNode(from)} → ${describeNode(to)}`;
	};
	return text.slice(Math.max(0, text.indexOf("<svg"))).replace(/<!--[\s\S]*?-->\n?/g, "").replace(/<g id="a_[^"]*">\n?<a [^>]*>\n?|<\/a>\n?<\/g>\n?/g, "").replace(/<title>([^<]*)<\/title>/g, (_, id) => `<title>${escapeHtml(named(id))}</title>`).replaceAll(`font-family="${FONT}"`, `font-family="${FONTS}"`).replace("<svg ", `<svg role="img" aria-label="${escapeHtml(`${title}: ${String(nodes.length)} nodes, ${String(edges.length)} edges`)}" `);
}

export { ABSENT_HASH, LARGE_PICTURE, MERMAID_LIMITS, changedFiles, collapse, copyNodes, dot, escapeHtml, findStatuses, fitPicture, fitsMermaid, mermaid, neighbourhood, noteBoxes, png, sceneOf, scriptJson, subgraph, svg };