import type { NodeKind } from './kinds.ts';
import { type Graph, type GraphBuilder, type NodeId } from './model.ts';
/** The given nodes with the edges between them, as a graph of its own. Nodes keep their order. */
export declare function subgraph(graph: Graph, nodes: Iterable<NodeId>): Graph;
/** Adds nodes of a graph to a builder, with the edges between them. */
export declare function copyNodes(builder: GraphBuilder, graph: Graph, nodes: Iterable<NodeId>): void;
/** What the nodes were made from and what was made from them, up to `radius` steps each way, themselves included. */
export declare function neighbourhood(graph: Graph, nodes: readonly NodeId[], radius: number): NodeId[];
export interface Collapsed {
    readonly graph: Graph;
    /** What became of each node of the given graph. */
    readonly groupOf: (id: NodeId) => NodeId;
}
/**
 * Makes one node of all nodes that get the same kind and name; what gets `undefined` stays. A group has `members` and
 * keeps no facts of theirs. Edges within a group vanish, and several between two groups become one of each kind.
 */
export declare function collapse(graph: Graph, groupFor: (id: NodeId) => {
    readonly kind: NodeKind;
    readonly name: string;
} | undefined): Collapsed;
