import type { Affected } from '../affected/reason.ts';
import { type FlagFindings } from '../gate/same-builder.ts';
import type { GateInput } from '../gate/decide.ts';
import type { Policy } from '../gate/decision.ts';
import type { Comparison, Facts } from './gather.ts';
export interface Found extends Comparison {
    readonly affected: Affected;
    /** Changed files that feed no output by themselves, and why. */
    readonly settled: ReadonlyMap<string, string>;
}
export interface GateContext {
    readonly policy: Policy;
    /** Why the policy is what it is, where the input `gate` does not say. */
    readonly policyWhy: string | undefined;
    /** Milliseconds since 1970. */
    readonly now: number;
    /** Why the build is not prepared, so that nothing of the last one can be kept; `undefined`: it is. */
    readonly unprepared: string | undefined;
}
/** Everything that the decision rests on, as data. */
export declare function gateInput(facts: Facts, found: Found, context: GateContext): GateInput;
/** With which arguments the pages were built, as far as their records tell. */
export declare function flagFindings({ inputs, state, manifest, bengal }: Facts): FlagFindings;
