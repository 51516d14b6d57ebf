import type { LockKind, LockRequest } from './lock-outcome.ts';
export interface CacheLockOptions {
    /** The `.bengal` folder. */
    readonly folder: string;
    /** `shared` while reading, `exclusive` while writing. */
    readonly kind: LockKind;
    /** Milliseconds to wait for other holders; 30 seconds like Bengal when absent. */
    readonly timeoutMs?: number;
}
/** Another process held the lock for too long. */
export declare class CacheLockTimeout extends Error {
    readonly name = "CacheLockTimeout";
    /** The lock file. */
    readonly path: string;
    constructor(path: string, options: LockRequest);
}
/** The lock cannot be had at all: no permission, or a file system without locks. */
export declare class CacheLockError extends Error {
    readonly name = "CacheLockError";
}
/**
 * Does the work while holding the lock that Bengal itself takes: flock(2) on `cache.json.lock`, whole file. Node has no
 * flock, so a child process holds it (`flock` of util-linux or BusyBox, else `perl`, which macOS has) until its standard
 * input closes: the lock is free again even if this process is killed. The lock file is never truncated or deleted.
 *
 * A shared lock is only taken where the lock file exists: reading must not write. On Windows, and where neither program
 * is installed, a folder `cache.json.lock.d` keeps processes of this library apart; Bengal does not know of it.
 *
 * @throws CacheLockTimeout when others hold it for too long.
 * @throws CacheLockError when it cannot be had at all.
 * @throws whatever the work throws; the lock is released first.
 */
export declare function withCacheLock<T>(options: CacheLockOptions, work: () => Promise<T>): Promise<T>;
