import { INSPECT } from '../core/inspect-symbol.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Storable } from '../core/json-copy.ts';
import type { Sha256 } from '../core/digest.ts';
import type { AutodocSource } from './build-cache/autodoc-table.ts';
import { type BuildCacheOptions, type LockingOptions, type OpenedCache, type SaveBuildCacheOptions } from './build-cache/disk.ts';
import { CacheMaps } from './build-cache/maps.ts';
import type { Cached, ContentStats } from './build-cache/page-content.ts';
import { type ParsedContent, type ParsedContentTerms, type StoredContent } from './build-cache/parsed-content.ts';
import { type RenderedOutput, type RenderedOutputTerms } from './build-cache/rendered-output.ts';
import { type BuildCacheStats } from './build-cache/stats.ts';
import { type ValidationKey } from './build-cache/validation-results.ts';
import { type FileFingerprint } from './file-fingerprint.ts';
/**
 * Bengal's build cache: `.bengal/cache.json.zst` and `.bengal/stores/`, with the operations of Bengal's own class
 * (`bengal/cache/build_cache/`, schema 8 of Bengal 0.2.4 to 0.5.1, and the older ones). All but `load`, `save` and
 * `update` are synchronous.
 *
 * Files are named by their path, absolute or relative to the site root, in answers always by their *key*: relative POSIX
 * below the site root, absolute elsewhere, symbolic links resolved. A state that was written in another checkout is
 * understood. Only JSON is kept, never an object of the program: whatever is set is checked (a `TypeError` names the place
 * of what is no JSON) and copied, sets as sorted lists, and whatever is got is a copy.
 *
 * What nobody changes is written as it was read; what is changed is written in canonical form.
 */
