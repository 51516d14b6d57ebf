/** What a node of the dependency graph stands for. */
export type NodeKind = 'source' | 'template' | 'data' | 'asset' | 'config' | 'tag' | 'page' | 'output' | 'external';
/** Index of a node within its graph. */
export type NodeId = number & {
    readonly __brand: 'NodeId';
};
/**
 * A dependency graph, built once and then only asked. Edges lead from what is used to what uses it: from a template to
 * its pages, from a page to its outputs. Both directions are kept as compressed rows (one offset per node into one
 * array of neighbours), so that 100,000 pages with millions of edges cost a few bytes each.
 */
export interface Graph {
    readonly size: number;
    kindOf(id: NodeId): NodeKind;
    nameOf(id: NodeId): string;
    find(kind: NodeKind, name: string): NodeId | undefined;
    ofKind(kind: NodeKind): NodeId[];
    /** Nodes that use this one, directly. */
    dependents(id: NodeId): NodeId[];
    /** Nodes that this one uses, directly. */
    dependencies(id: NodeId): NodeId[];
}
export interface GraphBuilder {
    /** The node of this kind and name, made on first use. */
    node(kind: NodeKind, name: string): NodeId;
    /** States that `user` depends on `used`. Stating it twice is the same as once. */
    depends(user: NodeId, used: NodeId): void;
    build(): Graph;
}
export declare function graphBuilder(): GraphBuilder;
