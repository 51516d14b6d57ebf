import type { BengalState } from '../bengal/state.ts';
import { type Graph, type GraphBuilder, type NodeKind } from './model.ts';
/** The dependency graph that a state records: inputs -> pages -> outputs, and pages -> tags -> tag pages. */
export declare function buildGraph(state: BengalState): Graph;
/** Adds what a state records to a graph that holds other things too. */
export declare function addState(builder: GraphBuilder, state: BengalState): void;
/** A page's key and a file's name tell what kind of file it is. */
export declare function kindOfFile(path: string): NodeKind;
