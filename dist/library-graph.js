import { __name } from "./part-rolldown-runtime.js";
import { addState, buildGraph } from "./part-build-graph.js";
import { UserError, byCodeUnit, closeSync, constants, fstatSync, messageOf, mkdirSync, openSync, readFileSync, readSync, readdirSync, rmSync } from "./part-digest.js";
import { EDGE_KINDS, NODE_KINDS, NODE_STATUSES, graphBuilder, nodesOf } from "./part-template-name.js";
import { DEFAULT_LIMITS, writeAtomically } from "./part-size-limits.js";
import { graphFromLines, graphLines } from "./part-graph-json.js";
import { chainTo, forFile, nodesOfFile, reachDependencies, reachDependents, sortNodes, viewNode } from "./part-query.js";
import { MERMAID_LIMITS, changedFiles, collapse, copyNodes, dot, escapeHtml, findStatuses, fitPicture, mermaid, neighbourhood, png, sceneOf, scriptJson, subgraph, svg } from "./part-svg.js";
import { join } from "node:path";
import { createHash } from "node:crypto";

// src/graph/merge.ts
/**
* Joins two graphs: every node of both, each with one side's record, which is its facts and everything that it uses.
* The later record counts, and a node that one side merely mentions has none there. No node and no record that counts
* is ever lost, so merging is idempotent, commutative and associative, apart from node numbers.
*/
function mergeGraphs(first, second) {
	const builder = graphBuilder();
	const ones = Uint32Array.from(nodesOf(first), (id) => builder.node(first.kindOf(id), first.nameOf(id)));
	const others = Uint32Array.from(nodesOf(second), (id) => builder.node(second.kindOf(id), second.nameOf(id)));
	const found = {
		added: [],
		updated: [],
		kept: [],
		conflicts: []
	};
	const shared = new Int32Array(first.size).fill(-1);
	for (const id of nodesOf(second)) if ((others[id] ?? 0) < first.size) shared[others[id] ?? 0] = id;
	for (const id of nodesOf(first)) {
		const mine = recordOf(first, id, ones);
		const at = shared[id] ?? -1;
		const { verdict, record } = at < 0 ? {
			verdict: "same",
			record: mine
		} : choose(mine, recordOf(second, at, others));
		if (verdict !== "same") found[verdict].push({
			kind: builder.kindOf(id),
			name: builder.nameOf(id)
		});
		place(builder, id, record);
	}
	for (const id of nodesOf(second)) {
		const merged = others[id] ?? 0;
		if (merged < first.size) continue;
		found.added.push({
			kind: builder.kindOf(merged),
			name: builder.nameOf(merged)
		});
		place(builder, merged, recordOf(second, id, others));
	}
	return {
		graph: builder.build(),
		...found
	};
}
function recordOf(graph, id, merged) {
	const edges = graph.usesOf(id);
	const uses = edges.map(({ node, kind, hash }) => ({
		node: merged[node] ?? 0,
		kind,
		hash
	})).sort((left, right) => left.node - right.node || EDGE_KINDS.indexOf(left.kind) - EDGE_KINDS.indexOf(right.kind));
	const text = () => JSON.stringify([Object.entries(graph.factsOf(id)).sort(([left], [right]) => byCodeUnit(left, right)), edges.map(({ node, kind, hash }) => JSON.stringify([
		graph.kindOf(node),
		graph.nameOf(node),
		kind,
		hash ?? null
	])).sort(byCodeUnit)]);
	return {
		facts: graph.factsOf(id),
		uses,
		text
	};
}
function choose(mine, theirs) {
	if (isSame(mine, theirs)) return {
		verdict: "same",
		record: mine
	};
	if (isMention(theirs)) return {
		verdict: "same",
		record: mine
	};
	if (isMention(mine)) return {
		verdict: "updated",
		record: theirs
	};
	const [age, other] = [mine.facts.recordedAt ?? 0, theirs.facts.recordedAt ?? 0];
	if (age !== other) return age > other ? {
		verdict: "kept",
		record: mine
	} : {
		verdict: "updated",
		record: theirs
	};
	return {
		verdict: "conflicts",
		record: byCodeUnit(mine.text(), theirs.text()) > 0 ? mine : theirs
	};
}
function isMention({ facts, uses }) {
	return uses.length === 0 && Object.keys(facts).length === 0;
}
function isSame(mine, theirs) {
	return mine.uses.length === theirs.uses.length && mine.uses.every((edge, index) => {
		const other = theirs.uses[index];
		return other?.node === edge.node && other.kind === edge.kind && other.hash === edge.hash;
	}) && FACTS.every((fact) => mine.facts[fact] === theirs.facts[fact]);
}
const FACTS = [
	"hash",
	"output",
	"recordedAt",
	"status",
	"members"
];
function place(builder, id, { facts, uses }) {
	builder.node(builder.kindOf(id), builder.nameOf(id), facts);
	for (const edge of uses) builder.depends(id, edge.node, edge);
}

