import { type StageCheck } from './check.ts';
/** A pattern that names nothing, and never did. */
export interface Mistake {
    readonly field: 'inputs' | 'code';
    /** As it was written. */
    readonly pattern: string;
}
/**
 * Patterns that match nothing and matched nothing at the last success either. Where files are gone, a stage has to run;
 * a pattern that never named any is mistyped, or in a stage that runs before whatever makes its inputs.
 */
export declare function findMistakes({ stage, context, verdict, entry, present }: StageCheck): Promise<Mistake[]>;
