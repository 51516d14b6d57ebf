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
export type { CacheStore, Restored, RestoreRequest, Saved, SaveRequest } from './store/port.ts';
export { decompress, loadCodec, type Decompressed } from './compression/zstd.ts';
export type { ZstdCodec } from './compression/codec.ts';
export { UserError } from './core/user-error.ts';