// src/graph/topological-order.ts
/**
* Orders all nodes so that each comes after what it uses; of several that could come next, the one that was made first.
* O((nodes + edges) log nodes).
*/
function topologicalOrder(graph) {
	const open = new Uint32Array(graph.size);
	const ready = leastFirst();
	for (const id of nodesOf(graph)) {
		open[id] = graph.dependencies(id).length;
		if (open[id] === 0) ready.push(id);
	}
	const order = [];
	for (let id = ready.pop(); id !== void 0; id = ready.pop()) {
		order.push(id);
		for (const user of graph.dependents(id)) {
			open[user] = (open[user] ?? 0) - 1;
			if (open[user] === 0) ready.push(user);
		}
	}
	return order.length === graph.size ? {
		kind: "ordered",
		order
	} : {
		kind: "cyclic",
		cycles: findCycles(graph)
	};
}
/** A binary heap of numbers. */
function leastFirst() {
	const heap = [];
	const at = (index) => heap[index] ?? Number.POSITIVE_INFINITY;
	const swap = (one, other) => {
		[heap[one], heap[other]] = [at(other), at(one)];
	};
	return {
		push(value) {
			let index = heap.push(value) - 1;
			for (let parent = index - 1 >> 1; index > 0 && at(index) < at(parent); parent = index - 1 >> 1) {
				swap(index, parent);
				index = parent;
			}
		},
		pop() {
			const least = heap[0];
			const last = heap.pop();
			if (last === void 0 || heap.length === 0) return least;
			heap[0] = last;
			for (let index = 0;;) {
				const child = at(2 * index + 1) <= at(2 * index + 2) ? 2 * index + 1 : 2 * index + 2;
				if (at(child) >= at(index)) return least;
				swap(index, child);
				index = child;
			}
		}
	};
}
/**
* Groups of nodes that all depend on each other, and single nodes that depend on themselves: Tarjan's strongly
* connected components, iterative. Members and groups by node number.
*/
function findCycles(graph) {
	const { size } = graph;
	const [index, low] = [new Uint32Array(size), new Uint32Array(size)];
	const onStack = new Uint8Array(size);
	const stack = [];
	const cycles = [];
	let counter = 0;
	for (const root of nodesOf(graph)) {
		if (index[root] !== 0) continue;
		const path = [];
		const enter = (id) => {
			index[id] = low[id] = ++counter;
			stack.push(id);
			onStack[id] = 1;
			path.push({
				id,
				rest: graph.dependents(id),
				next: 0
			});
		};
		enter(root);
		for (let here = path.at(-1); here !== void 0; here = path.at(-1)) {
			const { id } = here;
			const to = here.rest[here.next++];
			if (to !== void 0) {
				if (index[to] === 0) enter(to);
				else if (onStack[to] === 1) low[id] = Math.min(low[id] ?? 0, index[to] ?? 0);
				continue;
			}
			path.pop();
			const before = path.at(-1);
			if (before !== void 0) low[before.id] = Math.min(low[before.id] ?? 0, low[id] ?? 0);
			if (low[id] === index[id]) {
				const members = stack.splice(stack.lastIndexOf(id));
				for (const member of members) onStack[member] = 0;
				if (members.length > 1 || here.rest.includes(id)) cycles.push(members.sort((left, right) => left - right));
			}
		}
	}
	return cycles.sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0));
}

