import type { GateReasonKind } from './decision.ts';
import type { GateInput } from './gate-input.ts';
/** One thing that can stand against a build being spared: a sentence where it does. */
export interface Check {
    readonly kind: GateReasonKind;
    readonly find: (input: GateInput) => string | undefined;
}
/** With any of these, nothing of the last build is taken over but unchanged assets. */
export declare const FULL_BUILD_CHECKS: readonly Check[];
/** What stands between this state and a proof that a build would change nothing. */
export declare const SKIP_CHECKS: readonly Check[];
