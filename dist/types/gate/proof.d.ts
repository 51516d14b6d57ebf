import type { GateReason } from './decision.ts';
import type { GateInput } from './gate-input.ts';
/** Everything that was checked, in sentences. Complete only where no check found anything. */
export declare function listProof(input: GateInput): GateReason[];
