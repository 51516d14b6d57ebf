/** `bengal-cache/build-cache`: what Bengal keeps in `.bengal`, read, asked, changed and written as Bengal does. */
export {
  readState,
  type BengalState,
  type ReadStateOptions,
  type StateDoubt,
  type StateOutcome,
} from '../bengal/state.ts';
export type { RecordedPage, PageKind } from '../bengal/recorded-page.ts';
export type { RecordedFile } from '../bengal/recorded-file.ts';
export type { FileRef } from '../bengal/file-ref.ts';
export type { RecordedInput } from '../bengal/provenance.ts';
export { readEnvelope, type Envelope, type PythonMinor } from '../bengal/envelope.ts';
export { tagSlug } from '../bengal/slug.ts';
export { graphFromJson, graphToJson, type GraphOutcome } from '../graph/graph-json.ts';
export { decompress, loadCodec, type Decompressed } from '../compression/zstd.ts';
export type { ZstdCodec } from '../compression/codec.ts';
export { defineCodec, type Cacheable, type CacheEntry, type Field, type FieldTable } from '../bengal/cache-codec.ts';
export * as cacheFields from '../bengal/codec-fields.ts';
export { CacheStore, type OpenStoreOptions, type SaveStoreOptions } from '../bengal/cache-store.ts';
export type { CacheStoreFormat, StoredFile, StoreOutcome } from '../bengal/cache-store-file.ts';
export {
  openAssetDependencyStore,
  assetDependencyCodec,
  type AssetDependencyEntry,
} from '../bengal/entries/asset-dependency-entry.ts';
export {
  openGeneratedPageStore,
  generatedPageCodec,
  generatedPageKey,
  type GeneratedPageEntry,
} from '../bengal/entries/generated-page-entry.ts';
export {
  openIndexStore,
  indexContentHash,
  indexEntry,
  indexEntryCodec,
  type IndexEntry,
} from '../bengal/entries/index-entry.ts';
export {
  openPageMetadataStore,
  pageCore,
  pageCoreCodec,
  pageMetadataCodec,
  type PageCore,
  type PageMetadataEntry,
} from '../bengal/entries/page-core.ts';
export { openTagStore, tagEntryCodec, type TagEntry } from '../bengal/entries/tag-entry.ts';
export { TaxonomyIndex, type TaxonomyStats } from '../bengal/taxonomy-index.ts';
export { BuildCache } from '../bengal/build-cache.ts';
export { readBuildCache, type BuildCacheOutcome } from '../bengal/read-build-cache.ts';
export type { BuildCacheOptions, LockingOptions, SaveBuildCacheOptions } from '../bengal/build-cache/disk.ts';
export type { BuildCacheStats } from '../bengal/build-cache/stats.ts';
export type { Cached, ContentStats, MissReason } from '../bengal/build-cache/page-content.ts';
export type { ParsedContent, ParsedContentTerms, StoredContent } from '../bengal/build-cache/parsed-content.ts';
export type { RenderedOutput, RenderedOutputTerms } from '../bengal/build-cache/rendered-output.ts';
export type { ValidationKey } from '../bengal/build-cache/validation-results.ts';
export type { AutodocSource } from '../bengal/build-cache/autodoc-table.ts';
export type { UrlClaim } from '../bengal/build-cache/plain-tables.ts';
export type { PageMetadata } from '../bengal/build-cache/metadata-hash.ts';
export {
  FileFingerprint,
  type ExactStat,
  type FingerprintStat,
  type FingerprintValues,
  type PlainStat,
} from '../bengal/file-fingerprint.ts';
export { CacheLockError, CacheLockTimeout, withCacheLock, type CacheLockOptions } from '../bengal/cache-lock.ts';
export { readCacheFile, writeCacheFile, type CacheFile, type WriteCacheFileOptions } from '../bengal/cache-file.ts';
export { writeAtomically, type AtomicWriteOptions } from '../bengal/atomic-write.ts';
export { asInteger, fromInteger, parseExact, stringifyExact, type ParsedJson } from '../bengal/exact-json.ts';
export { computeConfigHash } from '../config/config-hash.ts';
export { parsePythonJson, PythonNumber } from '../core/python-json.ts';
export type { JsonObject, JsonValue } from '../core/json.ts';
export { EntryList, type EntryListOptions } from '../bengal/entry-list.ts';
export type { CacheMaps, SetsByName } from '../bengal/build-cache/maps.ts';
export type { LockKind } from '../bengal/lock-outcome.ts';
export type { SizeLimits } from '../bengal/size-limits.ts';
export type { Storable } from '../core/json-copy.ts';
export { UserError } from '../core/user-error.ts';
