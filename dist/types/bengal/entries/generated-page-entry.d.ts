import { type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
/**
 * An entry of `generated_page_cache.json.zst`: a page that Bengal made from other pages. Releases up to 0.5.1 look the
 * members up under another form of path than they store, so `contentHash` is always the hash of nothing there
 * (`e3b0c44298fc1c14`), and the hashes of the members are empty.
 */
export interface GeneratedPageEntry extends CacheEntry {
    /** `tag` in all known states; `section-archive` and `api-doc` are meant as well. */
    readonly pageType: string;
    /** The slug of a tag page. */
    readonly pageId: string;
    /** First 16 hexadecimal digits of a SHA-256. */
    readonly contentHash: string;
    /** As `contentHash`, or empty. */
    readonly templateHash: string;
    /** Absolute path of a member's source -> hash of its content, or empty. */
    readonly memberHashes: ReadonlyMap<string, string>;
    readonly cachedHtml: string | null;
    /** ISO 8601 with microseconds and `+00:00`. */
    readonly lastGenerated: string;
    /** Milliseconds. */
    readonly generationTimeMs: number;
    readonly isCompressed: boolean;
}
export declare const generatedPageCodec: Cacheable<GeneratedPageEntry>;
/** The key of an entry: `tag:watch`. */
export declare function generatedPageKey(pageType: string, pageId: string): string;
/**
 * `generated_page_cache.json.zst`, by `generatedPageKey`.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/generated_page_cache.py
 */
export declare function openGeneratedPageStore(folder: string, options?: OpenStoreOptions): Promise<CacheStore<GeneratedPageEntry>>;
