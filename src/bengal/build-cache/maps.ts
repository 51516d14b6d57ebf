import { asString, field, type JsonObject } from '../../core/json.ts';
import type { FileFingerprint } from '../file-fingerprint.ts';
import type { ContentTable } from './content-table.ts';
import { parsedContentOf, type StoredContent } from './parsed-content.ts';
import { claimsOf, textsOf, type UrlClaim } from './plain-tables.ts';
import type { SetMap } from './set-map.ts';
import type { Tables } from './tables.ts';

export type SetsByName = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Every map of a cache, under the name that Bengal has for it, to be gone through. Each is made when it is asked for, and
 * is the caller's own: nothing that happens to it changes the cache. Keys are those of files unless something else is said.
 */
export class CacheMaps {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** What was noted of each file; its `hash` is what Bengal once kept as `file_hashes`. */
  get fileFingerprints(): ReadonlyMap<string, FileFingerprint> {
    const { files } = this.#tables;
    return new Map([...files.keys()].flatMap((key) => pairOf(key, files.get(key))));
  }

  /** Page -> the files that it was made with. Empty in what Bengal since 0.1.9 wrote. */
  get dependencies(): SetsByName {
    return copyOf(this.#tables.dependencies.relation.forward);
  }

  /** File -> the pages that were made with it. */
  get reverseDependencies(): SetsByName {
    return copyOf(this.#tables.dependencies.relation.reverse);
  }

  /** Output, relative to the output directory -> its source. Empty in what Bengal 0.3.3 to 0.5.1 wrote. */
  get outputSources(): ReadonlyMap<string, string> {
    return this.#tables.outputs.sources();
  }

  /** Term such as `tag:python` -> pages. */
  get taxonomyDependencies(): SetsByName {
    return copyOf(this.#tables.terms.pages);
  }

  /** Page -> tags as their authors wrote them. */
  get pageTags(): SetsByName {
    return copyOf(this.#tables.tags.written);
  }

  /** Slug -> pages. */
  get tagToPages(): SetsByName {
    return copyOf(this.#tables.tags.pages);
  }

  /** Page -> names of the templates that it was rendered with. */
  get templateDependencies(): SetsByName {
    return copyOf(this.#tables.templates.names);
  }

  /** Page -> its content, whether it still holds or not: `parsedContent` of the cache asks that too. */
  get parsedContent(): ReadonlyMap<string, StoredContent> {
    return contentOf(this.#tables.parsed, parsedContentOf);
  }

  /** Page -> its HTML, whether it still holds or not. */
  get renderedOutput(): ReadonlyMap<string, string> {
    return contentOf(this.#tables.rendered, (entry) => asString(field(entry, 'html')));
  }

  /** File -> name of a validator -> what it said, in either form that Bengal writes. */
  get validationResults(): ReadonlyMap<string, JsonObject> {
    return contentOf(this.#tables.validation, (entry) => structuredClone(entry));
  }

  /** Any name -> data of a page that is no file. */
  get syntheticPages(): ReadonlyMap<string, JsonObject> {
    return contentOf(this.#tables.synthetic, (entry) => structuredClone(entry));
  }

  /** Source, as `addAutodocDependency` takes it -> pages that document it. */
  get autodocDependencies(): SetsByName {
    return copyOf(this.#tables.autodoc.pages);
  }

  /** URL -> who owns it. Bengal never removes a claim: sources may be gone. */
  get urlClaims(): ReadonlyMap<string, UrlClaim> {
    return claimsOf(this.#tables.claims.value.entries(), this.#tables.keys);
  }

  /** Asset of the site -> output, relative to the assets folder or absolute, as Bengal left it. */
  get discoveredAssets(): ReadonlyMap<string, string> {
    return textsOf(this.#tables.assets.value.entries());
  }

  /** Format, or `<format>:page_hashes` -> SHA-256, or JSON text. */
  get outputFormatFingerprints(): ReadonlyMap<string, string> {
    return textsOf(this.#tables.formats.value.entries());
  }
}

function copyOf(sets: SetMap): SetsByName {
  return new Map([...sets.entries()].map(([key, items]) => [key, new Set(items)]));
}

function contentOf<Content>(
  table: ContentTable,
  read: (entry: JsonObject) => Content | undefined,
): ReadonlyMap<string, Content> {
  return new Map(
    [...table.keys()].flatMap((key) => {
      const entry = table.peek(key);
      return entry === undefined ? [] : pairOf(key, read(entry));
    }),
  );
}

function pairOf<Value>(key: string, value: Value | undefined): (readonly [string, Value])[] {
  return value === undefined ? [] : [[key, value]];
}
