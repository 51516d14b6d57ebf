import type { Sha256 } from '../core/digest.ts';
import type { Entry } from './memo-entry.ts';
import type { ResultStore } from './result-store.ts';
export interface Surroundings {
    readonly store: ResultStore;
    readonly root: string;
    readonly now: number;
    /** The functions that this process knows, by name. */
    readonly functions: ReadonlyMap<string, {
        readonly code: Sha256;
        readonly maxAgeMs: number;
    }>;
}
export type Validity = {
    readonly kind: 'valid';
} | {
    readonly kind: 'stale';
    readonly why: string;
};
/**
 * Whether a stored result is what running the function would give: its code, its files and everything that it called
 * are as they were. A callee that this process does not know is a doubt, and so is anything unreadable. Each callee is
 * judged once, however many ways lead to it.
 */
export declare function judgeEntry(key: Sha256, entry: Entry, surroundings: Surroundings): Validity;
