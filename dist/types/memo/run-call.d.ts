import { type Sha256 } from '../core/digest.ts';
/** One execution of a cached function, and what it turned out to depend on. */
export interface Run {
    readonly label: string;
    readonly key: Sha256;
    /** The run that started it, though others may wait for it too. */
    readonly caller: Run | undefined;
    /** Folder of the memo that it belongs to. */
    readonly memo: string;
    /** Where relative paths start. */
    readonly root: string;
    /** Recorded path -> fingerprint when it was first tracked. */
    readonly files: Map<string, string>;
    readonly children: Map<Sha256, Sha256>;
    /** Runs that this one may be waiting for. */
    readonly waitsFor: Set<Run>;
    /** Cached calls that it started and that have not ended. */
    pending: number;
    /** Why its result must not be kept, once there is a reason. */
    doubt: Doubt | undefined;
    ended: boolean;
}
export interface Doubt {
    readonly why: string;
    /** Whether somebody was told already, because the reason lies in what it called. */
    readonly told: boolean;
}
export declare function newRun(identity: Pick<Run, 'label' | 'key' | 'caller' | 'memo' | 'root'>): Run;
export declare function execute<Result>(run: Run, work: () => Result): Result;
/** The run of the cached function that is executing; a run that has ended is none, though its timers may go on. */
export declare function currentRun(): Run | undefined;
/** Whether `run` waits for `other`, directly or through others. */
export declare function waitsFor(run: Run, other: Run): boolean;
/**
 * Notes that the running cached function depends on a file, or on a folder's list of names: its result is stale when that
 * differs, comes or goes. Call it before reading the file. Relative paths start at the root of the memo. Answers the
 * absolute path, to read it by.
 *
 * @throws Error outside of a cached function, where nobody would hear it.
 */
export declare function trackFile(path: string): string;
/**
 * Reads a file and tracks it in one step, so that what is noted is what was read: its bytes, or with `utf8` its text.
 *
 * @throws what reading throws; that the file is not there is tracked too.
 */
export declare function readTracked(path: string): Uint8Array;
export declare function readTracked(path: string, encoding: 'utf8'): string;
/** Whether everything that a run tracked is still as it was when it was tracked. */
export declare function changedMeanwhile(run: Run): string | undefined;
