import type { ReportCache } from './report.ts';
/** What happened between the cache and the site, in one line: what fitted, how old it is, whose it is. Without keys. */
export declare function cacheSentence(cache: ReportCache): string;
/** For whoever looks for a mistake: under which keys the cache was asked, and what it answered. */
export declare function keyLines(cache: ReportCache, { key, restoreKeys }: KeysAsked): readonly string[];
interface KeysAsked {
    readonly key: string;
    readonly restoreKeys: readonly string[];
}
/** The same for a table, where what was restored matters more than what it is stored under. */
export declare function cacheRows(cache: ReportCache): readonly (readonly [name: string, value: string])[];
export declare function isRestored(cache: ReportCache): cache is RestoredCache;
/** Whose state it is, how old, and how whole. */
export declare function restoredPhrase(cache: RestoredCache): string;
type RestoredCache = ReportCache & {
    readonly kind: 'exact' | 'prefix';
};
/** Seconds in the largest unit of which there are at least two. */
export declare function agePhrase(seconds: number): string;
export {};
