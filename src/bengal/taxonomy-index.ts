import { INSPECT } from '../core/inspect-symbol.ts';
import type { StoreOutcome } from './cache-store-file.ts';
import type { CacheStore, OpenStoreOptions, SaveStoreOptions } from './cache-store.ts';
import { tagsByPage } from './entries/page-tags.ts';
import { openTagStore, type TagEntry } from './entries/tag-entry.ts';
import { pythonTimestamp } from './python-time.ts';
import { tagSlug } from './slug.ts';

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
export class TaxonomyIndex {
  readonly #store: CacheStore<TagEntry>;
  readonly #slugs: Map<string, Set<string>>;

  private constructor(store: CacheStore<TagEntry>) {
    this.#store = store;
    this.#slugs = tagsByPage(new Map(store.entries()));
  }

  /**
   * Reads the index of a state (`folder` is its `.bengal`). Always succeeds: an absent or unusable file gives an empty
   * index, and `outcome` and `warning` say why. One whose two directions disagree is `inconsistent`: Bengal would drop it,
   * so it is empty here too, and `outcome.entries` shows the tags that it held.
   */
  static async open(folder: string, options?: OpenStoreOptions): Promise<TaxonomyIndex> {
    return new TaxonomyIndex(await openTagStore(folder, options));
  }

  get outcome(): StoreOutcome<TagEntry> {
    return this.#store.outcome;
  }

  /** One sentence for a user, when something that was on disk is not in this index. */
  get warning(): string | undefined {
    return this.#store.warning;
  }

  /** Whether `save` would write. */
  get hasChanges(): boolean {
    return this.#store.hasChanges;
  }

  /** Slug -> its tag, valid or not, to be gone through with `for`. */
  [Symbol.iterator](): Generator<[string, TagEntry]> {
    return this.#store.entries();
  }

  /** The tag with this slug, if it is valid. */
  tag(slug: string): TagEntry | undefined {
    return this.has(slug) ? this.#store.get(slug) : undefined;
  }

  has(slug: string): boolean {
    return this.#store.peek(slug)?.isValid === true;
  }

  /** In stored order; `undefined` when there is no such valid tag. */
  pagesForTag(slug: string): readonly string[] | undefined {
    return this.tag(slug)?.pagePaths;
  }

  /** Slugs of the page's valid tags; none for an unknown page. */
  tagsForPage(page: string): ReadonlySet<string> {
    return new Set([...(this.#slugs.get(page) ?? [])].filter((slug) => this.has(slug)));
  }

  /** By slug, in stored order. */
  validTags(): ReadonlyMap<string, TagEntry> {
    return new Map([...this.#store.entries()].filter(([, entry]) => entry.isValid));
  }

  /** By slug, in stored order. */
  invalidTags(): ReadonlyMap<string, TagEntry> {
    return new Map([...this.#store.entries()].filter(([, entry]) => !entry.isValid));
  }

  /**
   * Whether the pages of a tag differ from the recorded ones, regardless of order. True for a tag that is unknown or
   * invalid.
   */
  pagesChanged(slug: string, pages: Iterable<string>): boolean {
    const recorded = new Set(this.pagesForTag(slug));
    const present = new Set(pages);
    return !this.has(slug) || present.size !== recorded.size || [...present].some((page) => !recorded.has(page));
  }

  /**
   * Adds a tag, or replaces its name and pages; it is valid then. Answers its slug, which is that of the name unless it is
   * given.
   *
   * @throws RangeError for a blank name without a slug: Bengal has no such tag.
   */
  update(name: string, pages: Iterable<string>, slug: string | undefined = tagSlug(name)): string {
    if (slug === undefined) throw new RangeError(`Expected a tag with a letter in it, got ${JSON.stringify(name)}`);
    const previous = this.#store.peek(slug);
    const pagePaths = [...pages];
    for (const page of previous?.pagePaths ?? []) this.#forget(page, slug);
    for (const page of pagePaths) this.#slugs.set(page, (this.#slugs.get(page) ?? new Set()).add(slug));
    const updatedAt = pythonTimestamp(new Date());
    this.#store.set(slug, { ...previous, slug, name, pagePaths, updatedAt, isValid: true });
    return slug;
  }

  /** Takes a page out of all its tags, which stay, even without pages. Answers their slugs, those of invalid tags too. */
  removePage(page: string): ReadonlySet<string> {
    const slugs = this.#slugs.get(page) ?? new Set<string>();
    this.#slugs.delete(page);
    for (const slug of slugs) {
      const entry = this.#store.peek(slug);
      if (entry) this.#store.set(slug, { ...entry, pagePaths: entry.pagePaths.filter((path) => path !== page) });
    }
    return slugs;
  }

  /** Whether there was such a valid tag. */
  invalidate(slug: string): boolean {
    const entry = this.tag(slug);
    if (entry) this.#store.set(slug, { ...entry, isValid: false });
    return entry !== undefined;
  }

  invalidateAll(): void {
    for (const slug of this.validTags().keys()) this.invalidate(slug);
  }

  clear(): void {
    this.#store.clear();
    this.#slugs.clear();
  }

  stats(): TaxonomyStats {
    const valid = this.validTags();
    const pages = tagsByPage(valid).size;
    const pairs = [...valid.values()].reduce((sum, { pagePaths }) => sum + pagePaths.length, 0);
    return {
      tags: this.#store.size,
      validTags: valid.size,
      invalidTags: this.#store.size - valid.size,
      pages,
      pairs,
      tagsPerPage: pages === 0 ? 0 : pairs / pages,
    };
  }

  /** Writes both directions if anything changed; answers whether it did. See `CacheStore.save` for what is thrown. */
  save(options?: SaveStoreOptions): Promise<boolean> {
    return this.#store.save(options);
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    const { tags, pages } = this.stats();
    return `TaxonomyIndex: ${this.outcome.kind}, ${tags} tags, ${pages} pages`;
  }

  #forget(page: string, slug: string): void {
    const slugs = this.#slugs.get(page);
    slugs?.delete(slug);
    if (slugs?.size === 0) this.#slugs.delete(page);
  }
}
