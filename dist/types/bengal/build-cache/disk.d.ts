import { type CacheLockOptions } from '../cache-lock.ts';
import type { PythonMinor } from '../envelope.ts';
import { type SizeLimits } from '../size-limits.ts';
import { CacheData } from './cache-data.ts';
import { PathKeys } from './path-keys.ts';
import { Stores } from './stores.ts';
export interface LockingOptions {
    /** Milliseconds to wait for the lock; 30 seconds like Bengal when absent. */
    readonly lockTimeoutMs?: number;
    /** `false` inside of `withCacheLock`, where it is held already, and where nobody else can come near; else `true`. */
    readonly useLock?: boolean;
}
export interface BuildCacheOptions extends LockingOptions {
    /** Site root; the parent of the `.bengal` folder when absent. */
    readonly siteRoot?: string;
    /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
    readonly limits?: SizeLimits;
    /** Told one sentence for a user when something that is on disk is not used; warnings of the process when absent. */
    readonly warn?: (sentence: string) => void;
}
export interface SaveBuildCacheOptions {
    /**
     * The Python that will read the file (`3.14`): Bengal refuses a file that another minor version wrote. Without it, the
     * one that wrote the file, or its neighbours in `.bengal`, or else 3.14.
     */
    readonly python?: string;
    /** When a build ended, if one did. Bengal takes every save for the end of a build; a program that only edits is none. */
    readonly builtAt?: Date;
}
/** A cache in memory and where it belongs. */
export interface OpenedCache {
    readonly folder: string;
    readonly options: BuildCacheOptions;
    readonly data: CacheData;
    readonly stores: Stores;
    readonly keys: PathKeys;
    /** Who wrote it, when its header tells. */
    readonly python: PythonMinor | undefined;
}
export type OpenOutcome = {
    readonly kind: 'read';
    readonly opened: OpenedCache;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'corrupt';
    readonly why: string;
};
/**
 * The `.bengal` that a caller names, by itself or by its `cache.json.zst` (or `cache.json`).
 *
 * @throws UserError for any other file.
 */
export declare function folderOf(path: string): string;
/** The work under the lock that Bengal takes, unless the options say that there is no need. */
export declare function underLock<T>({ folder, kind }: Pick<CacheLockOptions, 'folder' | 'kind'>, { lockTimeoutMs, useLock }: LockingOptions, work: () => Promise<T>): Promise<T>;
/** Reads the main file as it is under a shared lock. Stores are only looked at, not read. */
export declare function openCache(path: string, options: BuildCacheOptions): Promise<OpenOutcome>;
/** As `openCache`; a fresh cache where there is none that can be used, with a warning if there is one. */
export declare function openOrFresh(path: string, options: BuildCacheOptions): Promise<OpenedCache>;
/** A cache of nothing, to be saved in the folder. */
export declare function openFresh(path: string, options: BuildCacheOptions): OpenedCache;
/** Writes what changed under an exclusive lock: first the stores, then the main file, each in one step. */
export declare function saveCache(opened: OpenedCache, asked: SaveBuildCacheOptions & LockingOptions): Promise<void>;
