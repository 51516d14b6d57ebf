import { EDGE_KINDS, type EdgeKind } from './kinds.ts';
import { indexColumn, byteColumn } from './columns.ts';

/** All edges by row: `offsets[node]` to `offsets[node + 1]` are the places of a node's edges in the other columns. */
export interface EdgeRows {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Index into `EDGE_KINDS`. */
  readonly kinds: Uint8Array;
  /** Index into the table of strings; 0 where no hash was recorded. */
  readonly hashes: Uint32Array;
}

/** The same edges by their other end: `places` leads to the columns of the first. */
export interface ReverseRows {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly places: Uint32Array;
}

export interface EdgeColumns {
  add(edge: { readonly from: number; readonly to: number; readonly kind: EdgeKind; readonly hash: number }): void;
  /**
   * Rows by `from`, sorted by neighbour and kind, each edge once; of two that differ in the hash alone the later counts.
   * To be called once: the columns are empty then.
   */
  rows(size: number): EdgeRows;
}

const KIND_NUMBERS: ReadonlyMap<EdgeKind, number> = new Map(EDGE_KINDS.map((kind, index) => [kind, index]));

export function edgeColumns(): EdgeColumns {
  const [from, to, hashes, kinds] = [indexColumn(), indexColumn(), indexColumn(), byteColumn()];
  let count = 0;
  return {
    add(edge) {
      from.set(count, edge.from);
      to.set(count, edge.to);
      kinds.set(count, KIND_NUMBERS.get(edge.kind) ?? 0);
      hashes.set(count, edge.hash);
      count++;
    },
    rows(size) {
      const order = new Uint32Array(count);
      for (let index = 0; index < count; index++) order[index] = index;
      // Least significant key first: counting sort keeps the order of equal keys.
      const spare = new Uint32Array(count);
      sortBy(order, spare, { key: kinds.get, keys: EDGE_KINDS.length });
      sortBy(spare, order, { key: to.get, keys: size });
      sortBy(order, spare, { key: from.get, keys: size });
      const rows = compress(spare, size, { from: from.get, to: to.get, kind: kinds.get, hash: hashes.get });
      for (const column of [from, to, kinds, hashes]) column.clear();
      return rows;
    },
  };
}

interface SortKey {
  readonly key: (edge: number) => number;
  /** All keys are below. */
  readonly keys: number;
}

/** Lays the edges into `sorted`, by their keys. */
function sortBy(order: Uint32Array, sorted: Uint32Array, { key, keys }: SortKey): void {
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
function addUp(counts: Uint32Array): void {
  for (let index = 1; index < counts.length; index++) counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
}

type Read = Readonly<Record<'from' | 'to' | 'kind' | 'hash', (edge: number) => number>>;

function compress(order: Uint32Array, size: number, read: Read): EdgeRows {
  const offsets = new Uint32Array(size + 1);
  const [neighbours, hashes, kinds] = [
    new Uint32Array(order.length),
    new Uint32Array(order.length),
    new Uint8Array(order.length),
  ];
  let kept = 0;
  let last: number | undefined;
  for (const edge of order) {
    const repeats =
      last !== undefined &&
      read.from(last) === read.from(edge) &&
      read.to(last) === read.to(edge) &&
      read.kind(last) === read.kind(edge);
    if (!repeats) {
      neighbours[kept] = read.to(edge);
      kinds[kept] = read.kind(edge);
      offsets[read.from(edge) + 1] = ++kept;
    }
    if (!repeats || read.hash(edge) !== 0) hashes[kept - 1] = read.hash(edge);
    last = edge;
  }
  // Rows without edges end where the row before them does.
  for (let node = 0; node < size; node++)
    if ((offsets[node + 1] ?? 0) < (offsets[node] ?? 0)) offsets[node + 1] = offsets[node] ?? 0;
  if (kept === order.length) return { offsets, neighbours, kinds, hashes };
  return {
    offsets,
    neighbours: neighbours.slice(0, kept),
    kinds: kinds.slice(0, kept),
    hashes: hashes.slice(0, kept),
  };
}

/** Turns rows around; each new row comes out sorted by neighbour and kind too. */
export function reverseRows({ offsets, neighbours }: EdgeRows): ReverseRows {
  const size = offsets.length - 1;
  const reversed = new Uint32Array(size + 1);
  for (const node of neighbours) reversed[node + 1] = (reversed[node + 1] ?? 0) + 1;
  addUp(reversed);
  const next = reversed.slice();
  const [from, places] = [new Uint32Array(neighbours.length), new Uint32Array(neighbours.length)];
  for (let node = 0; node < size; node++) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const to = neighbours[at] ?? 0;
      const place = next[to] ?? 0;
      next[to] = place + 1;
      from[place] = node;
      places[place] = at;
    }
  }
  return { offsets: reversed, neighbours: from, places };
}
