import { type Sha256 } from '../core/digest.ts';
import type { ResultStore } from './result-store.ts';
import { type Run } from './run-call.ts';
export interface CachedFunction {
    readonly name: string;
    /** Digest of its source text and version. */
    readonly code: Sha256;
    readonly maxAgeMs: number;
    readonly compute: (...args: readonly unknown[]) => unknown;
}
/** What the calls of one memo share. */
export interface MemoCore {
    readonly store: ResultStore;
    readonly root: string;
    readonly functions: ReadonlyMap<string, CachedFunction>;
    readonly inFlight: Map<Sha256, Flight>;
    readonly mode: 'use' | 'refresh' | 'off';
    /** Calls that were computed anew because of the mode: once is enough. */
    readonly refreshed: Set<Sha256>;
    readonly maxResultBytes: number;
    readonly now: () => number;
    readonly signal: AbortSignal | undefined;
    readonly warn: (sentence: string) => void;
}
export interface Flight {
    readonly run: Run;
    readonly outcome: Promise<Outcome>;
}
interface Outcome {
    readonly bytes: Uint8Array;
    /** Digest of the kept result; `undefined` when it was not kept. */
    readonly kept: Sha256 | undefined;
}
/** One call, seen from whoever made it: its caller depends on it from here on. Gives a copy that is the caller's own. */
export declare function callCached(core: MemoCore, known: CachedFunction, args: readonly unknown[]): Promise<unknown>;
export {};