// src/graph/stored-graph.ts
/**
* Writes a graph to one file, atomically: whoever reads sees the old graph or the new one.
*
* @throws what the file system reports; then the old file is untouched.
*/
function saveGraph(path, graph) {
	writeAtomically(path, linesAsBytes(graph));
}
function* linesAsBytes(graph) {
	for (const line of graphLines(graph)) yield Buffer.from(line, "utf8");
}
/** Reads a graph from one file. Never throws for what the file holds; too large a file is refused before it is read. */
function loadGraph(path) {
	let file;
	try {
		file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	} catch (thrown) {
		return thrown.code === "ENOENT" ? { kind: "absent" } : {
			kind: "corrupt",
			why: messageOf(thrown)
		};
	}
	try {
		const stat = fstatSync(file);
		if (!stat.isFile()) return {
			kind: "corrupt",
			why: "it is no regular file"
		};
		if (stat.size > DEFAULT_LIMITS.fileBytes) return {
			kind: "corrupt",
			why: `it has ${String(stat.size)} bytes, more than are read`
		};
		return graphFromLines(linesOf(file, stat.size));
	} catch (thrown) {
		return {
			kind: "corrupt",
			why: messageOf(thrown)
		};
	} finally {
		closeSync(file);
	}
}
const CHUNK_BYTES = 1 << 20;
const LINE_END = 10;
/** The lines of a file, without their ends. What is appended meanwhile is not read. */
function* linesOf(file, size) {
	let begun = [];
	for (let rest = size; rest > 0;) {
		const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, rest));
		const read = readSync(file, chunk);
		if (read === 0) break;
		rest -= read;
		let start = 0;
		for (let end = chunk.indexOf(LINE_END); end >= 0 && end < read; end = chunk.indexOf(LINE_END, start)) {
			yield Buffer.concat([...begun, chunk.subarray(start, end)]).toString("utf8");
			begun = [];
			start = end + 1;
		}
		begun.push(chunk.subarray(start, read));
	}
	if (begun.length > 0) yield Buffer.concat(begun).toString("utf8");
}
/**
* Joins a graph with those that lie in a folder, and leaves the result there. Afterwards this process and the folder
* know the same; see `mergeGraphs` for what counts where they differed.
*
* Any number of processes may do this at the same time, without a lock: a file there is never changed, its name is made
* of its content, and it is removed only after a file that holds all of it was written. A process that dies in between
* leaves a file more, which the next one joins.
*
* @throws what the file system reports; nothing is lost then.
*/
function syncGraph(folder, graph) {
	const { names, ...synced } = joinWithParts(folder, graph);
	replaceParts(folder, synced.graph, names);
	return synced;
}
/** In a function of its own, so that the graph of the folder can go before the result is written. */
function joinWithParts(folder, graph) {
	const { graph: there, names, unusable } = readParts(folder);
	return {
		...mergeGraphs(graph, there),
		names,
		unusable
	};
}
/** What lies in a graph folder, joined. Changes nothing there. */
function readGraphFolder(folder) {
	const { graph, unusable } = readParts(folder);
	return {
		graph,
		unusable
	};
}
/**
* Puts what `keep` makes of the folder's graph in its place, and removes what could not be read. A process that still
* knows what was left out brings it back when it syncs.
*/
function pruneGraphFolder(folder, keep) {
	const { graph: before, names, unusable } = readParts(folder);
	const after = keep(before);
	if (names.size > 0) replaceParts(folder, after, names);
	for (const { file } of unusable) remove(join(folder, file));
	return {
		before,
		after
	};
}
const PART = /^graph-[0-9a-f]{32}\.json$/;
/** Reads until a listing holds nothing unknown: what vanished meanwhile is part of a file that a new listing shows. */
function readParts(folder) {
	const names = /* @__PURE__ */ new Set();
	const unusable = /* @__PURE__ */ new Map();
	let graph;
	for (let vanished = true; vanished;) {
		vanished = false;
		for (const name of listParts(folder)) {
			if (names.has(name) || unusable.has(name)) continue;
			const loaded = loadGraph(join(folder, name));
			if (loaded.kind === "read") {
				names.add(name);
				graph = graph === void 0 ? loaded.graph : mergeGraphs(graph, loaded.graph).graph;
			} else if (loaded.kind === "absent") vanished = true;
			else unusable.set(name, loaded.why);
		}
	}
	return {
		graph: graph ?? graphBuilder().build(),
		names,
		unusable: [...unusable].map(([file, why]) => ({
			file,
			why
		}))
	};
}
function listParts(folder) {
	try {
		return readdirSync(folder).filter((name) => PART.test(name)).sort(byCodeUnit);
	} catch (thrown) {
		if (thrown.code === "ENOENT") return [];
		throw thrown;
	}
}
function replaceParts(folder, graph, joined) {
	const name = `graph-${digestOf(graph)}.json`;
	mkdirSync(folder, { recursive: true });
	writeAtomically(join(folder, name), linesAsBytes(graph));
	for (const other of joined) if (other !== name) remove(join(folder, other));
}
/** Made of lines that are made again for the file: to keep them would take as much room as half a graph. */
function digestOf(graph) {
	const hash = createHash("sha256");
	for (const line of graphLines(graph)) hash.update(line, "utf8");
	return hash.digest("hex").slice(0, 32);
}
/** On Windows a file that somebody reads cannot be removed; the next sync will. */
function remove(path) {
	try {
		rmSync(path, { force: true });
	} catch (thrown) {
		if (![
			"EPERM",
			"EBUSY",
			"EACCES"
		].includes(thrown.code ?? "")) throw thrown;
	}
}

