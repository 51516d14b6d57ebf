/**
 * Library entry: what TypeScript programs may rely on. Re-exports only, no side effects.
 */
export {
  readState,
  type BengalState,
  type ReadStateOptions,
  type StateDoubt,
  type StateOutcome,
} from './bengal/state.ts';
export type { RecordedPage, PageKind } from './bengal/recorded-page.ts';
export type { RecordedFile } from './bengal/recorded-file.ts';
export type { FileRef } from './bengal/file-ref.ts';
export type { RecordedInput } from './bengal/provenance.ts';
export { readEnvelope, type Envelope, type PythonMinor } from './bengal/envelope.ts';
export { tagSlug } from './bengal/slug.ts';
export { buildGraph } from './graph/build.ts';
export type { Graph, NodeId, NodeKind } from './graph/model.ts';
export { chainTo, reachDependents, type Reached } from './graph/walk.ts';
export type { Affected, AffectedPage, Doubt, DoubtKind, Reason, ReasonKind } from './affected/reason.ts';
export type { ChangeSet } from './changes/detect.ts';
export type { BuildMode, Decision, GateReason, GateReasonKind, Policy } from './gate/decision.ts';
export type { Report, ReportCache, ReportState } from './report/report.ts';
export { directoryStore } from './store/directory.ts';
export { githubStore } from './store/github.ts';
export type { CacheStore as StatePort, Restored, RestoreRequest, Saved, SaveRequest } from './store/port.ts';
export { decompress, loadCodec, type Decompressed } from './compression/zstd.ts';
export type { ZstdCodec } from './compression/codec.ts';
export { UserError } from './core/user-error.ts';

// Typed entries of Bengal's cache files, and the tags.
export { defineCodec, type Cacheable, type CacheEntry, type Field, type FieldTable } from './bengal/cache-codec.ts';
export * as cacheFields from './bengal/codec-fields.ts';
export { CacheStore, type OpenStoreOptions, type SaveStoreOptions } from './bengal/cache-store.ts';
export type { CacheStoreFormat, StoredFile, StoreOutcome } from './bengal/cache-store-file.ts';
export {
  openAssetDependencyStore,
  assetDependencyCodec,
  type AssetDependencyEntry,
} from './bengal/entries/asset-dependency-entry.ts';
export {
  openGeneratedPageStore,
  generatedPageCodec,
  generatedPageKey,
  type GeneratedPageEntry,
} from './bengal/entries/generated-page-entry.ts';
export {
  openIndexStore,
  indexContentHash,
  indexEntry,
  indexEntryCodec,
  type IndexEntry,
} from './bengal/entries/index-entry.ts';
export {
  openPageMetadataStore,
  pageCoreCodec,
  pageMetadataCodec,
  type PageCore,
  type PageMetadataEntry,
} from './bengal/entries/page-core.ts';
export { openTagStore, tagEntryCodec, type TagEntry } from './bengal/entries/tag-entry.ts';
export { TaxonomyIndex, type TaxonomyStats } from './bengal/taxonomy-index.ts';

// Bengal's build cache: read, asked, changed and written as Bengal does.
export { BuildCache, readBuildCache, type BuildCacheOutcome } from './bengal/build-cache.ts';
export type { BuildCacheOptions, SaveBuildCacheOptions } from './bengal/build-cache/disk.ts';
export type { BuildCacheStats } from './bengal/build-cache/stats.ts';
export type { Cached, ContentStats, MissReason } from './bengal/build-cache/page-content.ts';
export type { ParsedContent, ParsedContentTerms } from './bengal/build-cache/parsed-content.ts';
export type { RenderedOutput, RenderedOutputTerms } from './bengal/build-cache/rendered-output.ts';
export type { ValidationKey } from './bengal/build-cache/validation-results.ts';
export type { AutodocSource } from './bengal/build-cache/autodoc-table.ts';
export type { UrlClaim } from './bengal/build-cache/plain-tables.ts';
export type { PageMetadata } from './bengal/build-cache/metadata-hash.ts';
export { FileFingerprint, type FingerprintStat, type FingerprintValues } from './bengal/file-fingerprint.ts';
export { CacheLockError, CacheLockTimeout, withCacheLock, type CacheLockOptions } from './bengal/cache-lock.ts';
export { readCacheFile, writeCacheFile, type CacheFile, type WriteCacheFileOptions } from './bengal/cache-file.ts';
export { writeAtomically, type AtomicWriteOptions } from './bengal/atomic-write.ts';
export { asInteger, fromInteger, parseExact, stringifyExact, type ParsedJson } from './bengal/exact-json.ts';
export { PythonNumber } from './core/python-json.ts';
export type { JsonObject, JsonValue } from './core/json.ts';
