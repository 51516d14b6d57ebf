import { type StageCheck, type StageContext, type StageStart } from './check.ts';
import type { StageEntry } from './stage-entry.ts';
import type { FileSet } from './file-set.ts';
import type { Stage } from './stage-definition.ts';
export type Recorded = {
    readonly kind: 'recorded';
    readonly entry: StageEntry;
    readonly inputs: number;
    /** The outputs, as they were recorded. */
    readonly outputs: FileSet;
} | {
    readonly kind: 'not-recorded';
    /** A sentence without its full stop. */
    readonly why: string;
    /** Whether that is as it should be, or worth a warning. */
    readonly expected: boolean;
};
/**
 * Records that a stage has succeeded. To be called after the success and never otherwise. Inputs and code are read once
 * more: if they are not those of the start, nobody knows what the result was made from, and nothing is recorded. Trouble
 * is an outcome, never an error.
 *
 * With a stage and a context in place of what `checkStage` gave before the work, nobody can tell whether anything changed
 * while it ran: what is recorded is the present.
 */
export declare function markDone(...given: [start: StageStart] | [stage: Stage, context: StageContext]): Promise<Recorded>;
export type StageRun<Value> = {
    readonly kind: 'skipped';
    readonly check: StageCheck;
} | {
    readonly kind: 'ran';
    readonly check: StageCheck;
    readonly value: Value;
    readonly recorded: Recorded;
};
/** Does the work of a stage unless it is up to date, and records that it succeeded. What the work throws is not caught. */
export declare function runUnlessDone<Value>(stage: Stage, context: StageContext, work: (check: StageCheck) => Value | Promise<Value>): Promise<StageRun<Value>>;
