import type { Graph, NodeId } from './model.ts';
/** How a node was reached: the node before it, or `undefined` for a start. */
export type Reached = ReadonlyMap<NodeId, NodeId | undefined>;
/**
 * Everything that depends on the starts, near or far, each with the node it was first reached from. Breadth first, so
 * the chain back is a shortest one; iterative, with one visited set for all starts: O(nodes + edges) reached.
 */
export declare function reachDependents(graph: Graph, starts: Iterable<NodeId>, most?: number): Reached;
/** Everything that the starts are made from, near or far. Otherwise as `reachDependents`. */
export declare function reachDependencies(graph: Graph, starts: Iterable<NodeId>, most?: number): Reached;
/** Everything that `next` leads to, up to `most` steps away. Otherwise as `reachDependents`. */
export declare function reach(starts: Iterable<NodeId>, next: (id: NodeId) => readonly NodeId[], most?: number): Reached;
/** The chain from a start to `node`, both included. */
export declare function chainTo(reached: Reached, node: NodeId): NodeId[];
