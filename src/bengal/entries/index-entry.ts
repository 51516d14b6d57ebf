import { sha256 } from '../../core/digest.ts';
import type { JsonObject } from '../../core/json.ts';
import { byCodePoint, PYTHON_DEFAULT_SORTED, pythonJson } from '../../core/python-json.ts';
import { defineCodec, type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
import { object, text, textSet, withDefault } from '../codec-fields.ts';
import { pythonTimestamp } from '../python-time.ts';

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

export const indexEntryCodec: Cacheable<IndexEntry> = defineCodec<IndexEntry>({
  key: text('key'),
  pagePaths: withDefault(textSet('page_paths'), new Set<string>()),
  metadata: withDefault(object('metadata'), {}),
  updatedAt: withDefault(text('updated_at'), ''),
  contentHash: withDefault(text('content_hash'), ''),
});

/** The first 16 hexadecimal digits of the SHA-256 of the sorted paths, written as Python writes a JSON list. */
export function indexContentHash(pagePaths: Iterable<string>): string {
  return sha256(pythonJson([...pagePaths].sort(byCodePoint), PYTHON_DEFAULT_SORTED)).slice(0, 16);
}

/** An entry whose hash and time fit its pages. */
export function indexEntry(key: string, pagePaths: Iterable<string>, metadata: JsonObject = {}): IndexEntry {
  const pages = new Set(pagePaths);
  return {
    key,
    pagePaths: pages,
    metadata,
    updatedAt: pythonTimestamp(new Date()),
    contentHash: indexContentHash(pages),
  };
}

/**
 * `indexes/<name>_index.json`. Bengal has `section`, `author`, `category` and `date_range`; a site may add its own.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py
 *
 * @throws RangeError for a name that is no plain file name.
 */
export async function openIndexStore(
  folder: string,
  name: string,
  options?: OpenStoreOptions,
): Promise<CacheStore<IndexEntry>> {
  if (!/^[^/\\\0]+$/.test(name))
    throw new RangeError(`Expected the plain name of an index, got ${JSON.stringify(name)}`);
  const format = {
    name: `indexes/${name}_index`,
    form: 'plain',
    entriesField: 'entries',
    version: 1,
    codec: indexEntryCodec,
    complete: (): JsonObject => ({ name, updated_at: pythonTimestamp(new Date()) }),
  } as const;
  return CacheStore.open(folder, format, options);
}
