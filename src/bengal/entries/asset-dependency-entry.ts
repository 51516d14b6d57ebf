import { defineCodec, type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
import { flag, text, textSet, withDefault } from '../codec-fields.ts';

/** An entry of `asset_deps.json.zst`. */
export interface AssetDependencyEntry extends CacheEntry {
  /** Logical names, without fingerprint: `css/style.css`. */
  readonly assets: ReadonlySet<string>;
  /** ISO 8601 with microseconds and `+00:00`. */
  readonly trackedAt: string;
  readonly isValid: boolean;
}

export const assetDependencyCodec: Cacheable<AssetDependencyEntry> = defineCodec<AssetDependencyEntry>({
  assets: textSet('assets'),
  trackedAt: text('tracked_at'),
  isValid: withDefault(flag('is_valid'), true),
});

/**
 * `asset_deps.json.zst`: absolute path of a page's source -> the assets that the page names. Bengal writes it and never
 * reads it.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/asset_dependency_map.py
 */
export function openAssetDependencyStore(
  folder: string,
  options?: OpenStoreOptions,
): Promise<CacheStore<AssetDependencyEntry>> {
  const format = {
    name: 'asset_deps',
    form: 'zstd',
    entriesField: 'pages',
    version: 1,
    codec: assetDependencyCodec,
  } as const;
  return CacheStore.open(folder, format, options);
}
