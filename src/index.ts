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

// The dependency graph: asked, drawn and kept.
export { addState, buildGraph } from './graph/build.ts';
export type { EdgeKind, NodeStatus } from './graph/kinds.ts';
export { graphFromJson, graphToJson, type GraphOutcome } from './graph/json.ts';
export { mergeGraphs, type Merged, type NodeName } from './graph/merge.ts';
export {
  graphBuilder,
  nodesOf,
  type Edge,
  type Graph,
  type GraphBuilder,
  type NodeFacts,
  type NodeId,
  type NodeKind,
} from './graph/model.ts';
export { findCycles, topologicalOrder, type TopologicalOrder } from './graph/order.ts';
export {
  loadGraph,
  pruneGraphFolder,
  readGraphFolder,
  saveGraph,
  syncGraph,
  type LoadedGraph,
  type Synced,
  type UnusableGraph,
} from './graph/persist.ts';
export { forFile, nodesOfFile, sortNodes, viewNode, type FileUse, type NodeView } from './graph/query.ts';
export { collapse, copyNodes, neighbourhood, subgraph, type Collapsed } from './graph/shape.ts';
export { addStages, type StageNode } from './graph/stages.ts';
export { changedFiles, findStatuses, type Cause, type NodeNow, type StaleNode, type Statuses } from './graph/status.ts';
export { chainTo, reachDependencies, reachDependents, type Reached } from './graph/walk.ts';
export { dot } from './render/dot.ts';
export { explorerPage, explorerParts, type ExplorerOptions, type ExplorerParts } from './render/explorer.ts';
export { fitPicture, type Fit } from './render/fit.ts';
export { mermaid, MERMAID_LIMITS } from './render/mermaid.ts';
export {
  sceneOf,
  type Picture,
  type PictureEdge,
  type PictureNode,
  type Scene,
  type SceneOptions,
} from './render/picture.ts';
export { png, type PngOptions } from './render/png.ts';
export { svg } from './render/svg.ts';

// Functions whose results are kept, with their graph.
export { openMemo, type CachedOptions, type Memo, type MemoOptions } from './memo/memo.ts';
export type { Pruned, PruneLimits } from './memo/prune.ts';
export { readTracked, trackFile } from './memo/run.ts';
export type { Affected, AffectedPage, Doubt, DoubtKind, Reason, ReasonKind } from './affected/reason.ts';
export type { ChangeSet } from './changes/detect.ts';
export type { BuildMode, Decision, GateReason, GateReasonKind, Policy } from './gate/decision.ts';
export type { Report, ReportCache, ReportState, ReportTimes } from './report/report.ts';
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
export { BuildCache } from './bengal/build-cache.ts';
export { readBuildCache, type BuildCacheOutcome } from './bengal/read-build-cache.ts';
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
export { computeConfigHash } from './config/config-hash.ts';
export { parsePythonJson, PythonNumber } from './core/python-json.ts';
export type { JsonObject, JsonValue } from './core/json.ts';

// Stages: skip any idempotent step whose inputs are unchanged since it last succeeded.
export { defineStage, type Stage, type StageCommand, type StageFields, type StageName } from './stages/stage.ts';
export { parseStagesFile, STAGES_FILE, type StagesFile } from './stages/stages-file.ts';
export { checkStage, invalidateStage, type StageCheck, type StageContext, type StageStart } from './stages/check.ts';
export { markDone, runUnlessDone, type Recorded, type StageRun } from './stages/mark-done.ts';
export type { NeededStage, RunReason, RunReasonKind, Verdict } from './stages/verdict.ts';
export { renderReason, renderVerdict } from './stages/words.ts';
export { stageGraphNode, stageReport, type StageReport } from './stages/node.ts';
export { stagesOfSite, type SiteStages } from './flow/stage-graph.ts';
export { runCommand, type CommandEnd, type CommandOutput, type CommandRun } from './stages/run-command.ts';
export { runStages, statusOfStages, type RunStages, type StageEnd } from './flow/stage-run.ts';
