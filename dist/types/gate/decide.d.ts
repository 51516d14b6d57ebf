import type { Decision } from './decision.ts';
import type { GateInput } from './gate-input.ts';
export type { GateInput } from './gate-input.ts';
/** Decides from data alone. Every doubt leads to `full`; `skip` needs every part of the proof. */
export declare function decide(input: GateInput): Decision;
