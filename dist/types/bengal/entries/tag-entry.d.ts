import { type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
/** An entry of `taxonomy_index.json.zst`: a tag and the pages that have it. */
export interface TagEntry extends CacheEntry {
    /** See `tagSlug`; also the key under which the entry is stored. */
    readonly slug: string;
    /** As an author wrote it; where authors differ, the spelling that Bengal met first. */
    readonly name: string;
    /** Absolute paths of the pages' sources. */
    readonly pagePaths: readonly string[];
    /** ISO 8601 with microseconds and `+00:00`. */
    readonly updatedAt: string;
    /** An invalid entry is kept, but look-ups pass over it. */
    readonly isValid: boolean;
}
export declare const tagEntryCodec: Cacheable<TagEntry>;
/**
 * `taxonomy_index.json.zst`: slug -> tag. `TaxonomyIndex` answers from both sides; this is the file alone. Tags that no
 * page has any more stay in it.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/taxonomy_index.py
 */
export declare function openTagStore(folder: string, options?: OpenStoreOptions): Promise<CacheStore<TagEntry>>;
