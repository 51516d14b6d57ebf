import { asArray, asFiniteNumber, asString, field, isObject, type JsonValue } from '../core/json.ts';
import { messageOf } from '../core/result.ts';
import { stringTable, type StringTable } from './columns.ts';
import { EDGE_KINDS, NODE_KINDS, NODE_STATUSES } from './kinds.ts';
import { graphBuilder, nodesOf, type Graph, type GraphBuilder, type NodeFacts, type NodeId } from './model.ts';
import { sortNodes } from './query.ts';

const FORMAT = 'bengal-cache graph';
/** Raised when a reader of the last version would misunderstand. */
const VERSION = 2;

/** A line is as long as these together make it, so that neither side ever holds the whole as text. */
const MOST_NODES_IN_A_LINE = 1024;
const MOST_EDGES_IN_A_LINE = 4096;

/** A graph as lines of JSON; see `graphLines`. */
export function graphToJson(graph: Graph): string {
  return [...graphLines(graph)].join('');
}

/**
 * A graph as lines of JSON, each with its line end: one that says what this is and how much follows, then some nodes a
 * line with the edges to what they use, one list for each column. Texts that may occur again are numbered, from 1 on in
 * the order of `strings`. The same nodes and edges give the same text, however the graph was made.
 */
export function* graphLines(graph: Graph): Generator<string> {
  yield line({ format: FORMAT, version: VERSION, nodes: graph.size, edges: graph.edgeCount });
  const order = sortNodes(graph, nodesOf(graph));
  const numbered: Numbered = { graph, numbers: new Uint32Array(graph.size), table: stringTable() };
  for (const [number, id] of order.entries()) numbered.numbers[id] = number;
  const { strings } = numbered.table;
  let [rows, known] = [noRows(), strings.length];
  for (const [place, id] of order.entries()) {
    addRow(rows, numbered, id);
    const full = rows.kinds.length === MOST_NODES_IN_A_LINE || rows.used.length >= MOST_EDGES_IN_A_LINE;
    if (!full && place < order.length - 1) continue;
    yield line({ ...rows, strings: strings.slice(known) });
    [rows, known] = [noRows(), strings.length];
  }
}

