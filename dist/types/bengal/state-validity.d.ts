import type { StateOutcome } from './state.ts';
/** Whether a state can be built upon, in the words of the report. */
export type StateStatus = 'usable' | 'absent' | 'stale' | 'corrupt' | 'incompatible';
export interface StateVerdict {
    readonly status: StateStatus;
    /** A sentence for people. */
    readonly why: string;
}
export interface Expectations {
    /** `major.minor` of the Python that will run Bengal, when somebody told it. */
    readonly python: string | undefined;
    /** Whether there is an output directory: without one, Bengal starts cold whatever the state says. */
    readonly outputExists: boolean;
}
/** Judges a state by itself. Whether its configuration still holds is judged in `config/`. Pure. */
export declare function judgeState(outcome: StateOutcome, expected: Expectations): StateVerdict;
