import { __name } from "./part-rolldown-runtime.js";

// src/graph/columns.ts
/** A power of two. */
const PIECE = 32768;
const WITHIN = 32767;
function column(make, empty) {
	const pieces = [];
	return {
		get: (index) => pieces[Math.floor(index / PIECE)]?.[index & WITHIN] ?? empty,
		set(index, value) {
			const at = Math.floor(index / PIECE);
			const piece = pieces[at] ??= make(PIECE).fill(empty);
			piece[index & WITHIN] = value;
		},
		take(length) {
			const taken = make(length).fill(empty);
			for (const [at, piece] of pieces.entries()) {
				const start = at * PIECE;
				if (piece !== void 0 && start < length) taken.set(piece.subarray(0, length - start), start);
			}
			return taken;
		},
		clear: () => {
			pieces.length = 0;
		}
	};
}
const byteColumn = () => column((length) => new Uint8Array(length), 0);
const indexColumn = () => column((length) => new Uint32Array(length), 0);
const numberColumn = () => column((length) => new Float64Array(length), NaN);
function stringTable() {
	const strings = [void 0];
	const numbers = /* @__PURE__ */ new Map();
	return {
		strings,
		add(text) {
			if (text === void 0) return 0;
			const known = numbers.get(text);
			if (known !== void 0) return known;
			const number = strings.push(text) - 1;
			numbers.set(text, number);
			return number;
		}
	};
}

// src/graph/kinds.ts
/** What a node of the dependency graph stands for. */
const NODE_KINDS = [
	"source",
	"template",
	"data",
	"asset",
	"config",
	"tag",
	"page",
	"output",
	"stage",
	"function",
	"external"
];
/** How one node uses another. */
const EDGE_KINDS = [
	"uses",
	"content",
	"cascade",
	"template",
	"data",
	"asset",
	"config",
	"include",
	"autodoc",
	"tag",
	"writes",
	"reads",
	"calls",
	"needs",
	"file"
];
/** How a node stands to what it was made from. */
const NODE_STATUSES = [
	"fresh",
	"stale",
	"missing",
	"tracked file",
	"unknown"
];
/** Files and their like: others are made from them, they from nothing. */
const FILE_KINDS = /* @__PURE__ */ new Set([
	"source",
	"data",
	"asset",
	"config",
	"external"
]);
function isFileKind(kind) {
	return FILE_KINDS.has(kind);
}

