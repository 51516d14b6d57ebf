import type { NodeId } from '../graph/model.ts';
import type { Scene } from './picture.ts';
/** Nodes that are several sides of one thing, drawn as the first of them. */
export interface Folded {
    readonly firstOf: (id: NodeId) => NodeId;
    /** The first sides, in the order of the scene. */
    readonly firsts: readonly NodeId[];
    /** What is to be said of all sides of a thing together. */
    readonly conditionOf: (first: NodeId) => Condition;
}
/** What is not as usual, in words that follow a name. The worst last. */
declare const CONDITIONS: readonly ["", " (missing)", " (stale)", " (affected)"];
export type Condition = (typeof CONDITIONS)[number];
/** A page stands for its source and its outputs, a template for the file that holds it. */
export declare function foldScene(scene: Scene): Folded;
export declare function conditionOf(scene: Scene, id: NodeId): Condition;
export {};
