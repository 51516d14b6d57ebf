import { defineCodec, type Cacheable, type CacheEntry } from '../cache-codec.ts';
import type { CacheStoreFormat } from '../cache-store-file.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
import { flag, text, texts, withDefault } from '../codec-fields.ts';
import { contradictionBetween, pageTagsField } from './page-tags.ts';

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

export const tagEntryCodec: Cacheable<TagEntry> = defineCodec<TagEntry>({
  slug: text('tag_slug'),
  name: text('tag_name'),
  pagePaths: texts('page_paths'),
  updatedAt: text('updated_at'),
  isValid: withDefault(flag('is_valid'), true),
});

/**
 * Version 2 has a second map, from pages to slugs, and Bengal drops a file in which the two disagree; so does this, and
 * it writes the second map anew. Version 1 (Bengal up to 0.1.6) had the tags alone; Bengal reads it no more, we do.
 */
const FORMAT: CacheStoreFormat<TagEntry> = {
  name: 'taxonomy_index',
  form: 'zstd',
  entriesField: 'tags',
  version: 2,
  readsAlso: [1],
  codec: tagEntryCodec,
  contradiction: contradictionBetween,
  complete: pageTagsField,
};

/**
 * `taxonomy_index.json.zst`: slug -> tag. `TaxonomyIndex` answers from both sides; this is the file alone. Tags that no
 * page has any more stay in it.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/taxonomy_index.py
 */
export function openTagStore(folder: string, options?: OpenStoreOptions): Promise<CacheStore<TagEntry>> {
  return CacheStore.open(folder, FORMAT, options);
}