// src/graph/edges.ts
const KIND_NUMBERS$1 = new Map(EDGE_KINDS.map((kind, index) => [kind, index]));
function edgeColumns() {
	const [from, to, hashes, kinds] = [
		indexColumn(),
		indexColumn(),
		indexColumn(),
		byteColumn()
	];
	let count = 0;
	return {
		add(edge) {
			from.set(count, edge.from);
			to.set(count, edge.to);
			kinds.set(count, KIND_NUMBERS$1.get(edge.kind) ?? 0);
			hashes.set(count, edge.hash);
			count++;
		},
		rows(size) {
			const order = new Uint32Array(count);
			for (let index = 0; index < count; index++) order[index] = index;
			const spare = new Uint32Array(count);
			sortBy(order, spare, {
				key: kinds.get,
				keys: EDGE_KINDS.length
			});
			sortBy(spare, order, {
				key: to.get,
				keys: size
			});
			sortBy(order, spare, {
				key: from.get,
				keys: size
			});
			const rows = compress(spare, size, {
				from: from.get,
				to: to.get,
				kind: kinds.get,
				hash: hashes.get
			});
			for (const column of [
				from,
				to,
				kinds,
				hashes
			]) column.clear();
			return rows;
		}
	};
}
/** Lays the edges into `sorted`, by their keys. */
function sortBy(order, sorted, { key, keys }) {
	const next = new Uint32Array(keys + 1);
	for (const edge of order) next[key(edge) + 1] = (next[key(edge) + 1] ?? 0) + 1;
	addUp(next);
	for (const edge of order) {
		const place = next[key(edge)] ?? 0;
		sorted[place] = edge;
		next[key(edge)] = place + 1;
	}
}
/** Counts, each at one more than its key, become the place at which the key begins. */
function addUp(counts) {
	for (let index = 1; index < counts.length; index++) counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
}
function compress(order, size, read) {
	const offsets = new Uint32Array(size + 1);
	const [neighbours, hashes, kinds] = [
		new Uint32Array(order.length),
		new Uint32Array(order.length),
		new Uint8Array(order.length)
	];
	let kept = 0;
	let last;
	for (const edge of order) {
		const repeats = last !== void 0 && read.from(last) === read.from(edge) && read.to(last) === read.to(edge) && read.kind(last) === read.kind(edge);
		if (!repeats) {
			neighbours[kept] = read.to(edge);
			kinds[kept] = read.kind(edge);
			offsets[read.from(edge) + 1] = ++kept;
		}
		if (!repeats || read.hash(edge) !== 0) hashes[kept - 1] = read.hash(edge);
		last = edge;
	}
	for (let node = 0; node < size; node++) if ((offsets[node + 1] ?? 0) < (offsets[node] ?? 0)) offsets[node + 1] = offsets[node] ?? 0;
	if (kept === order.length) return {
		offsets,
		neighbours,
		kinds,
		hashes
	};
	return {
		offsets,
		neighbours: neighbours.slice(0, kept),
		kinds: kinds.slice(0, kept),
		hashes: hashes.slice(0, kept)
	};
}
/** Turns rows around; each new row comes out sorted by neighbour and kind too. */
function reverseRows({ offsets, neighbours }) {
	const size = offsets.length - 1;
	const reversed = new Uint32Array(size + 1);
	for (const node of neighbours) reversed[node + 1] = (reversed[node + 1] ?? 0) + 1;
	addUp(reversed);
	const next = reversed.slice();
	const [from, places] = [new Uint32Array(neighbours.length), new Uint32Array(neighbours.length)];
	for (let node = 0; node < size; node++) for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
		const to = neighbours[at] ?? 0;
		const place = next[to] ?? 0;
		next[to] = place + 1;
		from[place] = node;
		places[place] = at;
	}
	return {
		offsets: reversed,
		neighbours: from,
		places
	};
}

