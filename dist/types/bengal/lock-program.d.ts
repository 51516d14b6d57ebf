import type { Acquired, LockKind, LockRequest } from './lock-outcome.ts';
/** A program that takes a lock, then echoes its standard input until that closes. */
export interface LockProgram {
    readonly command: string;
    argumentsFor(path: string, kind: LockKind): readonly string[];
}
/** util-linux and BusyBox agree on these arguments, and on nothing about time-outs, so we keep the time ourselves. */
export declare const FLOCK: LockProgram;
/** macOS has no `flock` program. */
export declare const PERL: LockProgram;
/** The programs to try on this platform, best first. On Windows none speaks of the same lock as Python's msvcrt. */
export declare const LOCK_PROGRAMS: readonly LockProgram[];
/** Waits until the program holds the lock. `path` is absolute. */
export declare function acquireByProgram(program: LockProgram, path: string, { kind, timeoutMs }: LockRequest): Promise<Acquired>;
