import { __name } from "./part-rolldown-runtime.js";
import { asArray, asFiniteNumber, asString, field, isObject, messageOf } from "./part-digest.js";
import { EDGE_KINDS, NODE_KINDS, NODE_STATUSES, graphBuilder, nodesOf, stringTable } from "./part-template-name.js";
import { sortNodes } from "./part-query.js";

// src/graph/graph-json.ts
const FORMAT = "bengal-cache graph";
/** Raised when a reader of the last version would misunderstand. */
const VERSION = 2;
/** A line is as long as these together make it, so that neither side ever holds the whole as text. */
const MOST_NODES_IN_A_LINE = 1024;
const MOST_EDGES_IN_A_LINE = 4096;
/** A graph as lines of JSON; see `graphLines`. */
function graphToJson(graph) {
	return [...graphLines(graph)].join("");
}
/**
* A graph as lines of JSON, each with its line end: one that says what this is and how much follows, then some nodes a
* line with the edges to what they use, one list for each column. Texts that may occur again are numbered, from 1 on in
* the order of `strings`. The same nodes and edges give the same text, however the graph was made.
*/
function* graphLines(graph) {
	yield line({
		format: FORMAT,
		version: VERSION,
		nodes: graph.size,
		edges: graph.edgeCount
	});
	const order = sortNodes(graph, nodesOf(graph));
	const numbered = {
		graph,
		numbers: new Uint32Array(graph.size),
		table: stringTable()
	};
	for (const [number, id] of order.entries()) numbered.numbers[id] = number;
	const { strings } = numbered.table;
	let [rows, known] = [noRows(), strings.length];
	for (const [place, id] of order.entries()) {
		addRow(rows, numbered, id);
		if (!(rows.kinds.length === MOST_NODES_IN_A_LINE || rows.used.length >= MOST_EDGES_IN_A_LINE) && place < order.length - 1) continue;
		yield line({
			...rows,
			strings: strings.slice(known)
		});
		[rows, known] = [noRows(), strings.length];
	}
}
function line(value) {
	return `${JSON.stringify(value)}\n`;
}
function noRows() {
	return {
		kinds: [],
		names: [],
		hashes: [],
		outputs: [],
		times: [],
		statuses: [],
		members: [],
		uses: [],
		used: [],
		edgeKinds: [],
		edgeHashes: []
	};
}
function addRow(rows, { graph, numbers, table }, id) {
	const { hash, output, recordedAt, status, members } = graph.factsOf(id);
	rows.kinds.push(NODE_KINDS.indexOf(graph.kindOf(id)));
	rows.names.push(graph.nameOf(id));
	rows.hashes.push(table.add(hash));
	rows.outputs.push(table.add(output));
	rows.times.push(recordedAt ?? null);
	rows.statuses.push(status === void 0 ? 0 : NODE_STATUSES.indexOf(status) + 1);
	rows.members.push(members ?? 0);
	const edges = graph.usesOf(id).sort((left, right) => (numbers[left.node] ?? 0) - (numbers[right.node] ?? 0));
	rows.uses.push(edges.length);
	for (const edge of edges) {
		rows.used.push(numbers[edge.node] ?? 0);
		rows.edgeKinds.push(EDGE_KINDS.indexOf(edge.kind));
		rows.edgeHashes.push(table.add(edge.hash));
	}
}
/** Reads what `graphToJson` wrote; see `graphFromLines`. */
function graphFromJson(text) {
	return graphFromLines(text.split("\n"));
}
/**
* Reads what `graphLines` wrote, with or without line ends. Nothing in it is trusted; anything odd makes the whole
* corrupt, and so does an error of whoever reads the lines.
*/
function graphFromLines(lines) {
	try {
		const rest = lines[Symbol.iterator]();
		const first = rest.next();
		const head = JSON.parse(first.done === true ? "" : first.value);
		if (!isObject(head) || field(head, "format") !== FORMAT) return {
			kind: "corrupt",
			why: "it does not say that it is a graph"
		};
		const version = field(head, "version");
		if (version !== VERSION) return {
			kind: "incompatible",
			why: `its version is ${JSON.stringify(version)}, and only ${String(VERSION)} is understood`
		};
		return {
			kind: "read",
			graph: rebuild(head, { [Symbol.iterator]: () => rest })
		};
	} catch (thrown) {
		return {
			kind: "corrupt",
			why: messageOf(thrown)
		};
	}
}
function rebuild(head, lines) {
	const [nodes, edges] = [wholeNumber(field(head, "nodes"), "nodes"), wholeNumber(field(head, "edges"), "edges")];
	const builder = graphBuilder();
	const reading = {
		builder,
		expected: nodes,
		strings: [],
		nodes: 0,
		edges: 0
	};
	for (const text of lines) if (text.trim() !== "") addRows(reading, JSON.parse(text));
	if (reading.nodes !== nodes || reading.edges !== edges) refuse("lengths");
	const graph = builder.build();
	return graph.edgeCount === edges ? graph : refuse("edges");
}
function addRows(reading, value) {
	const columns = columnsOf(value);
	for (const text of columns.texts("strings")) reading.strings.push(text);
	const first = reading.nodes;
	addNodes(reading, columns);
	addEdges(reading, columns, first);
}
function columnsOf(value) {
	return {
		texts: (name) => asArray(field(value, name)).map((item) => asString(item) ?? refuse(name)),
		numbers: (name) => asArray(field(value, name)).map((item) => wholeNumber(item, name)),
		times: () => asArray(field(value, "times")).map((item) => item === null ? null : asFiniteNumber(item) ?? refuse("times"))
	};
}
function wholeNumber(value, what) {
	const number = asFiniteNumber(value);
	return number !== void 0 && Number.isSafeInteger(number) && number >= 0 ? number : refuse(what);
}
function refuse(what) {
	throw new Error(`its ${what} are not what they should be`);
}
function addNodes(reading, columns) {
	const { builder, strings } = reading;
	const [names, kinds] = [columns.texts("names"), columns.numbers("kinds")];
	if (names.length === 0 || kinds.length !== names.length) refuse("lengths");
	const factsAt = factReader(columns, strings, names.length);
	for (const [index, name] of names.entries()) {
		const kind = NODE_KINDS[kinds[index] ?? -1] ?? refuse("kinds");
		if (builder.node(kind, name, factsAt(index)) !== reading.nodes++) refuse("names");
	}
}
function factReader(columns, strings, length) {
	const { numbers } = columns;
	const [hashes, outputs] = [numbers("hashes"), numbers("outputs")];
	const [statuses, members, times] = [
		numbers("statuses"),
		numbers("members"),
		columns.times()
	];
	if ([
		hashes,
		outputs,
		statuses,
		members,
		times
	].some((column) => column.length !== length)) refuse("lengths");
	const text = (number) => strings[number - 1] ?? refuse("strings");
	return (index) => {
		const [hash, output, time] = [
			hashes[index] ?? 0,
			outputs[index] ?? 0,
			times[index] ?? null
		];
		const [status, count] = [statuses[index] ?? 0, members[index] ?? 0];
		return {
			...hash === 0 ? {} : { hash: hashText(text(hash)) },
			...output === 0 ? {} : { output: text(output) },
			...time === null ? {} : { recordedAt: time },
			...status === 0 ? {} : { status: NODE_STATUSES[status - 1] ?? refuse("statuses") },
			...count === 0 ? {} : { members: count }
		};
	};
}
function hashText(text) {
	return /^[0-9a-f]{16,64}$/.test(text) ? text : refuse("hashes");
}
function addEdges(reading, { numbers }, first) {
	const { builder, expected, strings } = reading;
	const [uses, used] = [numbers("uses"), numbers("used")];
	const [kinds, hashes] = [numbers("edgeKinds"), numbers("edgeHashes")];
	const total = uses.reduce((sum, count) => sum + count, 0);
	if (uses.length !== reading.nodes - first) refuse("lengths");
	if ([
		used,
		kinds,
		hashes
	].some((column) => column.length !== total)) refuse("lengths");
	let edge = 0;
	for (const [row, count] of uses.entries()) for (const end = edge + count; edge < end; edge++) {
		const to = used[edge] ?? expected;
		const number = hashes[edge] ?? 0;
		if (to >= expected) refuse("edges");
		builder.depends(first + row, to, {
			kind: EDGE_KINDS[kinds[edge] ?? -1] ?? refuse("edge kinds"),
			hash: number === 0 ? void 0 : hashText(strings[number - 1] ?? refuse("strings"))
		});
	}
	reading.edges += total;
}

export { graphFromJson, graphFromLines, graphLines, graphToJson };