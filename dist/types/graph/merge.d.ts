import { type NodeKind } from './kinds.ts';
import { type Graph } from './model.ts';
export interface NodeName {
    readonly kind: NodeKind;
    readonly name: string;
}
/** What merging two graphs found. Lists in the order of the nodes. */
export interface Merged {
    readonly graph: Graph;
    /** Only in the second. */
    readonly added: readonly NodeName[];
    /** In both and different, and the second was recorded later: it counts. */
    readonly updated: readonly NodeName[];
    /** In both and different, and the first was recorded later: it stays. */
    readonly kept: readonly NodeName[];
    /** In both and different, and recorded at the same time: which one counts is arbitrary, but always the same one. */
    readonly conflicts: readonly NodeName[];
}
/**
 * Joins two graphs: every node of both, each with one side's record, which is its facts and everything that it uses.
 * The later record counts, and a node that one side merely mentions has none there. No node and no record that counts
 * is ever lost, so merging is idempotent, commutative and associative, apart from node numbers.
 */
export declare function mergeGraphs(first: Graph, second: Graph): Merged;
