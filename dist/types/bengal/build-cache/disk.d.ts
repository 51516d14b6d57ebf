import type { PythonMinor } from '../envelope.ts';
import { type SizeLimits } from '../size-limits.ts';
import { CacheData } from './cache-data.ts';
import { PathKeys } from './path-keys.ts';
import { Stores } from './stores.ts';
export interface BuildCacheOptions {
    /** Site root; the parent of the `.bengal` folder when absent. */
    readonly siteRoot?: string;
    /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
    readonly limits?: SizeLimits;
    /** Milliseconds to wait for the lock; 30 seconds like Bengal when absent. */
    readonly lockTimeoutMs?: number;
    /** Told one sentence for a user when something that is on disk is not used. */
    readonly warn?: (sentence: string) => void;
}
export interface SaveBuildCacheOptions {
    /**
     * The Python that will read the file (`3.14`): Bengal refuses a file that another minor version wrote. Without it, the
     * one that wrote the file, or else its neighbours in `.bengal`.
     */
    readonly python?: PythonMinor;
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
/** Reads the main file as it is under a shared lock. Stores are only looked at, not read. */
export declare function openCache(folder: string, options: BuildCacheOptions): Promise<OpenOutcome>;
/** A cache of nothing, to be saved in the folder. */
export declare function openFresh(folder: string, options: BuildCacheOptions): OpenedCache;
/** Writes what changed under an exclusive lock: first the stores, then the main file, each in one step. */
export declare function saveCache(opened: OpenedCache, python: PythonMinor | undefined): Promise<void>;
