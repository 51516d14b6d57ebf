import type { Cacheable } from './cache-codec.ts';
import type { SizeLimits } from './size-limits.ts';
export interface EntryListOptions {
    /** A file of another version is not read; 1 when absent. */
    readonly version?: number;
    /** `false` writes plain JSON, to be looked at. */
    readonly compress?: boolean;
    /** See `SaveStoreOptions`. */
    readonly python?: string;
    /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
    readonly limits?: SizeLimits;
    /** Told one sentence when something that is on disk is not used; warnings of the process when absent. */
    readonly warn?: (sentence: string) => void;
}
/**
 * Typed entries without keys in a file of any name: `{"version": 1, "entries": [...]}`, the form of Bengal's own
 * `CacheStore` (`bengal/cache/cache_store.py`). Takes no lock.
 */
export declare class EntryList<Value> {
    #private;
    /** @param path With or without `.json` or `.json.zst`: both forms are read, the compressed one first. */
    constructor(path: string, codec: Cacheable<Value>, options?: EntryListOptions);
    /** The entries in stored order. None, with a warning, where the file is corrupt or of another version. */
    load(): Promise<Value[]>;
    /**
     * Writes the file in one step; makes missing folders; removes the file of the other form.
     *
     * @throws TypeError that names the field, for what is no such entry.
     * @throws what the file system reports; the old file is then untouched.
     */
    save(entries: Iterable<Value>): Promise<void>;
}
