import { INSPECT } from '../core/inspect-symbol.ts';
import { toPosix } from '../core/paths.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Storable } from '../core/json-copy.ts';
import type { Sha256 } from '../core/digest.ts';
import type { AutodocSource } from './build-cache/autodoc-table.ts';
import {
  openFresh,
  openOrFresh,
  saveCache,
  underLock,
  folderOf,
  type BuildCacheOptions,
  type LockingOptions,
  type OpenedCache,
  type SaveBuildCacheOptions,
} from './build-cache/disk.ts';
import { CURRENT_VERSION } from './build-cache/fields.ts';
import { mtimeSeconds } from './build-cache/file-table.ts';
import { CacheMaps } from './build-cache/maps.ts';
import type { Cached, ContentStats } from './build-cache/page-content.ts';
import {
  findParsedContent,
  parsedContentEntry,
  type ParsedContent,
  type ParsedContentTerms,
  type StoredContent,
} from './build-cache/parsed-content.ts';
import {
  findRenderedOutput,
  renderedOutputEntry,
  type RenderedOutput,
  type RenderedOutputTerms,
} from './build-cache/rendered-output.ts';
import { describeStats, statsOf, type BuildCacheStats } from './build-cache/stats.ts';
import { Tables } from './build-cache/tables.ts';
import { addValidationResults, findValidationResults, type ValidationKey } from './build-cache/validation-results.ts';
import { hashFileSync, type FileFingerprint } from './file-fingerprint.ts';
import { pythonTimestamp } from './python-time.ts';

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
export class BuildCache {
  /** The number of the schema that is written. */
  static readonly VERSION = CURRENT_VERSION;

  readonly #opened: OpenedCache;
  readonly #tables: Tables;

  /** For `BuildCache.load`, `BuildCache.fresh` and `readBuildCache`. */
  constructor(opened: OpenedCache) {
    this.#opened = opened;
    this.#tables = new Tables(opened);
  }

  /**
   * Reads the cache under a shared lock. An absent one gives a fresh cache; a malformed one gives a fresh cache and one
   * warning with the reason; of one of another version the fields that are known are loaded, with a warning. A store
   * (`stores/*.json`) that cannot be used is empty, with a warning when it is first asked for.
   *
   * @param path `.bengal`, or the `cache.json.zst` in it.
   * @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
   * @throws UserError when the path is another file.
   */
  static async load(path: string, options: BuildCacheOptions = {}): Promise<BuildCache> {
    return new BuildCache(await openOrFresh(path, options));
  }

  /** An empty cache; nothing is read. Its first save replaces everything that is there. */
  static fresh(path: string, options: BuildCacheOptions = {}): BuildCache {
    return new BuildCache(openFresh(path, options));
  }

  /**
   * Loads, changes and saves under one exclusive lock, so that of two programs that do so neither loses what the other
   * wrote. Answers what `change` answers. What it throws is passed on, and nothing is saved then.
   *
   * @throws what `load` and `save` throw.
   */
  static async update<T>(
    path: string,
    change: (cache: BuildCache) => T | Promise<T>,
    options: BuildCacheOptions & SaveBuildCacheOptions = {},
  ): Promise<T> {
    return await underLock({ folder: folderOf(path), kind: 'exclusive' }, options, async () => {
      const cache = await BuildCache.load(path, { ...options, useLock: false });
      const answer = await change(cache);
      await cache.save(options);
      return answer;
    });
  }

