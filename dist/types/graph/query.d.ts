import { type NodeKind } from './kinds.ts';
import type { Graph, NodeId } from './model.ts';
/** A node as people ask for it: by name, with its neighbours. All lists in order of kind and name. */
export interface NodeView {
    readonly kind: NodeKind;
    readonly name: string;
    /** The recorded hash; without one, a digest of everything that it was made from as far as that was recorded. */
    readonly hash: string;
    /** What uses it: its pages, or the function that called it. */
    readonly parents: readonly NodeId[];
    /** What it uses: its templates, or the functions that it called. Files stand in `files` instead. */
    readonly children: readonly NodeId[];
    /** Names of the files that it was made from, directly. */
    readonly files: readonly string[];
    /** By file name, the hash that each had then, where it was recorded. */
    readonly fileHashes: ReadonlyMap<string, string>;
    readonly output: string | undefined;
    /** Milliseconds since 1970. */
    readonly recordedAt: number | undefined;
}
export declare function viewNode(graph: Graph, id: NodeId): NodeView;
/** By kind, then by name: an order that does not depend on how the graph was made. */
export declare function sortNodes(graph: Graph, nodes: Iterable<NodeId>): NodeId[];
/** The nodes that stand for a file; several where it is a template too. A page of its name was made from it. */
export declare function nodesOfFile(graph: Graph, path: string): NodeId[];
export interface FileUse {
    readonly node: NodeId;
    /** From the file to the node, both included; a shortest one. */
    readonly chain: readonly NodeId[];
}
/** Everything that was made from a file, near or far; the nearest first, then by kind and name. Empty for unknown files. */
export declare function forFile(graph: Graph, path: string): FileUse[];
