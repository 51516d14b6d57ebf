import { INSPECT } from '../core/inspect-symbol.ts';
import type { StoreOutcome } from './cache-store-file.ts';
import type { OpenStoreOptions, SaveStoreOptions } from './cache-store.ts';
import { type TagEntry } from './entries/tag-entry.ts';
/** Counts over an index; pages and pairs are those of valid tags. */
export interface TaxonomyStats {
    readonly tags: number;
    readonly validTags: number;
    readonly invalidTags: number;
    /** Pages with at least one tag. */
    readonly pages: number;
    /** Pairs of a tag and a page. */
    readonly pairs: number;
    /** `pairs / pages`; 0 without pages. */
    readonly tagsPerPage: number;
}
/**
 * Bengal's `taxonomy_index.json.zst`, from both sides: tag -> pages and page -> tags, each in one look-up. Tags go by
 * their slug (`tagSlug`), pages by the path that Bengal stores: that of the source, absolute on the machine of the build.
 *
 * A tag that is invalidated stays in the file, for Bengal to make valid again; look-ups pass over it.
 */
export declare class TaxonomyIndex {
    #private;
    private constructor();
    /**
     * Reads the index of a state (`folder` is its `.bengal`). Always succeeds: an absent or unusable file gives an empty
     * index, and `outcome` and `warning` say why. One whose two directions disagree is `inconsistent`: Bengal would drop it,
     * so it is empty here too, and `outcome.entries` shows the tags that it held.
     */
    static open(folder: string, options?: OpenStoreOptions): Promise<TaxonomyIndex>;
    get outcome(): StoreOutcome<TagEntry>;
    /** One sentence for a user, when something that was on disk is not in this index. */
    get warning(): string | undefined;
    /** Whether `save` would write. */
    get hasChanges(): boolean;
    /** Slug -> its tag, valid or not, to be gone through with `for`. */
    [Symbol.iterator](): Generator<[string, TagEntry]>;
    /** The tag with this slug, if it is valid. */
    tag(slug: string): TagEntry | undefined;
    has(slug: string): boolean;
    /** In stored order; `undefined` when there is no such valid tag. */
    pagesForTag(slug: string): readonly string[] | undefined;
    /** Slugs of the page's valid tags; none for an unknown page. */
    tagsForPage(page: string): ReadonlySet<string>;
    /** By slug, in stored order. */
    validTags(): ReadonlyMap<string, TagEntry>;
    /** By slug, in stored order. */
    invalidTags(): ReadonlyMap<string, TagEntry>;
    /**
     * Whether the pages of a tag differ from the recorded ones, regardless of order. True for a tag that is unknown or
     * invalid.
     */
    pagesChanged(slug: string, pages: Iterable<string>): boolean;
    /**
     * Adds a tag, or replaces its name and pages; it is valid then. Answers its slug, which is that of the name unless it is
     * given.
     *
     * @throws RangeError for a blank name without a slug: Bengal has no such tag.
     */
    update(name: string, pages: Iterable<string>, slug?: string | undefined): string;
    /** Takes a page out of all its tags, which stay, even without pages. Answers their slugs, those of invalid tags too. */
    removePage(page: string): ReadonlySet<string>;
    /** Whether there was such a valid tag. */
    invalidate(slug: string): boolean;
    invalidateAll(): void;
    clear(): void;
    stats(): TaxonomyStats;
    /** Writes both directions if anything changed; answers whether it did. See `CacheStore.save` for what is thrown. */
    save(options?: SaveStoreOptions): Promise<boolean>;
    /** What `console.log` shows. */
    [INSPECT](): string;
}
