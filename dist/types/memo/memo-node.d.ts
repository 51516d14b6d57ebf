import { type Statuses } from '../graph/status.ts';
import type { KeptCalls } from './function-graph.ts';
/** A kept call of a cached function. Other calls go by their `call`, which is also the key of `nodes()`. */
export interface MemoNode {
    /** The call as people write it: `loadCounts("samples/counts.csv")`. */
    readonly call: string;
    /** `loadCounts`. */
    readonly functionName: string;
    /** SHA-256 of the stored result. */
    readonly hash: string;
    /** Calls that made this one. */
    readonly parents: readonly string[];
    /** Calls that this one made. */
    readonly children: readonly string[];
    /** Files that it tracked: relative to the root of the memo, or absolute outside of it. */
    readonly files: readonly string[];
    /** File -> SHA-256 of its content then. A file that was not there has none. */
    readonly fileHashes: ReadonlyMap<string, string>;
    /** Where the result is kept; absolute. */
    readonly outputFile: string;
}
/** A call whose result would be computed anew. */
export interface ChangedNode {
    readonly node: MemoNode;
    /** Files that it depends on, near or far, and that changed or are gone. */
    readonly changedFiles: readonly string[];
    /** What else makes it stale: calls whose code changed, or whose results changed or are gone; itself may be among them. */
    readonly changedCalls: readonly string[];
}
/** What depends on a file. `unused`: it is there, and no kept call tracked it. `unknown`: it is not even there. */
export interface FileDependents {
    readonly kind: 'used' | 'unused' | 'unknown';
    /** Near or far; the nearest first. */
    readonly nodes: ReadonlyMap<string, MemoNode>;
}
/** Kept calls with where they are kept. */
export interface KeptGraph extends KeptCalls {
    readonly folder: string;
    /** Where relative paths start. */
    readonly root: string;
}
/** Every kept call, by the call. */
export declare function memoNodes(kept: KeptGraph): ReadonlyMap<string, MemoNode>;
/** Every stale call, by the call. */
export declare function changedNodes(kept: KeptGraph, statuses: Statuses): ReadonlyMap<string, ChangedNode>;
/** Whatever the path looks like: relative to the root, absolute, with dots in it, or through links. */
export declare function dependentsOfFile(kept: KeptGraph, path: string): FileDependents;
