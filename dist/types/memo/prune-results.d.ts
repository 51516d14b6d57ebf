import type { ResultStore } from './result-store.ts';
export interface PruneLimits {
    /** Results that were of no use for this many milliseconds go. */
    readonly maxAgeMs?: number;
    /** The results that were of no use for the longest go, until the rest has no more bytes than this. */
    readonly maxBytes?: number;
}
export interface Pruned {
    readonly removed: number;
    readonly kept: number;
    /** Bytes of the results that are kept. */
    readonly bytes: number;
    /** Files that no entry names: left by a crash, or by entries that went. */
    readonly strays: number;
}
/** Removes entries beyond the limits, then files that no entry names. Other processes may go on meanwhile. */
export declare function pruneResults(store: ResultStore, { maxAgeMs, maxBytes }: PruneLimits, now: number): Pruned;
