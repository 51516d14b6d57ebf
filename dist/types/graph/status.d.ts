import { type NodeStatus } from './kinds.ts';
import { type Graph, type NodeId } from './model.ts';
/** What is known about a node now, from looking at the disk or from somebody's verdict. */
export type NodeNow = 
/** It is there, with this content: SHA-256, 16 hexadecimal digits or more. */
{
    readonly kind: 'content';
    readonly hash: string;
}
/** It is as it was recorded, or nobody looked because it is nothing on a disk. */
 | {
    readonly kind: 'same';
}
/** It differs, or nobody can tell, which counts as much. */
 | {
    readonly kind: 'changed';
} | {
    readonly kind: 'missing';
};
/** What somebody who knows better than the graph says of a node; what the graph holds of it then makes no difference. */
export interface Told {
    readonly status: NodeStatus;
    /** What makes it stale, where that is known. */
    readonly causes: readonly NodeId[];
}
export interface Statuses {
    readonly of: (id: NodeId) => NodeStatus;
    /** Its status was told, and does not follow from what it was made from. */
    readonly isTold: (id: NodeId) => boolean;
    /** What was made from something else than is there now, by node number. Files are not among it. */
    readonly stale: readonly NodeId[];
    /** Why: whoever uses `cause` in `users` was made from something else, or is something else, than is there now. */
    readonly causes: readonly Cause[];
}
export interface Cause {
    readonly cause: NodeId;
    readonly users: readonly NodeId[];
}
/**
 * The status of every node. Each edge remembers the hash that its file, or its function's result, had then: a node is
 * stale when one of them differs now, or when it uses, near or far, a node that is stale or missing; else unknown when it
 * uses one of which nobody knows. O(nodes + edges).
 */
export declare function findStatuses(graph: Graph, now: (id: NodeId) => NodeNow, told?: (id: NodeId) => Told | undefined): Statuses;
/** What an edge remembers of a file that was not there: no content that anybody recorded has this digest. */
export declare const ABSENT_HASH: import("../core/digest.ts").Sha256;
/** Bengal keeps the first 16 digits in some places and all of them in others. */
export declare function sameContent(one: string, other: string): boolean;
export interface StaleNode {
    readonly node: NodeId;
    /** The changed files that it was made from, near or far, by name. */
    readonly files: readonly NodeId[];
    /** What else makes it stale: a stage, a function with another result or none; or the node itself. */
    readonly others: readonly NodeId[];
}
/** Each stale node with what changed. O(causes x reached). */
export declare function changedFiles(graph: Graph, { causes, stale, of, isTold }: Statuses): StaleNode[];
