/** `bengal-cache/delta`: what differs between two outputs for a reader. Any generator. */
export { compareOutputs, type CompareOutputsOptions } from '../delta-job/compare-outputs.ts';
export { changedPages, isAnythingToDeploy, realChanges, type ChangedOutput, type ChangedPage, type Delta, type DeltaBase, type OutputChange, type PageSource, type VanishedPage, } from '../delta/delta.ts';
export type { OutputKind } from '../delta/output-kind.ts';
export type { ChangedPart, PageChange } from '../delta/page-change.ts';
export { UserError } from '../core/user-error.ts';
