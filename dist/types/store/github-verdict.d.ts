import type { ClientEnd } from './github-calls.ts';
import type { ClientLog } from './github-log.ts';
import type { Restored, RestoreRequest } from './port.ts';
type Log = Pick<ClientLog, 'troubles' | 'notes' | 'programs'>;
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
    readonly kind: 'unavailable';
    readonly why: string;
} | {
    readonly kind: 'no-service';
}
/** Not stored, for no reason given. */
 | {
    readonly kind: 'unclear';
};
/**
 * What `restoreCache` meant. It yields `undefined` for a miss and for every failure alike, but each failing path of
 * version 6.3 (v1 and v2) logs a warning or an error, and the path of a miss logs neither.
 */
export declare function judgeRestore(keys: Pick<RestoreRequest, 'key' | 'restoreKeys'>, end: ClientEnd, log: Log): Restored | 'no-service';
/**
 * What `saveCache` meant. It yields -1 for a conflict, a refusal and every outage alike; for a failed reservation the
 * cause stands in a debug line (v2) or an information (v1) only. With the v1 service a failed upload even yields the
 * positive id, after a warning.
 */
export declare function judgeSave(end: ClientEnd, log: Log): SaveVerdict;
/** What to add to the news that a call was stopped: the last failed attempt, when there was one. */
export declare function describeProgress(log: Log): string;
export {};
