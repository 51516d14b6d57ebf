import { byteColumn, indexColumn, numberColumn, stringTable, type Column } from './columns.ts';
import { edgeColumns, reverseRows, type EdgeRows, type ReverseRows } from './edges.ts';
import { EDGE_KINDS, NODE_KINDS, NODE_STATUSES, type EdgeKind, type NodeKind, type NodeStatus } from './kinds.ts';

export type { NodeKind } from './kinds.ts';

/** Index of a node within its graph. */
export type NodeId = number & { readonly __brand: 'NodeId' };

/** What was recorded about a node, besides what it uses. */
export interface NodeFacts {
  /** Hexadecimal digits of a SHA-256, 16 or more: of a file its content, of a function's call its result. */
  readonly hash?: string;
  /** Where what it made lies. */
  readonly output?: string;
  /** When this was recorded, in milliseconds since 1970. Of two records of one node the later counts. */
  readonly recordedAt?: number;
  /** How it stood then, where whoever recorded it could tell. */
  readonly status?: NodeStatus;
  /** How many nodes it stands for, when several were collapsed into it. */
  readonly members?: number;
}

/** One node's use of another, seen from one of the two. */
export interface Edge {
  /** The other end. */
  readonly node: NodeId;
  readonly kind: EdgeKind;
  /** The hash that the used node had then. */
  readonly hash: string | undefined;
}

/**
 * A dependency graph, built once and then only asked. Edges lead from what is used to what uses it: from a template to
 * its pages, from a page to its outputs. Both directions are kept as compressed rows (one offset per node into columns
 * of numbers), so that 100,000 pages with millions of edges cost a few bytes each.
 */
export interface Graph {
  readonly size: number;
  readonly edgeCount: number;
  kindOf(id: NodeId): NodeKind;
  nameOf(id: NodeId): string;
  factsOf(id: NodeId): NodeFacts;
  find(kind: NodeKind, name: string): NodeId | undefined;
  ofKind(kind: NodeKind): NodeId[];
  /** Nodes that use this one, directly. */
  dependents(id: NodeId): NodeId[];
  /** Nodes that this one uses, directly. */
  dependencies(id: NodeId): NodeId[];
  /** The same, edge by edge: a node may use another in several ways. */
  usesOf(id: NodeId): Edge[];
  usersOf(id: NodeId): Edge[];
}

export interface GraphBuilder {
  /** The node of this kind and name, made on first use. Facts that are given replace those given before. */
  node(kind: NodeKind, name: string, facts?: NodeFacts): NodeId;
  /** States that `user` depends on `used`. Stating it twice is the same as once. */
  depends(user: NodeId, used: NodeId, edge?: { readonly kind?: EdgeKind; readonly hash?: string | undefined }): void;
  has(kind: NodeKind, name: string): boolean;
  kindOf(id: NodeId): NodeKind;
  nameOf(id: NodeId): string;
  /** The graph of all that was added. The builder is done then. */
  build(): Graph;
}

const KIND_NUMBERS: ReadonlyMap<NodeKind, number> = new Map(NODE_KINDS.map((kind, index) => [kind, index]));

export function graphBuilder(): GraphBuilder {
  const names: string[] = [];
  const ids: NodeNumbers = new Map();
  const kinds = byteColumn();
  const strings = stringTable();
  const facts = factColumns(strings.add);
  const edges = edgeColumns();
  return {
    node(kind, name, given) {
      const ofKind = ids.get(kind) ?? new Map<string, NodeId>();
      ids.set(kind, ofKind);
      let id = ofKind.get(name);
      if (id === undefined) {
        id = (names.push(name) - 1) as NodeId;
        kinds.set(id, KIND_NUMBERS.get(kind) ?? 0);
        ofKind.set(name, id);
      }
      if (given !== undefined) facts.set(id, given);
      return id;
    },
    depends(user, used, edge = {}) {
      edges.add({ from: used, to: user, kind: edge.kind ?? 'uses', hash: strings.add(edge.hash) });
    },
    has: (kind, name) => ids.get(kind)?.has(name) === true,
    kindOf: (id) => NODE_KINDS[kinds.get(id)] ?? 'source',
    nameOf: (id) => names[id] ?? '',
    build() {
      const rows = edges.rows(names.length);
      return frozenGraph({
        ...{ names, rows, reverse: reverseRows(rows), strings: strings.strings },
        kinds: kinds.take(names.length) as Uint8Array,
        factsOf: facts.take(names.length, strings.strings),
      });
    },
  };
}

type TakenColumn = ReturnType<Column['take']>;

type NodeNumbers = Map<NodeKind, Map<string, NodeId>>;

interface FactColumns {
  set(id: NodeId, facts: NodeFacts): void;
  take(size: number, strings: readonly (string | undefined)[]): (id: NodeId) => NodeFacts;
}

