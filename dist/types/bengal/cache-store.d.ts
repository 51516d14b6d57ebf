import { INSPECT } from '../core/inspect-symbol.ts';
import type { JsonObject } from '../core/json.ts';
import { type CacheStoreFormat, type StoreOutcome } from './cache-store-file.ts';
import type { SizeLimits } from './size-limits.ts';
export interface OpenStoreOptions {
    /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
    readonly limits?: SizeLimits;
}
export interface SaveStoreOptions {
    /**
     * The Python that will read the file (`3.14`): Bengal refuses a file that another minor version wrote. Without it, the
     * one that wrote the file, or its neighbours in `.bengal`, or else 3.14.
     */
    readonly python?: string;
}
/**
 * Typed entries under string keys in one file below `.bengal`: read as a whole, changed in memory, written as a whole.
 * Top-level fields besides the entries are kept as they are. Bengal locks none of these files; who reads, changes and
 * writes while others may do the same wraps all of it in `withCacheLock`.
 */
export declare class CacheStore<Value> {
    #private;
    /** What was found when the store was opened. */
    readonly outcome: StoreOutcome<Value>;
    private constructor();
    /**
     * Reads the file of a state (`folder` is its `.bengal`). Whatever is on disk, this succeeds: an absent, corrupt or
     * incompatible file gives an empty store, and `outcome` and `warning` say so.
     */
    static open<Value>(folder: string, format: CacheStoreFormat<Value>, options?: OpenStoreOptions): Promise<CacheStore<Value>>;
    /** The one sentence to show to a user, when something that was on disk is not in this store. */
    get warning(): string | undefined;
    get size(): number;
    /** Top-level fields of the file besides the entries, e.g. `version`. */
    get otherFields(): JsonObject;
    /** Whether `save` would write. */
    get hasChanges(): boolean;
    has(key: string): boolean;
    /** A copy of the entry. */
    get(key: string): Value | undefined;
    /** The entry itself, only to be looked at: costs nothing, however large it is. */
    peek(key: string): Value | undefined;
    /** In stored order; new keys last. */
    keys(): IterableIterator<string>;
    /** In stored order; new keys last. */
    entries(): Generator<[string, Value]>;
    /** So that `for (const [key, entry] of store)` goes through all of it. */
    [Symbol.iterator](): Generator<[string, Value]>;
    /**
     * Adds or replaces an entry by a copy of this one. One that would be stored as before changes nothing.
     *
     * @throws TypeError that names the field, for what is no such entry or holds what JSON lacks.
     */
    set(key: string, value: Value): void;
    /** Whether there was such an entry. */
    delete(key: string): boolean;
    clear(): void;
    /**
     * Writes the file, atomically, if anything changed since it was read or saved; creates missing folders; removes the
     * old `.json` of a compressed file. Answers whether it wrote.
     *
     * @throws UserError when `python` is no version.
     * @throws what the file system reports; the old file is then untouched.
     */
    save(options?: SaveStoreOptions): Promise<boolean>;
    /** What `console.log` shows. */
    [INSPECT](): string;
}
