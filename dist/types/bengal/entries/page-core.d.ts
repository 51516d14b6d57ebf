import type { JsonObject, JsonValue } from '../../core/json.ts';
import { type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
/**
 * What Bengal keeps of a page's front matter. Fields that authors write freely are plain JSON values, since YAML decides
 * their type: `title: 404` is a number. They are strings or `null` on nearly all pages.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/core/page/page_core.py
 */
export interface PageCore extends CacheEntry {
    /** Path of the source relative to the site, POSIX; a virtual one for pages from autodoc. */
    readonly sourcePath: string;
    readonly title: JsonValue;
    /**
     * ISO 8601, usually without time zone: `2025-12-12T00:00:00`. A text and no `Date`, since without a zone it is no point in
     * time, and as a `Date` it would not be written back as it was.
     */
    readonly date: string | null;
    /** Tags as the author wrote them, trimmed; not slugs. */
    readonly tags: readonly string[];
    readonly slug: JsonValue;
    /** Position within its section. */
    readonly weight: JsonValue;
    readonly lang: JsonValue;
    readonly navTitle: JsonValue;
    /** Decides the template, with `variant`; may come from the section. */
    readonly type: JsonValue;
    readonly variant: JsonValue;
    readonly description: JsonValue;
    /** Front matter that Bengal has no field for. */
    readonly props: JsonObject;
    /** Path of the section below `content`, `null` for pages outside of sections. */
    readonly section: string | null;
    /** SHA-256 of the source file, 64 hexadecimal digits. */
    readonly fileHash: string | null;
    /** Further URLs that redirect to the page. */
    readonly aliases: readonly string[];
    readonly version: JsonValue;
    /** What an `_index.md` hands down to the pages below it; `{}` on all others. */
    readonly cascade: JsonValue;
}
export declare const pageCoreCodec: Cacheable<PageCore>;
/** The core of a page with all that is not given as Bengal has it for a page whose front matter says nothing of it. */
export declare function pageCore(given: Pick<PageCore, 'sourcePath' | 'title'> & Partial<PageCore>): PageCore;
/** An entry of `page_metadata.json.zst`. */
export interface PageMetadataEntry extends CacheEntry {
    readonly core: PageCore;
    /** ISO 8601 with microseconds and `+00:00`. */
    readonly cachedAt: string;
    /** An invalid entry is kept, but Bengal does not answer with it. */
    readonly isValid: boolean;
}
export declare const pageMetadataCodec: Cacheable<PageMetadataEntry>;
/**
 * `page_metadata.json.zst`: the source's path relative to the site -> its front matter. Bengal writes it in every run,
 * even one that builds nothing, so it may be newer than the output. Tag pages are not in it; deleted pages stay in it.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/page_discovery_cache.py
 */
export declare function openPageMetadataStore(folder: string, options?: OpenStoreOptions): Promise<CacheStore<PageMetadataEntry>>;
