import { type Cacheable, type CacheEntry } from '../cache-codec.ts';
import { CacheStore, type OpenStoreOptions } from '../cache-store.ts';
/** An entry of `asset_deps.json.zst`. */
export interface AssetDependencyEntry extends CacheEntry {
    /** Logical names, without fingerprint: `css/style.css`. */
    readonly assets: ReadonlySet<string>;
    /** ISO 8601 with microseconds and `+00:00`. */
    readonly trackedAt: string;
    readonly isValid: boolean;
}
export declare const assetDependencyCodec: Cacheable<AssetDependencyEntry>;
/**
 * `asset_deps.json.zst`: absolute path of a page's source -> the assets that the page names. Bengal writes it and never
 * reads it.
 *
 * Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/asset_dependency_map.py
 */
export declare function openAssetDependencyStore(folder: string, options?: OpenStoreOptions): Promise<CacheStore<AssetDependencyEntry>>;
