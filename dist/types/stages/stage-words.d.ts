import type { FileChanges } from './file-record.ts';
import type { FileDoubt } from './find-files.ts';
import type { RunReason, Verdict } from './stage-verdict.ts';
/** The names, the first few of them when they are many. Names are hostile text: whoever shows them escapes. */
export declare function renderNames(names: readonly string[]): string;
/** `added a.md; changed b.md and c.md`. */
export declare function renderChanges({ added, modified, deleted }: FileChanges): string;
export declare function renderDoubts(doubts: readonly FileDoubt[]): string;
/** One reason as a sentence without its full stop. A new kind does not compile until it has words. */
export declare function renderReason(reason: RunReason): string;
/** The verdict in one sentence without its full stop: the first reason, and how many there are besides. */
export declare function renderVerdict(verdict: Verdict): string;
