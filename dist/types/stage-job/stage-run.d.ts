import { type StageCheck, type StageContext } from '../stages/check.ts';
import { type Mistake } from '../stages/mistakes.ts';
import type { CommandEnd } from '../stages/run-command.ts';
import type { Stage } from '../stages/stage-definition.ts';
import type { StageCache } from './stage-cache.ts';
import { type FinishedStage, type ReadyStage } from './stage-ready.ts';
/** How each stage stands, in the given order, as it would turn out if they ran now. */
export declare function statusOfStages(stages: readonly Stage[], context: StageContext): Promise<ReadonlyMap<string, StageCheck>>;
/** How one stage ended. */
export type StageEnd = {
    readonly kind: 'skipped';
    readonly ready: ReadyStage;
} | {
    readonly kind: 'succeeded';
    readonly ready: ReadyStage;
    readonly finished: FinishedStage;
} | {
    readonly kind: 'failed';
    readonly ready: ReadyStage;
    readonly end: CommandEnd;
}
/** It could not be checked or has nothing to run. */
 | {
    readonly kind: 'unfit';
    readonly mistakes: readonly Mistake[];
}
/** Names of the needed stages that did not end well. */
 | {
    readonly kind: 'held-back';
    readonly by: readonly string[];
};
export interface RunStages {
    /** Each after those that it needs. */
    readonly stages: readonly Stage[];
    readonly context: StageContext;
    readonly cache: StageCache | undefined;
    readonly jobs: number;
    /** Runs what a stage has to run. */
    readonly start: (stage: Stage) => Promise<CommandEnd>;
    /** Takes a sentence about a stage, without its full stop. */
    readonly tell: (stage: Stage, sentence: string, kind: 'info' | 'warning') => void;
}
/** Runs stages that are not up to date, side by side as far as their needs allow. One that fails holds its dependents back. */
export declare function runStages(options: RunStages): Promise<ReadonlyMap<string, StageEnd>>;
/** How a command ended, as the rest of a sentence. */
export declare function renderEnd(end: CommandEnd): string;
