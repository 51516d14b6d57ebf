import type { EntryOutcome } from './stage-entry.ts';
import type { FileChanges } from './file-record.ts';
import type { FileDoubt } from './find-files.ts';
import type { Fingerprint } from './stage-fingerprint.ts';
import type { Stage } from './stage-definition.ts';
import type { NeededStage, Verdict } from './stage-verdict.ts';
/** Everything that decides about a stage, as data. */
export interface Situation {
    readonly stage: Pick<Stage, 'inputs' | 'ttl' | 'needs'>;
    readonly fingerprint: Fingerprint;
    readonly entry: EntryOutcome;
    /** Including patterns that name no file. */
    readonly unmatched: Readonly<Record<'inputs' | 'code', readonly string[]>>;
    readonly doubts: readonly FileDoubt[];
    readonly outputs: OutputsThen;
    /** What differs from the files of the entry; asked only when their digests differ. */
    readonly changes: (of: 'inputs' | 'code') => FileChanges;
    /** A needed stage that is not among them counts as one that runs. */
    readonly needed: ReadonlyMap<string, NeededStage>;
    readonly forced: boolean;
    /** Why no record counts here, whatever it says; `undefined`: records count. */
    readonly distrusted: string | undefined;
    /** Milliseconds since 1970. */
    readonly now: number;
}
/** The declared outputs, held against those of the last success. */
export type OutputsThen = {
    readonly kind: 'compared';
    readonly missing: readonly string[];
    readonly differing: FileChanges | undefined;
}
/** The entry does not say which outputs there were. */
 | {
    readonly kind: 'unknown';
    readonly why: string;
};
/** Skip only if nothing speaks against it; every reason is told. */
export declare function decideStage(situation: Situation): Verdict;