  /**
   * Writes what changed, under an exclusive lock: stores first, then `cache.json.zst`, each through a temporary file and a
   * rename, so that a crash leaves the old or the new one. A plain `cache.json` of old is removed. Fields that no Bengal
   * knows (`unknownFields`) are left out: its loader would discard everything for one of them.
   *
   * @throws CacheLockTimeout when others hold the lock for too long; CacheLockError when there can be no lock.
   * @throws what the file system reports; the old file is then untouched.
   */
  async save(options: SaveBuildCacheOptions & LockingOptions = {}): Promise<void> {
    if (options.builtAt !== undefined) this.#tables.lastBuild.edit().text = pythonTimestamp(options.builtAt);
    await saveCache(this.#opened, options);
  }

  /** Everything, stores included, as the JSON of Bengal's schema. Integers beyond 2^53: see `asInteger`. */
  toJSON(): JsonObject {
    return this.#opened.data.toJson();
  }

  /** The number of the schema in the file as it was read or last saved; 0 where it had none. */
  get version(): number {
    return this.#opened.data.version;
  }

  /** Every map, to be gone through. */
  get maps(): CacheMaps {
    return new CacheMaps(this.#tables);
  }

  /** Top-level fields of the file that no Bengal knows; `save` drops them. */
  get unknownFields(): readonly string[] {
    return this.#opened.data.unknownFields;
  }

  /** 16 hexadecimal digits; `undefined` until a configuration was adopted. */
  get configHash(): string | undefined {
    return this.#tables.configHash.value.text;
  }

  /** ISO 8601 as recorded: in UTC with offset, before 0.1.9 local time without. */
  get lastBuild(): string | undefined {
    return this.#tables.lastBuild.value.text;
  }

  /** The Python that wrote the file; `undefined` for a fresh cache and for files without header. */
  get python(): string | undefined {
    return this.#opened.python;
  }

  /** The key under which a file is kept. */
  keyOf(path: string): string {
    return this.#tables.keys.of(path);
  }

  // Files

  /**
   * SHA-256 of a file's bytes.
   *
   * @throws what the file system reports.
   */
  hashFile(path: string): Sha256 {
    return hashFileSync(this.#onDisk(path));
  }

  /** What was noted about a file, if anything was. */
  fingerprint(path: string): FileFingerprint | undefined {
    return this.#tables.files.get(this.keyOf(path));
  }

  /**
   * Whether a file is not as it was noted (`file_tracking.py`, `is_changed`): one that is gone, unreadable or unknown is
   * changed; one with the noted time and size is not; else the hash decides, and if only the time is another, it is noted.
   */
  isChanged(path: string): boolean {
    return this.#tables.files.isChanged(this.keyOf(path));
  }

  /** Whether nothing kept for the source may be used: it is among those that are known to have changed, or `isChanged`. */
  shouldBypass(path: string, changedSources: Iterable<string> = []): boolean {
    const key = this.keyOf(path);
    for (const changed of changedSources) if (this.keyOf(changed) === key) return true;
    return this.#tables.files.isChanged(key);
  }

  /**
   * Notes a file as it is now; one that is gone is forgotten.
   *
   * @throws what else the file system reports.
   */
  updateFile(path: string): void {
    this.#tables.files.update(this.keyOf(path));
  }

  /** Notes which source an output was made of. Answers `false`, and notes nothing, for an output outside the directory. */
  trackOutput(source: string, output: string, outputDir: string): boolean {
    const [absolute, directory] = [this.#onDisk(output), this.#onDisk(outputDir)];
    return this.#tables.outputs.track(this.keyOf(source), absolute, directory);
  }

  // Dependencies

  /** Notes that a page was made with a file. */
  addDependency(page: string, file: string): void {
    this.#tables.dependencies.add(this.keyOf(page), this.keyOf(file));
  }

  /** Keys of the files that a page was made with. */
  dependenciesOf(page: string): ReadonlySet<string> {
    return new Set(this.#tables.dependencies.of(this.keyOf(page)));
  }

  /**
   * Keys of the pages that were made with a file, and of the file itself if it is such a page. Costs as much as the answer
   * is long. No Bengal since 0.1.9 fills these maps; there, ask the graph of `readState`.
   */
  affectedPages(changedFile: string): Set<string> {
    return this.#tables.dependencies.affectedBy(this.keyOf(changedFile));
  }

  // Taxonomy

  /** Notes that a term such as `tag:python` affects a page. */
  addTaxonomyDependency(term: string, page: string): void {
    this.#tables.terms.add(term, this.keyOf(page));
  }

  pagesForTerm(term: string): ReadonlySet<string> {
    return new Set(this.#tables.terms.pagesOf(term));
  }

  /** A page's tags as they were written, not slugs; none for an unknown page. */
  previousTags(page: string): ReadonlySet<string> {
    return new Set(this.#tables.tags.tagsOf(this.keyOf(page)));
  }

  /** Sets a page's tags, as written. (Bengal's `update_tags` leaves the other direction behind; this keeps both equal.) */
  updateTags(page: string, tags: Iterable<string>): void {
    this.#tables.tags.update(this.keyOf(page), tags);
  }

  /**
   * Sets a page's tags, as written, and answers the slugs of all tags whose pages are to be built again: those added, those
   * removed, and those kept, since their lists show the page.
   */
  updatePageTags(page: string, tags: Iterable<string>): Set<string> {
    return this.#tables.tags.update(this.keyOf(page), tags);
  }

  /** Keys of the pages with a tag, by slug. Costs as much as the answer is long. */
  pagesForTag(slug: string): Set<string> {
    return new Set(this.#tables.tags.pagesOf(slug));
  }

  /** Slugs. */
  allTags(): Set<string> {
    return this.#tables.tags.slugs();
  }

  // Templates

  /**
   * Notes the names (`page.html`) of the templates that a page was rendered with. Bengal takes these pages for paths: give
   * an absolute one for a page that is a file.
   */
  recordPageTemplates(page: string, templates: Iterable<string>): void {
    this.#tables.templates.record({ key: this.keyOf(page), spelled: toPosix(page) }, templates);
  }

  /** Keys of the pages that were rendered with the template, by name. */
  pagesForTemplate(name: string): Set<string> {
    return new Set(this.#tables.templates.pagesOf(name));
  }

  // Validation

  /** What a validator said about a file, if the file is unchanged; what is kept of a changed one is forgotten. */
  cachedValidationResults(path: string, which: ValidationKey): Cached<readonly JsonValue[]> {
    const key = this.keyOf(path);
    if (!this.#tables.files.isChanged(key)) return findValidationResults(this.#tables.validation, key, which);
    this.#tables.validation.delete(key);
    return { kind: 'miss', why: 'source-changed' };
  }

  /** Keeps what a validator said. */
  cacheValidationResults(path: string, results: ValidationKey & { readonly results: readonly Storable[] }): void {
    addValidationResults(this.#tables.validation, this.keyOf(path), results);
  }

  /** Forgets what validators said about one file, or about all. */
  invalidateValidationResults(path?: string): void {
    if (path === undefined) this.#tables.validation.clear();
    else this.#tables.validation.delete(this.keyOf(path));
  }

  // Content

  storeParsedContent(page: string, content: ParsedContent, terms: ParsedContentTerms): void {
    this.#tables.parsed.set(this.keyOf(page), parsedContentEntry(content, terms));
  }

  /**
   * The kept content of a page if its file, metadata, template name, parser and every file that it was made with are
   * unchanged; else why not.
   */
  parsedContent(page: string, terms: ParsedContentTerms): Cached<StoredContent> {
    return findParsedContent(this.#tables.parsed, this.keyOf(page), { terms, freshness: this.#tables });
  }

  /** Answers whether there was any. */
  invalidateParsedContent(page: string): boolean {
    return this.#tables.parsed.delete(this.keyOf(page));
  }

  parsedContentStats(): ContentStats {
    return this.#tables.parsed.stats();
  }

  /** Keeps a rendered page. `outputDir` holds the `asset-manifest.json` whose time the page is bound to. */
  storeRenderedOutput(page: string, output: RenderedOutput, terms: RenderedOutputTerms & { outputDir: string }): void {
    const dependencies = (output.dependencies ?? []).map((path) => this.keyOf(path));
    const manifest = this.#assetManifestMtime(terms.outputDir);
    const entry = renderedOutputEntry({ html: output.html, dependencies }, terms, manifest);
    this.#tables.rendered.set(this.keyOf(page), entry);
  }

  /**
   * The kept HTML of a page if its file, metadata, template name, every file it was made with and the asset manifest are
   * unchanged; else why not. Whether the configuration is the same (`validateConfig`) is the caller's to ask.
   */
  renderedOutput(page: string, terms: RenderedOutputTerms & { readonly outputDir: string }): Cached<string> {
    return findRenderedOutput(this.#tables.rendered, this.keyOf(page), {
      terms,
      freshness: this.#tables,
      assetManifestMtime: this.#assetManifestMtime(terms.outputDir),
      keyOfRecorded: (path) => this.#tables.keys.ofRecorded(path),
    });
  }

  /** Answers whether there was any. */
  invalidateRenderedOutput(page: string): boolean {
    return this.#tables.rendered.delete(this.keyOf(page));
  }

  renderedOutputStats(): ContentStats {
    return this.#tables.rendered.stats();
  }

  /** Data of a page that is no file, by any name (`__autodoc_elements_v1`); `undefined` when there is none. */
  pageCache(name: string): JsonObject | undefined {
    return this.#tables.synthetic.get(name);
  }

  /** @throws TypeError that names the place of what is no JSON. */
  setPageCache(name: string, data: Readonly<Record<string, Storable>>): void {
    this.#tables.synthetic.set(name, data);
  }

  /** Answers whether there was any. */
  invalidatePageCache(name: string): boolean {
    return this.#tables.synthetic.delete(name);
  }

  // Generated documentation

  /**
   * Notes that a page (pseudo path such as `api/x/y.md`) documents a source. Sources are absolute, or relative to the
   * *parent* of the site root, as Bengal keeps them.
   */
  addAutodocDependency(source: string, page: string, about: AutodocSource): void {
    this.#tables.autodoc.add(this.#tables.keys.ofAutodocSource(source), toPosix(page), about);
  }

  /** Pages that document a source. */
  autodocPagesFor(source: string): Set<string> {
    return new Set(this.#tables.autodoc.pagesOf(this.#tables.keys.ofAutodocSource(source)));
  }

  /** Forgets a source and what was noted of it; answers the pages that documented it. */
  invalidateAutodocSource(source: string): Set<string> {
    const pages = this.autodocPagesFor(source);
    this.#tables.autodoc.deleteSource(this.#tables.keys.ofAutodocSource(source));
    return pages;
  }

  /** Hash of the documentation on one page, when it was noted. */
  autodocContentHash(source: string, page: string): string | undefined {
    return this.#tables.autodoc.docHash(this.#tables.keys.ofAutodocSource(source), toPosix(page));
  }

  /** Keys of sources that changed or are gone, or of which too little was noted to tell; sorted. A mere touch is noted. */
  staleAutodocSources(): string[] {
    return this.#tables.autodoc.stale();
  }

  // Whole

  /** Whether the cache is for this configuration. The first one is adopted; for another one everything is cleared. */
  validateConfig(hash: string): boolean {
    return this.#tables.adoptConfig(hash);
  }

  /**
   * Forgets a file in every map, as page and as what other pages were made with; what is kept of those pages goes too. A
   * tag without pages vanishes.
   */
  invalidateFile(path: string): void {
    this.#tables.forget(this.keyOf(path));
  }

  /** Forgets everything, configuration and time of the last build included. */
  clear(): void {
    this.#tables.clear();
  }

  stats(): BuildCacheStats {
    return statsOf(this.#tables);
  }

  /** One line for people: `BuildCache: 481 files, 0 dependencies, 14 tags, 0 parsed and 0 rendered pages`. */
  toString(): string {
    return describeStats(this.stats());
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    return this.toString();
  }

  #onDisk(path: string): string {
    return this.#tables.keys.toAbsolute(this.keyOf(path));
  }

  #assetManifestMtime(outputDir: string): number | null {
    return mtimeSeconds(`${this.#onDisk(outputDir)}/asset-manifest.json`);
  }
}
