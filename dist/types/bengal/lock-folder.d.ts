import type { Acquired, LockRequest } from './lock-outcome.ts';
/**
 * An exclusive lock where there is no flock: the folder exists while somebody holds it. It is prepared elsewhere, with
 * its owner inside, and renamed into place, which succeeds for one process only. A folder whose owner has died on this
 * machine is cleared away.
 */
export declare function acquireByFolder(path: string, { timeoutMs }: LockRequest): Promise<Acquired>;
/** Waits until no writer holds the folder. Readers hold nothing: reading must not write. */
export declare function waitForFolder(path: string, { timeoutMs }: LockRequest): Promise<Acquired>;