export declare class BuildCache {
    #private;
    /** The number of the schema that is written. */
    static readonly VERSION = 8;
    /** For `BuildCache.load`, `BuildCache.fresh` and `readBuildCache`. */
    constructor(opened: OpenedCache);
    /**
     * Reads the cache under a shared lock. An absent one gives a fresh cache; a malformed one gives a fresh cache and one
     * warning with the reason; of one of another version the fields that are known are loaded, with a warning. A store
     * (`stores/*.json`) that cannot be used is empty, with a warning when it is first asked for.
     *
     * @param path `.bengal`, or the `cache.json.zst` in it.
     * @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
     * @throws UserError when the path is another file.
     */
    static load(path: string, options?: BuildCacheOptions): Promise<BuildCache>;
    /** An empty cache; nothing is read. Its first save replaces everything that is there. */
    static fresh(path: string, options?: BuildCacheOptions): BuildCache;
    /**
     * Loads, changes and saves under one exclusive lock, so that of two programs that do so neither loses what the other
     * wrote. Answers what `change` answers. What it throws is passed on, and nothing is saved then.
     *
     * @throws what `load` and `save` throw.
     */
    static update<T>(path: string, change: (cache: BuildCache) => T | Promise<T>, options?: BuildCacheOptions & SaveBuildCacheOptions): Promise<T>;
    /**
     * Writes what changed, under an exclusive lock: stores first, then `cache.json.zst`, each through a temporary file and a
     * rename, so that a crash leaves the old or the new one. A plain `cache.json` of old is removed. Fields that no Bengal
     * knows (`unknownFields`) are left out: its loader would discard everything for one of them.
     *
     * @throws CacheLockTimeout when others hold the lock for too long; CacheLockError when there can be no lock.
     * @throws what the file system reports; the old file is then untouched.
     */
    save(options?: SaveBuildCacheOptions & LockingOptions): Promise<void>;
    /** Everything, stores included, as the JSON of Bengal's schema. Integers beyond 2^53: see `asInteger`. */
    toJSON(): JsonObject;
    /** The number of the schema in the file as it was read or last saved; 0 where it had none. */
    get version(): number;
    /** Every map, to be gone through. */
    get maps(): CacheMaps;
    /** Top-level fields of the file that no Bengal knows; `save` drops them. */
    get unknownFields(): readonly string[];
    /** 16 hexadecimal digits; `undefined` until a configuration was adopted. */
    get configHash(): string | undefined;
    /** ISO 8601 as recorded: in UTC with offset, before 0.1.9 local time without. */
    get lastBuild(): string | undefined;
    /** The Python that wrote the file; `undefined` for a fresh cache and for files without header. */
    get python(): string | undefined;
    /** The key under which a file is kept. */
    keyOf(path: string): string;
    /**
     * SHA-256 of a file's bytes.
     *
     * @throws what the file system reports.
     */
    hashFile(path: string): Sha256;
    /** What was noted about a file, if anything was. */
    fingerprint(path: string): FileFingerprint | undefined;
    /**
     * Whether a file is not as it was noted (`file_tracking.py`, `is_changed`): one that is gone, unreadable or unknown is
     * changed; one with the noted time and size is not; else the hash decides, and if only the time is another, it is noted.
     */
    isChanged(path: string): boolean;
    /** Whether nothing kept for the source may be used: it is among those that are known to have changed, or `isChanged`. */
    shouldBypass(path: string, changedSources?: Iterable<string>): boolean;
    /**
     * Notes a file as it is now; one that is gone is forgotten.
     *
     * @throws what else the file system reports.
     */
    updateFile(path: string): void;
    /** Notes which source an output was made of. Answers `false`, and notes nothing, for an output outside the directory. */
    trackOutput(source: string, output: string, outputDir: string): boolean;
    /** Notes that a page was made with a file. */
    addDependency(page: string, file: string): void;
    /** Keys of the files that a page was made with. */
    dependenciesOf(page: string): ReadonlySet<string>;
    /**
     * Keys of the pages that were made with a file, and of the file itself if it is such a page. Costs as much as the answer
     * is long. No Bengal since 0.1.9 fills these maps; there, ask the graph of `readState`.
     */
    affectedPages(changedFile: string): Set<string>;
    /** Notes that a term such as `tag:python` affects a page. */
    addTaxonomyDependency(term: string, page: string): void;
    pagesForTerm(term: string): ReadonlySet<string>;
    /** A page's tags as they were written, not slugs; none for an unknown page. */
    previousTags(page: string): ReadonlySet<string>;
    /** Sets a page's tags, as written. (Bengal's `update_tags` leaves the other direction behind; this keeps both equal.) */
    updateTags(page: string, tags: Iterable<string>): void;
    /**
     * Sets a page's tags, as written, and answers the slugs of all tags whose pages are to be built again: those added, those
     * removed, and those kept, since their lists show the page.
     */
    updatePageTags(page: string, tags: Iterable<string>): Set<string>;
    /** Keys of the pages with a tag, by slug. Costs as much as the answer is long. */
    pagesForTag(slug: string): Set<string>;
    /** Slugs. */
    allTags(): Set<string>;
    /**
     * Notes the names (`page.html`) of the templates that a page was rendered with. Bengal takes these pages for paths: give
     * an absolute one for a page that is a file.
     */
    recordPageTemplates(page: string, templates: Iterable<string>): void;
    /** Keys of the pages that were rendered with the template, by name. */
    pagesForTemplate(name: string): Set<string>;
    /** What a validator said about a file, if the file is unchanged; what is kept of a changed one is forgotten. */
    cachedValidationResults(path: string, which: ValidationKey): Cached<readonly JsonValue[]>;
    /** Keeps what a validator said. */
    cacheValidationResults(path: string, results: ValidationKey & {
        readonly results: readonly Storable[];
    }): void;
    /** Forgets what validators said about one file, or about all. */
    invalidateValidationResults(path?: string): void;
    storeParsedContent(page: string, content: ParsedContent, terms: ParsedContentTerms): void;
    /**
     * The kept content of a page if its file, metadata, template name, parser and every file that it was made with are
     * unchanged; else why not.
     */
    parsedContent(page: string, terms: ParsedContentTerms): Cached<StoredContent>;
    /** Answers whether there was any. */
    invalidateParsedContent(page: string): boolean;
    parsedContentStats(): ContentStats;
    /** Keeps a rendered page. `outputDir` holds the `asset-manifest.json` whose time the page is bound to. */
    storeRenderedOutput(page: string, output: RenderedOutput, terms: RenderedOutputTerms & {
        outputDir: string;
    }): void;
    /**
     * The kept HTML of a page if its file, metadata, template name, every file it was made with and the asset manifest are
     * unchanged; else why not. Whether the configuration is the same (`validateConfig`) is the caller's to ask.
     */
    renderedOutput(page: string, terms: RenderedOutputTerms & {
        readonly outputDir: string;
    }): Cached<string>;
    /** Answers whether there was any. */
    invalidateRenderedOutput(page: string): boolean;
    renderedOutputStats(): ContentStats;
    /** Data of a page that is no file, by any name (`__autodoc_elements_v1`); `undefined` when there is none. */
    pageCache(name: string): JsonObject | undefined;
    /** @throws TypeError that names the place of what is no JSON. */
    setPageCache(name: string, data: Readonly<Record<string, Storable>>): void;
    /** Answers whether there was any. */
    invalidatePageCache(name: string): boolean;
    /**
     * Notes that a page (pseudo path such as `api/x/y.md`) documents a source. Sources are absolute, or relative to the
     * *parent* of the site root, as Bengal keeps them.
     */
    addAutodocDependency(source: string, page: string, about: AutodocSource): void;
    /** Pages that document a source. */
    autodocPagesFor(source: string): Set<string>;
    /** Forgets a source and what was noted of it; answers the pages that documented it. */
    invalidateAutodocSource(source: string): Set<string>;
    /** Hash of the documentation on one page, when it was noted. */
    autodocContentHash(source: string, page: string): string | undefined;
    /** Keys of sources that changed or are gone, or of which too little was noted to tell; sorted. A mere touch is noted. */
    staleAutodocSources(): string[];
    /** Whether the cache is for this configuration. The first one is adopted; for another one everything is cleared. */
    validateConfig(hash: string): boolean;
    /**
     * Forgets a file in every map, as page and as what other pages were made with; what is kept of those pages goes too. A
     * tag without pages vanishes.
     */
    invalidateFile(path: string): void;
    /** Forgets everything, configuration and time of the last build included. */
    clear(): void;
    stats(): BuildCacheStats;
    /** One line for people: `BuildCache: 481 files, 0 dependencies, 14 tags, 0 parsed and 0 rendered pages`. */
    toString(): string;
    /** What `console.log` shows. */
    [INSPECT](): string;
}
