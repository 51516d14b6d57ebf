import { asArray, asFiniteNumber, asString, field, isObject, type JsonValue } from '../core/json.ts';
import { messageOf } from '../core/result.ts';
import { stringTable } from './columns.ts';
import { EDGE_KINDS, NODE_KINDS, NODE_STATUSES } from './kinds.ts';
import { graphBuilder, nodesOf, type Graph, type GraphBuilder, type NodeFacts, type NodeId } from './model.ts';
import { sortNodes } from './query.ts';

const FORMAT = 'bengal-cache graph';
/** Raised when a reader of the last version would misunderstand. */
const VERSION = 1;

/**
 * A graph as JSON: one list for each column of its nodes and edges. The same nodes and edges give the same text, however
 * the graph was made.
 */
export function graphToJson(graph: Graph): string {
  const order = sortNodes(graph, nodesOf(graph));
  const numbers = new Uint32Array(graph.size);
  for (const [number, id] of order.entries()) numbers[id] = number;
  const table = stringTable();
  const facts = order.map((id) => graph.factsOf(id));
  const uses = order.map((id) =>
    graph.usesOf(id).sort((left, right) => (numbers[left.node] ?? 0) - (numbers[right.node] ?? 0)),
  );
  const edges = uses.flat();
  const columns = {
    format: FORMAT,
    version: VERSION,
    kinds: order.map((id) => NODE_KINDS.indexOf(graph.kindOf(id))),
    names: order.map((id) => graph.nameOf(id)),
    hashes: facts.map(({ hash }) => table.add(hash)),
    outputs: facts.map(({ output }) => table.add(output)),
    times: facts.map(({ recordedAt }) => recordedAt ?? null),
    statuses: facts.map(({ status }) => (status === undefined ? 0 : NODE_STATUSES.indexOf(status) + 1)),
    members: facts.map(({ members }) => members ?? 0),
    uses: uses.map((row) => row.length),
    used: edges.map((edge) => numbers[edge.node] ?? 0),
    edgeKinds: edges.map((edge) => EDGE_KINDS.indexOf(edge.kind)),
    edgeHashes: edges.map((edge) => table.add(edge.hash)),
  };
  return `${JSON.stringify({ ...columns, strings: table.strings.slice(1) })}\n`;
}

export type GraphOutcome =
  | { readonly kind: 'read'; readonly graph: Graph }
  | { readonly kind: 'corrupt'; readonly why: string }
  /** Written by a later version of this library. */
  | { readonly kind: 'incompatible'; readonly why: string };

/** Reads what `graphToJson` wrote. Nothing in it is trusted; anything odd makes the whole corrupt. */
export function graphFromJson(text: string): GraphOutcome {
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isObject(value) || field(value, 'format') !== FORMAT)
      return { kind: 'corrupt', why: 'it does not say that it is a graph' };
    const version = field(value, 'version');
    if (version !== VERSION)
      return {
        kind: 'incompatible',
        why: `its version is ${JSON.stringify(version)}, and only ${String(VERSION)} is understood`,
      };
    return { kind: 'read', graph: rebuild(columnsOf(value)) };
  } catch (thrown) {
    return { kind: 'corrupt', why: messageOf(thrown) };
  }
}

interface Columns {
  readonly names: readonly string[];
  readonly strings: readonly string[];
  readonly times: readonly (number | null)[];
  /** The columns of small whole numbers. */
  readonly numbers: (name: string) => readonly number[];
}

function columnsOf(value: JsonValue): Columns {
  const texts = (name: string): string[] => asArray(field(value, name)).map((item) => asString(item) ?? refuse(name));
  const numbers = (name: string): number[] =>
    asArray(field(value, name)).map((item) => {
      const number = asFiniteNumber(item);
      return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : refuse(name);
    });
  const times = asArray(field(value, 'times')).map((item) =>
    item === null ? null : (asFiniteNumber(item) ?? refuse('times')),
  );
  return { names: texts('names'), strings: texts('strings'), times, numbers };
}

function refuse(what: string): never {
  throw new Error(`its ${what} are not what they should be`);
}

function rebuild(columns: Columns): Graph {
  const builder = graphBuilder();
  const [kinds, uses] = [columns.numbers('kinds'), columns.numbers('uses')];
  const factsAt = factReader(columns);
  if ([kinds, uses, columns.times].some((column) => column.length !== columns.names.length)) refuse('lengths');
  for (const [index, name] of columns.names.entries()) {
    // A name that stands twice would shift all numbers after it.
    if (builder.node(NODE_KINDS[kinds[index] ?? -1] ?? refuse('kinds'), name, factsAt(index)) !== index)
      refuse('names');
  }
  addEdges(builder, columns, uses);
  return builder.build();
}

function factReader({ strings, times, numbers, names }: Columns): (index: number) => NodeFacts {
  const [hashes, outputs] = [numbers('hashes'), numbers('outputs')];
  const [statuses, members] = [numbers('statuses'), numbers('members')];
  if ([hashes, outputs, statuses, members].some((column) => column.length !== names.length)) refuse('lengths');
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

function addEdges(builder: GraphBuilder, { numbers, strings, names }: Columns, uses: readonly number[]): void {
  const [used, kinds, hashes] = [numbers('used'), numbers('edgeKinds'), numbers('edgeHashes')];
  const total = uses.reduce((sum, count) => sum + count, 0);
  if ([used, kinds, hashes].some((column) => column.length !== total)) refuse('lengths');
  let edge = 0;
  for (const [user, count] of uses.entries()) {
    for (const end = edge + count; edge < end; edge++) {
      const to = used[edge] ?? names.length;
      const number = hashes[edge] ?? 0;
      if (to >= names.length) refuse('edges');
      builder.depends(user as NodeId, to as NodeId, {
        kind: EDGE_KINDS[kinds[edge] ?? -1] ?? refuse('edge kinds'),
        hash: number === 0 ? undefined : hashText(strings[number - 1] ?? refuse('strings')),
      });
    }
  }
}
