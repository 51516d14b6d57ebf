import { join } from 'node:path';
import { asString, field, isObject, type JsonObject } from '../core/json.ts';
import { fieldOf, stateReader } from './state-file.ts';

/** What Bengal kept of a rendered page (`page-artifacts/`, since 0.3.3). */
export interface PageArtifact {
  /** The whole front matter, with what cascaded down to the page. */
  readonly frontMatter: JsonObject | undefined;
  /** The page's text without markup. */
  readonly plainText: string;
}

/** Reads the artifacts of some pages; pages without one are left out. */
export function readPageArtifacts(site: string, keys: readonly string[]): Map<string, PageArtifact> {
  const reader = stateReader(join(site, '.bengal', 'page-artifacts'));
  const shards = fieldOf(reader.plain('manifest.json'), 'records');
  const found = new Map<string, PageArtifact>();
  for (const key of keys) {
    const shard = asString(field(shards, key));
    if (shard === undefined || !/^[0-9a-f]{2}$/.test(shard)) continue;
    const record = fieldOf(reader.plain(`${shard}.json`), key);
    const raw = field(record, 'raw_metadata');
    if (isObject(record))
      found.set(key, { frontMatter: isObject(raw) ? raw : undefined, plainText: asString(record['plain_text']) ?? '' });
  }
  return found;
}