function factColumns(intern: (text: string | undefined) => number): FactColumns {
  const columns = {
    hash: indexColumn(),
    output: indexColumn(),
    recordedAt: numberColumn(),
    // One more than the index of the status; 0 where there is none.
    status: byteColumn(),
    members: indexColumn(),
  };
  return {
    set(id, { hash, output, recordedAt, status, members }) {
      if (hash !== undefined) columns.hash.set(id, intern(hash));
      if (output !== undefined) columns.output.set(id, intern(output));
      if (recordedAt !== undefined) columns.recordedAt.set(id, recordedAt);
      if (status !== undefined) columns.status.set(id, NODE_STATUSES.indexOf(status) + 1);
      if (members !== undefined) columns.members.set(id, members);
    },
    take(size, strings) {
      const [hashes, outputs, members] = [
        columns.hash.take(size),
        columns.output.take(size),
        columns.members.take(size),
      ];
      const [times, statuses] = [columns.recordedAt.take(size), columns.status.take(size)];
      return factReader({ hashes, outputs, members, times, statuses, strings });
    },
  };
}

interface TakenFacts {
  readonly hashes: TakenColumn;
  readonly outputs: TakenColumn;
  readonly members: TakenColumn;
  readonly times: TakenColumn;
  readonly statuses: TakenColumn;
  readonly strings: readonly (string | undefined)[];
}

/** Holds the columns alone: what they were gathered with can go. */
function factReader({ hashes, outputs, members, times, statuses, strings }: TakenFacts): (id: NodeId) => NodeFacts {
  return (id) => {
    const [hash, output, recordedAt] = [strings[hashes[id] ?? 0], strings[outputs[id] ?? 0], times[id] ?? Number.NaN];
    const [status, count] = [NODE_STATUSES[(statuses[id] ?? 0) - 1], members[id] ?? 0];
    return {
      ...(hash === undefined ? {} : { hash }),
      ...(output === undefined ? {} : { output }),
      ...(Number.isNaN(recordedAt) ? {} : { recordedAt }),
      ...(status === undefined ? {} : { status }),
      ...(count === 0 ? {} : { members: count }),
    };
  };
}

interface Columns {
  readonly names: readonly string[];
  readonly kinds: Uint8Array;
  readonly rows: EdgeRows;
  readonly reverse: ReverseRows;
  readonly strings: readonly (string | undefined)[];
  readonly factsOf: (id: NodeId) => NodeFacts;
}

function frozenGraph({ names, kinds, rows, reverse, strings, factsOf }: Columns): Graph {
  const size = names.length;
  // Made when somebody asks: it takes a sixth of all, and graphs that are only merged or written need none.
  let ids: NodeNumbers | undefined;
  const known = (id: NodeId): NodeId => {
    if (!(id >= 0 && id < size)) throw new Error(`No node ${String(id)} in this graph`);
    return id;
  };
  const edgeAt = (place: number, node: number): Edge => ({
    node: node as NodeId,
    kind: EDGE_KINDS[rows.kinds[place] ?? 0] ?? 'uses',
    hash: strings[rows.hashes[place] ?? 0],
  });
  const edges = (side: EdgeRows | ReverseRows, id: NodeId): Edge[] => {
    const found: Edge[] = [];
    for (let at = side.offsets[known(id)] ?? 0; at < (side.offsets[id + 1] ?? 0); at++)
      found.push(edgeAt('places' in side ? (side.places[at] ?? 0) : at, side.neighbours[at] ?? 0));
    return found;
  };
  const neighbours = (side: EdgeRows | ReverseRows, id: NodeId): NodeId[] => {
    const found: NodeId[] = [];
    for (let at = side.offsets[known(id)] ?? 0; at < (side.offsets[id + 1] ?? 0); at++) {
      const node = side.neighbours[at] as NodeId;
      // Several edges between two nodes stand beside each other.
      if (found.at(-1) !== node) found.push(node);
    }
    return found;
  };
  return {
    size,
    edgeCount: rows.neighbours.length,
    kindOf: (id) => NODE_KINDS[kinds[known(id)] ?? 0] ?? 'source',
    nameOf: (id) => names[known(id)] ?? '',
    factsOf: (id) => factsOf(known(id)),
    find: (kind, name) => (ids ??= numbersOf(names, kinds)).get(kind)?.get(name),
    ofKind(kind) {
      const number = KIND_NUMBERS.get(kind);
      const found: NodeId[] = [];
      for (let id = 0; id < size; id++) if (kinds[id] === number) found.push(id as NodeId);
      return found;
    },
    dependents: (id) => neighbours(rows, id),
    dependencies: (id) => neighbours(reverse, id),
    usersOf: (id) => edges(rows, id),
    usesOf: (id) => edges(reverse, id),
  };
}

function numbersOf(names: readonly string[], kinds: Uint8Array): NodeNumbers {
  const numbers: NodeNumbers = new Map(NODE_KINDS.map((kind) => [kind, new Map<string, NodeId>()]));
  for (const [id, name] of names.entries())
    numbers.get(NODE_KINDS[kinds[id] ?? 0] ?? 'source')?.set(name, id as NodeId);
  return numbers;
}

/** Every node of a graph, in the order in which they were made. */
export function* nodesOf(graph: Graph): Generator<NodeId> {
  for (let id = 0; id < graph.size; id++) yield id as NodeId;
}
