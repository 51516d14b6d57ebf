import type { Sha256 } from '../core/digest.ts';
import { type StageCheck, type StageContext, type StageStart } from '../stages/check.ts';
import { type Recorded } from '../stages/mark-done.ts';
import type { Stage } from '../stages/stage-definition.ts';
import { type StageCache } from './stage-cache.ts';
export interface ReadyStage {
    readonly check: StageCheck;
    /** Where the success that counts was recorded. */
    readonly from: 'here' | 'cache';
    /** Outputs that were fetched from the cache. */
    readonly fetched: number;
    /** Digest of outputs whose entry in the cache is of no use. */
    readonly spoilt: Sha256 | undefined;
    /** What went wrong without harm, one sentence each. */
    readonly warnings: readonly string[];
}
/**
 * Checks a stage, with the help of the cache where it can help: the record of a success elsewhere takes the place of one
 * that is missing here, and outputs that are not there are fetched. What is fetched is checked like what was here.
 */
export declare function readyStage(stage: Stage, context: StageContext, cache: StageCache | undefined): Promise<ReadyStage>;
export interface FinishedStage {
    readonly recorded: Recorded;
    readonly stored: boolean;
    readonly warnings: readonly string[];
}
/** What a run began with: how the stage stood, and which outputs in the cache are of no use. */
export interface BegunStage {
    readonly check: StageStart;
    readonly spoilt: Sha256 | undefined;
}
/** Records a success, and stores it with its outputs for other jobs. To be called after a success and never otherwise. */
export declare function finishStage({ check: start, spoilt }: BegunStage, cache: StageCache | undefined): Promise<FinishedStage>;
