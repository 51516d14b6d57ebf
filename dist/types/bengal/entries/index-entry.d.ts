import type { JsonObject } from '../../core/json.ts';
import { type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
/** An entry of `indexes/<name>_index.json`: the pages that share a section, an author, a category, a year or a month. */
export interface IndexEntry extends CacheEntry {
    /** As the key under which the entry is stored: `keepers`, `2025-12`. */
    readonly key: string;
    /** Absolute paths of the pages' sources. */
    readonly pagePaths: ReadonlySet<string>;
    /** For display, e.g. the section's title. */
    readonly metadata: JsonObject;
    /** ISO 8601 with microseconds and `+00:00`. */
    readonly updatedAt: string;
    /** `indexContentHash` of the pages. */
    readonly contentHash: string;
}
export declare const indexEntryCodec: Cacheable<IndexEntry>;
/** The first 16 hexadecimal digits of the SHA-256 of the sorted paths, written as Python writes a JSON list. */
export declare function indexContentHash(pagePaths: Iterable<string>): string;
/** An entry whose hash and time fit its pages. */
export declare function indexEntry(key: string, pagePaths: Iterable<string>, metadata?: JsonObject): IndexEntry;
/**
 * `indexes/<name>_index.json`. Bengal has `section`, `author`, `category` and `date_range`; a site may add its own.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py
 *
 * @throws RangeError for a name that is no plain file name.
 */
export declare function openIndexStore(folder: string, name: string, options?: OpenStoreOptions): Promise<CacheStore<IndexEntry>>;