// src/graph/stages.ts
/**
* Adds stages with their files. An input that another stage writes is that stage's output, so stages are joined through
* their files as well as through `needs`. An input that the graph holds as data, or as anything else, is that node.
*/
function addStages(builder, stages) {
	const written = new Set(stages.flatMap((stage) => stage.outputs));
	for (const { name, inputs, outputs, needs, status, inputHashes, hash, recordedAt } of stages) {
		const at = recordedAt === void 0 ? {} : { recordedAt };
		const stage = builder.node("stage", name, {
			status,
			...at,
			...hash === void 0 ? {} : { hash }
		});
		for (const path of outputs) builder.depends(builder.node("output", path, at), stage, { kind: "writes" });
		for (const path of inputs) {
			const known = [
				"data",
				"asset",
				"config",
				"output"
			].find((kind) => builder.has(kind, path));
			const kind = written.has(path) ? "output" : known ?? "source";
			builder.depends(stage, builder.node(kind, path), {
				kind: "reads",
				hash: inputHashes?.get(path)
			});
		}
		for (const needed of needs) builder.depends(stage, builder.node("stage", needed), { kind: "needs" });
	}
}

// src/render/assets.ts
/** Text of a file in `assets/`, which lies beside this module, and beside the bundle that this module becomes part of. */
function readAsset(name) {
	return readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
}