interface Numbered {
  readonly graph: Graph;
  /** Place of each node in the text. */
  readonly numbers: Uint32Array;
  readonly table: StringTable;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

interface Rows {
  readonly kinds: number[];
  readonly names: string[];
  readonly hashes: number[];
  readonly outputs: number[];
  readonly times: (number | null)[];
  /** One more than the index of the status; 0 where there is none. */
  readonly statuses: number[];
  readonly members: number[];
  /** How many edges lead to what each node uses; the columns below have them one after the other. */
  readonly uses: number[];
  readonly used: number[];
  readonly edgeKinds: number[];
  readonly edgeHashes: number[];
}

function noRows(): Rows {
  const nodes = { kinds: [], names: [], hashes: [], outputs: [], times: [], statuses: [], members: [] };
  return { ...nodes, uses: [], used: [], edgeKinds: [], edgeHashes: [] };
}

function addRow(rows: Rows, { graph, numbers, table }: Numbered, id: NodeId): void {
  const { hash, output, recordedAt, status, members } = graph.factsOf(id);
  rows.kinds.push(NODE_KINDS.indexOf(graph.kindOf(id)));
  rows.names.push(graph.nameOf(id));
  rows.hashes.push(table.add(hash));
  rows.outputs.push(table.add(output));
  rows.times.push(recordedAt ?? null);
  rows.statuses.push(status === undefined ? 0 : NODE_STATUSES.indexOf(status) + 1);
  rows.members.push(members ?? 0);
  const edges = graph.usesOf(id).sort((left, right) => (numbers[left.node] ?? 0) - (numbers[right.node] ?? 0));
  rows.uses.push(edges.length);
  for (const edge of edges) {
    rows.used.push(numbers[edge.node] ?? 0);
    rows.edgeKinds.push(EDGE_KINDS.indexOf(edge.kind));
    rows.edgeHashes.push(table.add(edge.hash));
  }
}

export type GraphOutcome =
  | { readonly kind: 'read'; readonly graph: Graph }
  | { readonly kind: 'corrupt'; readonly why: string }
  /** Written by another version of this library. */
  | { readonly kind: 'incompatible'; readonly why: string };

/** Reads what `graphToJson` wrote; see `graphFromLines`. */
export function graphFromJson(text: string): GraphOutcome {
  return graphFromLines(text.split('\n'));
}

/**
 * Reads what `graphLines` wrote, with or without line ends. Nothing in it is trusted; anything odd makes the whole
 * corrupt, and so does an error of whoever reads the lines.
 */
export function graphFromLines(lines: Iterable<string>): GraphOutcome {
  try {
    const rest = lines[Symbol.iterator]();
    const first = rest.next();
    const head = JSON.parse(first.done === true ? '' : first.value) as JsonValue;
    if (!isObject(head) || field(head, 'format') !== FORMAT)
      return { kind: 'corrupt', why: 'it does not say that it is a graph' };
    const version = field(head, 'version');
    if (version !== VERSION)
      return {
        kind: 'incompatible',
        why: `its version is ${JSON.stringify(version)}, and only ${String(VERSION)} is understood`,
      };
    return { kind: 'read', graph: rebuild(head, { [Symbol.iterator]: () => rest }) };
  } catch (thrown) {
    return { kind: 'corrupt', why: messageOf(thrown) };
  }
}

function rebuild(head: JsonValue, lines: Iterable<string>): Graph {
  const [nodes, edges] = [wholeNumber(field(head, 'nodes'), 'nodes'), wholeNumber(field(head, 'edges'), 'edges')];
  const builder = graphBuilder();
  const reading: Reading = { builder, expected: nodes, strings: [], nodes: 0, edges: 0 };
  for (const text of lines) if (text.trim() !== '') addRows(reading, JSON.parse(text) as JsonValue);
  // Edges may lead to nodes of later lines: none of them is missing only if all are there.
  if (reading.nodes !== nodes || reading.edges !== edges) refuse('lengths');
  const graph = builder.build();
  return graph.edgeCount === edges ? graph : refuse('edges');
}

interface Reading {
  readonly builder: GraphBuilder;
  readonly expected: number;
  readonly strings: string[];
  nodes: number;
  edges: number;
}

function addRows(reading: Reading, value: JsonValue): void {
  const columns = columnsOf(value);
  for (const text of columns.texts('strings')) reading.strings.push(text);
  const first = reading.nodes;
  addNodes(reading, columns);
  addEdges(reading, columns, first);
}

interface Columns {
  readonly texts: (name: string) => readonly string[];
  /** A column of small whole numbers. */
  readonly numbers: (name: string) => readonly number[];
  readonly times: () => readonly (number | null)[];
}

function columnsOf(value: JsonValue): Columns {
  return {
    texts: (name) => asArray(field(value, name)).map((item) => asString(item) ?? refuse(name)),
    numbers: (name) => asArray(field(value, name)).map((item) => wholeNumber(item, name)),
    times: () =>
      asArray(field(value, 'times')).map((item) => (item === null ? null : (asFiniteNumber(item) ?? refuse('times')))),
  };
}

function wholeNumber(value: JsonValue | undefined, what: string): number {
  const number = asFiniteNumber(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : refuse(what);
}

function refuse(what: string): never {
  throw new Error(`its ${what} are not what they should be`);
}

function addNodes(reading: Reading, columns: Columns): void {
  const { builder, strings } = reading;
  const [names, kinds] = [columns.texts('names'), columns.numbers('kinds')];
  if (names.length === 0 || kinds.length !== names.length) refuse('lengths');
  const factsAt = factReader(columns, strings, names.length);
  for (const [index, name] of names.entries()) {
    const kind = NODE_KINDS[kinds[index] ?? -1] ?? refuse('kinds');
    // A name that stands twice would shift all numbers after it.
    if (builder.node(kind, name, factsAt(index)) !== reading.nodes++) refuse('names');
  }
}

function factReader(columns: Columns, strings: readonly string[], length: number): (index: number) => NodeFacts {
  const { numbers } = columns;
  const [hashes, outputs] = [numbers('hashes'), numbers('outputs')];
  const [statuses, members, times] = [numbers('statuses'), numbers('members'), columns.times()];
  if ([hashes, outputs, statuses, members, times].some((column) => column.length !== length)) refuse('lengths');
  const text = (number: number): string => strings[number - 1] ?? refuse('strings');
  return (index) => {
    const [hash, output, time] = [hashes[index] ?? 0, outputs[index] ?? 0, times[index] ?? null];
    const [status, count] = [statuses[index] ?? 0, members[index] ?? 0];
    return {
      ...(hash === 0 ? {} : { hash: hashText(text(hash)) }),
      ...(output === 0 ? {} : { output: text(output) }),
      ...(time === null ? {} : { recordedAt: time }),
      ...(status === 0 ? {} : { status: NODE_STATUSES[status - 1] ?? refuse('statuses') }),
      ...(count === 0 ? {} : { members: count }),
    };
  };
}

function hashText(text: string): string {
  return /^[0-9a-f]{16,64}$/.test(text) ? text : refuse('hashes');
}

function addEdges(reading: Reading, { numbers }: Columns, first: number): void {
  const { builder, expected, strings } = reading;
  const [uses, used] = [numbers('uses'), numbers('used')];
  const [kinds, hashes] = [numbers('edgeKinds'), numbers('edgeHashes')];
  const total = uses.reduce((sum, count) => sum + count, 0);
  if (uses.length !== reading.nodes - first) refuse('lengths');
  if ([used, kinds, hashes].some((column) => column.length !== total)) refuse('lengths');
  let edge = 0;
  for (const [row, count] of uses.entries()) {
    for (const end = edge + count; edge < end; edge++) {
      const to = used[edge] ?? expected;
      const number = hashes[edge] ?? 0;
      if (to >= expected) refuse('edges');
      builder.depends((first + row) as NodeId, to as NodeId, {
        kind: EDGE_KINDS[kinds[edge] ?? -1] ?? refuse('edge kinds'),
        hash: number === 0 ? undefined : hashText(strings[number - 1] ?? refuse('strings')),
      });
    }
  }
  reading.edges += total;
}
