import type { Graph } from '../graph/model.ts';
import type { Statuses } from '../graph/status.ts';
import { type ChangedNode, type FileDependents, type MemoNode } from './memo-node.ts';
import { type PlotOptions } from './plot.ts';
import { type Pruned, type PruneLimits } from './prune-results.ts';
export interface MemoOptions {
    /** Where results are kept; made when it is not there. */
    readonly folder: string;
    /** Where relative tracked paths start, and what recorded paths are relative to; the current folder when absent. */
    readonly root?: string;
    /** `use` what is stored; `refresh` it, computing every call once anew; or have nothing stored or used: `off`. */
    readonly mode?: 'use' | 'refresh' | 'off';
    /** Results above this many bytes are not kept; 64 MiB when absent. */
    readonly maxResultBytes?: number;
    /** Results older than this many milliseconds are not used; no limit when absent. */
    readonly maxAgeMs?: number;
    /** Told what went wrong without harm. Warnings of the process when absent. */
    readonly warn?: (sentence: string) => void;
    /** Milliseconds since 1970; the clock when absent. */
    readonly now?: () => number;
    /** Once it is aborted, every call rejects with its reason; what runs already goes on, and is kept. */
    readonly signal?: AbortSignal;
}
export interface CachedOptions {
    /** Names the function in the store; its own name when absent. One name stands for one function. */
    readonly name?: string;
    /** Change it when something changes that the source text of the function does not show: a helper, a library. */
    readonly version?: string | number;
    /** As for the memo, for this function alone. */
    readonly maxAgeMs?: number;
}
/** Functions whose results are kept between runs of a program. */
export interface Memo {
    /**
     * The function, with results kept: a call with equal arguments gives a copy of the stored result as long as the code,
     * every tracked file and everything that it called are as they were. Errors are passed on and never kept. Equal calls at
     * the same time run once; twice, when the first fails or cannot be kept, for it may have seen what the others must not.
     * Arguments are plain data; results are whatever can be cloned.
     *
     * What a function reads besides its arguments, tracked files and other cached functions is not noticed.
     *
     * @throws Error when the name is empty or taken.
     */
    readonly cached: <Args extends readonly unknown[], Result>(compute: (...args: Args) => Result, options?: CachedOptions) => (...args: Args) => Promise<Awaited<Result>>;
    /** Every kept call, with its files and the calls that it made. */
    readonly graph: () => Graph;
    /** Every kept call, by the call as people write it. */
    readonly nodes: () => ReadonlyMap<string, MemoNode>;
    /** Every kept call that would be computed anew, with what changed, looked up on the disk now. */
    readonly changedFiles: () => ReadonlyMap<string, ChangedNode>;
    /** What depends on a file, in whatever way its path is written; relative ones start at the root of the memo. */
    readonly forFile: (path: string) => FileDependents;
    /** Draws every kept call with its files, and writes the picture where `output` says. See `PlotOptions`. */
    readonly plot: (options?: PlotOptions) => Promise<string | Uint8Array>;
    /** The status of each node of such a graph, looked up on the disk now. */
    readonly statuses: (graph: Graph) => Statuses;
    /** Removes what is too old or too much, and what crashes left. Without limits, those of the memo. */
    readonly prune: (limits?: PruneLimits) => Pruned;
    /** Forgets every result. Other processes may go on meanwhile: what they keep from then on stays. */
    readonly reset: () => void;
}
/** Opens a store of results. Touches nothing until a function is called. */
export declare function openMemo(options: MemoOptions): Memo;
