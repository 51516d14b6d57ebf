import { type Graph, type NodeId } from './model.ts';
export type TopologicalOrder = 
/** Every node after all that it uses. */
{
    readonly kind: 'ordered';
    readonly order: readonly NodeId[];
}
/** There is none: these nodes depend on themselves. */
 | {
    readonly kind: 'cyclic';
    readonly cycles: readonly (readonly NodeId[])[];
};
/**
 * Orders all nodes so that each comes after what it uses; of several that could come next, the one that was made first.
 * O((nodes + edges) log nodes).
 */
export declare function topologicalOrder(graph: Graph): TopologicalOrder;
/**
 * Groups of nodes that all depend on each other, and single nodes that depend on themselves: Tarjan's strongly
 * connected components, iterative. Members and groups by node number.
 */
export declare function findCycles(graph: Graph): NodeId[][];
