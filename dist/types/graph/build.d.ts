import type { BengalState } from '../bengal/state.ts';
import { type Graph } from './model.ts';
/** The dependency graph that a state records: inputs -> pages -> outputs, and pages -> tags -> tag pages. */
export declare function buildGraph(state: BengalState): Graph;
