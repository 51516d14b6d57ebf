import type { ClientLog } from './github-client-log.ts';
/** How a call of the client ended: its result, or what it threw. */
export type ClientEnd<Result> = {
    readonly kind: 'returned';
    readonly value: Result;
} | {
    readonly kind: 'threw';
    readonly error: unknown;
};
export type RestoreVerdict = {
    readonly kind: 'found';
    readonly key: string;
} | {
    readonly kind: 'miss';
} | {
    readonly kind: 'failed';
    readonly why: string;
};
export type SaveVerdict = {
    readonly kind: 'stored';
}
/** The service has, or is just receiving, an entry of that key. */
 | {
    readonly kind: 'conflict';
} | {
    readonly kind: 'denied';
    readonly why: string;
} | {
    readonly kind: 'failed';
    readonly why: string;
}
/** Not stored, for no reason given. */
 | {
    readonly kind: 'unclear';
};
/**
 * What `restoreCache` meant. It yields `undefined` for a miss and for every failure alike, but each failing path of
 * version 6.3 (v1 and v2) logs a warning or an error, and the path of a miss logs neither.
 */
export declare function judgeRestore(end: ClientEnd<string | undefined>, log: ClientLog): RestoreVerdict;
/**
 * What `saveCache` meant. It yields -1 for a conflict, a refusal and every outage alike; for a failed reservation the
 * cause stands in a debug line only. With the v1 service a failed upload even yields the positive id, after a warning.
 */
export declare function judgeSave(end: ClientEnd<number>, log: ClientLog): SaveVerdict;
/** What to add to the news that a call was abandoned: the last failed attempt, when there was one. */
export declare function describeProgress(log: ClientLog): string;
