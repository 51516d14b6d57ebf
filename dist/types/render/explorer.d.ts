import { type NodeStatus } from '../graph/kinds.ts';
import { type Graph, type NodeId } from '../graph/model.ts';
export interface ExplorerOptions {
    readonly graph: Graph;
    readonly statusOf: (id: NodeId) => NodeStatus;
    readonly isAffected?: (id: NodeId) => boolean;
    /** An SVG picture to begin with, as `svg` draws it. */
    readonly overview?: string;
    /** Whether there is a list of nodes to search; by default there is. Nodes are found by their address anyway. */
    readonly finder?: boolean;
}
/** A graph to walk through, in parts for a page of one's own. Its ids begin with `explorer`, its styles with `.explorer`. */
export interface ExplorerParts {
    readonly style: string;
    /** HTML, for somewhere in the body. */
    readonly markup: string;
    /** HTML that has to stand before the script: what the script works with, in an element that runs nothing. */
    readonly data: string;
    readonly script: string;
}
export declare function explorerParts({ graph, statusOf, isAffected, overview, finder, }: ExplorerOptions): ExplorerParts;
/** A whole page around it, which needs nothing else: no network, no server, no other file. */
export declare function explorerPage(options: ExplorerOptions, title?: string): string;
