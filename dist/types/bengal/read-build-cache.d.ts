import { BuildCache } from './build-cache.ts';
import { type BuildCacheOptions } from './build-cache/disk.ts';
export type BuildCacheOutcome = {
    readonly kind: 'read';
    readonly cache: BuildCache;
} | {
    readonly kind: 'absent';
}
/** Unreadable, no object, or without a number for its version. */
 | {
    readonly kind: 'corrupt';
    readonly why: string;
};
/**
 * Reads Bengal's build cache, and says so when there is none; `BuildCache.load` begins anew instead. `path` is `.bengal`, or
 * the `cache.json.zst` in it.
 *
 * @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
 */
export declare function readBuildCache(path: string, options?: BuildCacheOptions): Promise<BuildCacheOutcome>;
