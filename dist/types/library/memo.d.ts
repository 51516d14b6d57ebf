/** `bengal-cache/memo`: functions whose results are kept, with their graph. */
export { openMemo, type CachedOptions, type Memo, type MemoOptions } from '../memo/memo.ts';
export type { Pruned, PruneLimits } from '../memo/prune-results.ts';
export { readTracked, trackFile } from '../memo/run-call.ts';
export type { ChangedNode, FileDependents, MemoNode } from '../memo/memo-node.ts';
export type { PlotOptions } from '../memo/plot.ts';
export { UserError } from '../core/user-error.ts';
