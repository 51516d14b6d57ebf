import { type EdgeKind } from './kinds.ts';
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
    add(edge: {
        readonly from: number;
        readonly to: number;
        readonly kind: EdgeKind;
        readonly hash: number;
    }): void;
    /**
     * Rows by `from`, sorted by neighbour and kind, each edge once; of two that differ in the hash alone the later counts.
     * To be called once: the columns are empty then.
     */
    rows(size: number): EdgeRows;
}
export declare function edgeColumns(): EdgeColumns;
/** Turns rows around; each new row comes out sorted by neighbour and kind too. */
export declare function reverseRows({ offsets, neighbours }: EdgeRows): ReverseRows;
