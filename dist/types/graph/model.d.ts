import { type EdgeKind, type NodeKind, type NodeStatus } from './kinds.ts';
export type { NodeKind } from './kinds.ts';
/** Index of a node within its graph. */
export type NodeId = number & {
    readonly __brand: 'NodeId';
};
/** What was recorded about a node, besides what it uses. */
export interface NodeFacts {
    /** Hexadecimal digits of a SHA-256, 16 or more: of a file its content, of a function's call its result. */
    readonly hash?: string;
    /** Where what it made lies. */
    readonly output?: string;
    /** When this was recorded, in milliseconds since 1970. Of two records of one node the later counts. */
    readonly recordedAt?: number;
    /** How it stood then, where whoever recorded it could tell. */
    readonly status?: NodeStatus;
    /** How many nodes it stands for, when several were collapsed into it. */
    readonly members?: number;
}
/** One node's use of another, seen from one of the two. */
export interface Edge {
    /** The other end. */
    readonly node: NodeId;
    readonly kind: EdgeKind;
    /** The hash that the used node had then. */
    readonly hash: string | undefined;
}
/**
 * A dependency graph, built once and then only asked. Edges lead from what is used to what uses it: from a template to
 * its pages, from a page to its outputs. Both directions are kept as compressed rows (one offset per node into columns
 * of numbers), so that 100,000 pages with millions of edges cost a few bytes each.
 */
export interface Graph {
    readonly size: number;
    readonly edgeCount: number;
    kindOf(id: NodeId): NodeKind;
    nameOf(id: NodeId): string;
    factsOf(id: NodeId): NodeFacts;
    find(kind: NodeKind, name: string): NodeId | undefined;
    ofKind(kind: NodeKind): NodeId[];
    /** Nodes that use this one, directly. */
    dependents(id: NodeId): NodeId[];
    /** Nodes that this one uses, directly. */
    dependencies(id: NodeId): NodeId[];
    /** The same, edge by edge: a node may use another in several ways. */
    usesOf(id: NodeId): Edge[];
    usersOf(id: NodeId): Edge[];
}
export interface GraphBuilder {
    /** The node of this kind and name, made on first use. Facts that are given replace those given before. */
    node(kind: NodeKind, name: string, facts?: NodeFacts): NodeId;
    /** States that `user` depends on `used`. Stating it twice is the same as once. */
    depends(user: NodeId, used: NodeId, edge?: {
        readonly kind?: EdgeKind;
        readonly hash?: string | undefined;
    }): void;
    has(kind: NodeKind, name: string): boolean;
    kindOf(id: NodeId): NodeKind;
    nameOf(id: NodeId): string;
    /** The graph of all that was added. The builder is done then. */
    build(): Graph;
}
export declare function graphBuilder(): GraphBuilder;
/** Every node of a graph, in the order in which they were made. */
export declare function nodesOf(graph: Graph): Generator<NodeId>;