// src/graph/model.ts
const KIND_NUMBERS = new Map(NODE_KINDS.map((kind, index) => [kind, index]));
function graphBuilder() {
	const names = [];
	const ids = /* @__PURE__ */ new Map();
	const kinds = byteColumn();
	const strings = stringTable();
	const facts = factColumns(strings.add);
	const edges = edgeColumns();
	return {
		node(kind, name, given) {
			const ofKind = ids.get(kind) ?? /* @__PURE__ */ new Map();
			ids.set(kind, ofKind);
			let id = ofKind.get(name);
			if (id === void 0) {
				id = names.push(name) - 1;
				kinds.set(id, KIND_NUMBERS.get(kind) ?? 0);
				ofKind.set(name, id);
			}
			if (given !== void 0) facts.set(id, given);
			return id;
		},
		depends(user, used, edge = {}) {
			edges.add({
				from: used,
				to: user,
				kind: edge.kind ?? "uses",
				hash: strings.add(edge.hash)
			});
		},
		has: (kind, name) => ids.get(kind)?.has(name) === true,
		kindOf: (id) => NODE_KINDS[kinds.get(id)] ?? "source",
		nameOf: (id) => names[id] ?? "",
		build() {
			const rows = edges.rows(names.length);
			return frozenGraph({
				names,
				rows,
				reverse: reverseRows(rows),
				strings: strings.strings,
				kinds: kinds.take(names.length),
				factsOf: facts.take(names.length, strings.strings)
			});
		}
	};
}
function factColumns(intern) {
	const columns = {
		hash: indexColumn(),
		output: indexColumn(),
		recordedAt: numberColumn(),
		status: byteColumn(),
		members: indexColumn()
	};
	return {
		set(id, { hash, output, recordedAt, status, members }) {
			if (hash !== void 0) columns.hash.set(id, intern(hash));
			if (output !== void 0) columns.output.set(id, intern(output));
			if (recordedAt !== void 0) columns.recordedAt.set(id, recordedAt);
			if (status !== void 0) columns.status.set(id, NODE_STATUSES.indexOf(status) + 1);
			if (members !== void 0) columns.members.set(id, members);
		},
		take(size, strings) {
			const [hashes, outputs, members] = [
				columns.hash.take(size),
				columns.output.take(size),
				columns.members.take(size)
			];
			const [times, statuses] = [columns.recordedAt.take(size), columns.status.take(size)];
			return factReader({
				hashes,
				outputs,
				members,
				times,
				statuses,
				strings
			});
		}
	};
}
/** Holds the columns alone: what they were gathered with can go. */
function factReader({ hashes, outputs, members, times, statuses, strings }) {
	return (id) => {
		const [hash, output, recordedAt] = [
			strings[hashes[id] ?? 0],
			strings[outputs[id] ?? 0],
			times[id] ?? NaN
		];
		const [status, count] = [NODE_STATUSES[(statuses[id] ?? 0) - 1], members[id] ?? 0];
		return {
			...hash === void 0 ? {} : { hash },
			...output === void 0 ? {} : { output },
			...Number.isNaN(recordedAt) ? {} : { recordedAt },
			...status === void 0 ? {} : { status },
			...count === 0 ? {} : { members: count }
		};
	};
}
function frozenGraph({ names, kinds, rows, reverse, strings, factsOf }) {
	const size = names.length;
	let ids;
	const known = (id) => {
		if (!(id >= 0 && id < size)) throw new Error(`No node ${String(id)} in this graph`);
		return id;
	};
	const edgeAt = (place, node) => ({
		node,
		kind: EDGE_KINDS[rows.kinds[place] ?? 0] ?? "uses",
		hash: strings[rows.hashes[place] ?? 0]
	});
	const edges = (side, id) => {
		const found = [];
		for (let at = side.offsets[known(id)] ?? 0; at < (side.offsets[id + 1] ?? 0); at++) found.push(edgeAt("places" in side ? side.places[at] ?? 0 : at, side.neighbours[at] ?? 0));
		return found;
	};
	const neighbours = (side, id) => {
		const found = [];
		for (let at = side.offsets[known(id)] ?? 0; at < (side.offsets[id + 1] ?? 0); at++) {
			const node = side.neighbours[at];
			if (found.at(-1) !== node) found.push(node);
		}
		return found;
	};
	return {
		size,
		edgeCount: rows.neighbours.length,
		kindOf: (id) => NODE_KINDS[kinds[known(id)] ?? 0] ?? "source",
		nameOf: (id) => names[known(id)] ?? "",
		factsOf: (id) => factsOf(known(id)),
		find: (kind, name) => (ids ??= numbersOf(names, kinds)).get(kind)?.get(name),
		ofKind(kind) {
			const number = KIND_NUMBERS.get(kind);
			const found = [];
			for (let id = 0; id < size; id++) if (kinds[id] === number) found.push(id);
			return found;
		},
		dependents: (id) => neighbours(rows, id),
		dependencies: (id) => neighbours(reverse, id),
		usersOf: (id) => edges(rows, id),
		usesOf: (id) => edges(reverse, id)
	};
}
function numbersOf(names, kinds) {
	const numbers = new Map(NODE_KINDS.map((kind) => [kind, /* @__PURE__ */ new Map()]));
	for (const [id, name] of names.entries()) numbers.get(NODE_KINDS[kinds[id] ?? 0] ?? "source")?.set(name, id);
	return numbers;
}
/** Every node of a graph, in the order in which they were made. */
function* nodesOf(graph) {
	for (let id = 0; id < graph.size; id++) yield id;
}

// src/graph/template-name.ts
const HOLDER = /^(?:themes\/[^/]+\/)?templates\/(.+)$/s;
/** The name under which pages use the template that a file of the site holds, its own or one of a theme in it. */
function templateNameOf(path) {
	return HOLDER.exec(path)?.[1];
}

export { EDGE_KINDS, NODE_KINDS, NODE_STATUSES, graphBuilder, isFileKind, nodesOf, stringTable, templateNameOf };