// src/render/explorer.ts
function explorerParts({ graph, statusOf, isAffected = () => false, overview = "", finder = true }) {
	const json = scriptJson(explorerData(graph, statusOf, isAffected));
	return {
		style: readAsset("explorer.css"),
		markup: markup(finder ? finderMarkup(graph) : "", overview),
		data: `<script type="application/json" id="explorer-data">${json}<\/script>`,
		script: readAsset("explorer.js")
	};
}
/** A whole page around it, which needs nothing else: no network, no server, no other file. */
function explorerPage(options, title = "Dependency graph") {
	const { style, markup: body, data, script } = explorerParts(options);
	const pageStyle = "body{margin:0}h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}";
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${`default-src 'none'; style-src '${hashOf(style)}' '${hashOf(pageStyle)}'; script-src '${hashOf(script)}'`}">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1></header>
<main>
${body}
</main>
${data}
<script>${script}<\/script>
</body>
</html>
`;
}
function hashOf(content) {
	return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
/** Columns, in an order that does not depend on how the graph was made. */
function explorerData(graph, statusOf, isAffected) {
	const order = sortNodes(graph, nodesOf(graph));
	const places = new Uint32Array(graph.size);
	for (const [place, id] of order.entries()) places[id] = place;
	const facts = order.map((id) => graph.factsOf(id));
	const uses = order.map((id) => graph.usesOf(id).sort((left, right) => (places[left.node] ?? 0) - (places[right.node] ?? 0)));
	const edges = uses.flat();
	return {
		kindNames: NODE_KINDS,
		statusNames: NODE_STATUSES,
		kinds: order.map((id) => NODE_KINDS.indexOf(graph.kindOf(id))),
		names: order.map((id) => graph.nameOf(id)),
		statuses: order.map((id) => NODE_STATUSES.indexOf(statusOf(id))),
		affected: order.flatMap((id, place) => isAffected(id) ? [place] : []),
		hashes: facts.map(({ hash }) => hash ?? null),
		outputs: facts.map(({ output }) => output ?? null),
		times: facts.map(({ recordedAt }) => recordedAt ?? null),
		uses: uses.map((row) => row.length),
		used: edges.map((edge) => places[edge.node] ?? 0)
	};
}
function finderMarkup(graph) {
	const kinds = NODE_KINDS.filter((kind) => graph.ofKind(kind).length > 0);
	const statuses = NODE_STATUSES.map((status) => `<label><input type="checkbox" value="${status}" checked> <span class="badge ${status.replace(/ .*/, "")}">${status}</span></label>`);
	return `<section aria-label="Find a node">
<form id="explorer-form" role="search">
<label>Search (press / to come here)<input type="search" id="explorer-search" autocomplete="off" spellcheck="false"></label>
<label>Kind<select id="explorer-kind"><option value="">any</option>${kinds.map((kind) => `<option>${kind}</option>`).join("")}</select></label>
<fieldset id="explorer-statuses"><legend>Status</legend>${statuses.join("\n")}</fieldset>
</form>
<p id="explorer-count" class="count" role="status"></p>
<ul id="explorer-results" class="results" tabindex="-1"></ul>
</section>
`;
}
function markup(finder, overview) {
	return `<div class="explorer" id="explorer">
${finder}<section aria-label="Graph">
<div id="explorer-tools" class="tools" hidden>
<button type="button" id="explorer-home">Overview</button>
<label for="explorer-radius">Radius <output id="explorer-radius-value"></output></label>
<input type="range" id="explorer-radius" min="1" max="8" value="2">
</div>
<div id="explorer-overview" class="overview" tabindex="0" role="region" aria-label="Overview">${overview}</div>
<div id="explorer-drawing" class="drawing" hidden></div>
<div id="explorer-details"></div>
</section>
</div>`;
}

export { MERMAID_LIMITS, UserError, addStages, addState, buildGraph, chainTo, changedFiles, collapse, copyNodes, dot, explorerPage, explorerParts, findCycles, findStatuses, fitPicture, forFile, graphBuilder, loadGraph, mergeGraphs, mermaid, neighbourhood, nodesOf, nodesOfFile, png, pruneGraphFolder, reachDependencies, reachDependents, readGraphFolder, saveGraph, sceneOf, sortNodes, subgraph, svg, syncGraph, topologicalOrder, viewNode };