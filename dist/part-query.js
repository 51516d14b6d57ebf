import { __name } from "./part-rolldown-runtime.js";
import { byCodeUnit, digestOfParts } from "./part-digest.js";
import { isFileKind, templateNameOf } from "./part-template-name.js";

// src/graph/walk.ts
/**
* Everything that depends on the starts, near or far, each with the node it was first reached from. Breadth first, so
* the chain back is a shortest one; iterative, with one visited set for all starts: O(nodes + edges) reached.
*/
function reachDependents(graph, starts, most = Number.POSITIVE_INFINITY) {
	return reach(starts, (id) => graph.dependents(id), most);
}
/** Everything that the starts are made from, near or far. Otherwise as `reachDependents`. */
function reachDependencies(graph, starts, most = Number.POSITIVE_INFINITY) {
	return reach(starts, (id) => graph.dependencies(id), most);
}
/** Everything that `next` leads to, up to `most` steps away. Otherwise as `reachDependents`. */
function reach(starts, next, most = Number.POSITIVE_INFINITY) {
	const reached = /* @__PURE__ */ new Map();
	let border = [];
	for (const start of starts) {
		if (!reached.has(start)) border.push(start);
		reached.set(start, void 0);
	}
	for (let steps = 0; border.length > 0 && steps < most; steps++) {
		const beyond = [];
		for (const from of border) for (const to of next(from)) {
			if (reached.has(to)) continue;
			reached.set(to, from);
			beyond.push(to);
		}
		border = beyond;
	}
	return reached;
}
/** The chain from a start to `node`, both included. */
function chainTo(reached, node) {
	const chain = [];
	for (let at = node; at !== void 0; at = reached.get(at)) chain.push(at);
	return chain.reverse();
}

// src/graph/query.ts
function viewNode(graph, id) {
	const facts = graph.factsOf(id);
	const edges = graph.usesOf(id);
	const files = edges.filter((edge) => isFileKind(graph.kindOf(edge.node)));
	const hashes = files.flatMap(({ node, hash }) => hash === void 0 ? [] : [[graph.nameOf(node), hash]]);
	const children = new Set(edges.flatMap(({ node }) => isFileKind(graph.kindOf(node)) ? [] : [node]));
	return {
		kind: graph.kindOf(id),
		name: graph.nameOf(id),
		hash: facts.hash ?? digestOfUses(graph, id),
		parents: sortNodes(graph, graph.dependents(id)),
		children: sortNodes(graph, children),
		files: [...new Set(files.map(({ node }) => graph.nameOf(node)))].sort(byCodeUnit),
		fileHashes: new Map(hashes.sort(([left], [right]) => byCodeUnit(left, right))),
		output: facts.output,
		recordedAt: facts.recordedAt
	};
}
function digestOfUses(graph, id) {
	const parts = graph.usesOf(id).map(({ node, kind, hash }) => [`${kind} ${graph.kindOf(node)} ${graph.nameOf(node)}`, hash ?? ""]);
	return digestOfParts(parts.sort(([left], [right]) => byCodeUnit(left, right)));
}
/** By kind, then by name: an order that does not depend on how the graph was made. */
function sortNodes(graph, nodes) {
	return [...nodes].sort((left, right) => byCodeUnit(graph.kindOf(left), graph.kindOf(right)) || byCodeUnit(graph.nameOf(left), graph.nameOf(right)));
}
/** Kinds that name a file, the likelier first. */
const NAMED_BY_PATH = [
	"source",
	"data",
	"asset",
	"config",
	"external",
	"output"
];
/** The nodes that stand for a file; several where it is a template too. A page of its name was made from it. */
function nodesOfFile(graph, path) {
	const found = NAMED_BY_PATH.flatMap((kind) => graph.find(kind, path) ?? []);
	const name = templateNameOf(path);
	const template = name === void 0 ? void 0 : graph.find("template", name);
	return template === void 0 ? found : [...found, template];
}
/** Everything that was made from a file, near or far; the nearest first, then by kind and name. Empty for unknown files. */
function forFile(graph, path) {
	const starts = nodesOfFile(graph, path);
	const reached = reachDependents(graph, starts);
	const own = new Set(starts);
	return sortNodes(graph, reached.keys()).filter((node) => !own.has(node)).map((node) => ({
		node,
		chain: chainTo(reached, node)
	})).sort((left, right) => left.chain.length - right.chain.length);
}

export { chainTo, forFile, nodesOfFile, reach, reachDependencies, reachDependents, sortNodes, viewNode };