import type { Policy } from './decision.ts';
import type { GateSetting } from '../inputs/inputs.ts';
export interface ChosenPolicy {
    readonly policy: Policy;
    readonly setting: GateSetting;
}
/** Why nothing that lies there may be used, where that is so; in words that can begin a sentence. */
export declare function policyReason({ policy, setting }: ChosenPolicy): string;
