import type { NodeKind, NodeStatus } from '../graph/kinds.ts';
import { type Edge, type Graph, type NodeId } from '../graph/model.ts';
import type { Statuses } from '../graph/status.ts';
/** What is drawn, as data: every format draws the same. Nodes by kind and name, edges by their ends. */
export interface Picture {
    readonly nodes: readonly PictureNode[];
    readonly edges: readonly PictureEdge[];
    /** What the picture leaves out or puts together, one sentence each. */
    readonly notes: readonly string[];
}
export interface PictureNode {
    readonly kind: NodeKind;
    /** Its whole name, hostile as it is. */
    readonly name: string;
    /** One short line, in which every character can be seen. */
    readonly label: string;
    readonly status: NodeStatus;
    readonly affected: boolean;
    /** Somebody asked for it. */
    readonly marked: boolean;
    /** How many nodes it stands for. */
    readonly members: number;
}
export interface PictureEdge {
    /** Index of what is used. */
    readonly from: number;
    /** Index of what uses it. */
    readonly to: number;
    /** How, in a word or two; empty where that says nothing. */
    readonly label: string;
    /** Leads from something that changed to something that is stale for it. */
    readonly hot: boolean;
}
/** A node in words: its kind, its whole name, its status. */
export declare function describeNode({ kind, name, label, status, affected, members }: PictureNode): string;
/** A graph with what is known about its nodes, and which of them are to be drawn. */
export interface Scene {
    readonly graph: Graph;
    /** In the order of their numbers. */
    readonly nodes: readonly NodeId[];
    readonly statusOf: (id: NodeId) => NodeStatus;
    readonly isAffected: (id: NodeId) => boolean;
    readonly isMarked: (id: NodeId) => boolean;
    /** What people call a node: a page its address, anything else its name. */
    readonly titleOf: (id: NodeId) => string;
    /** How a node uses another, for people. */
    readonly wordFor: (user: NodeId, edge: Edge) => string;
}
export interface SceneOptions {
    readonly graph: Graph;
    readonly statuses: Statuses;
    readonly affected?: ReadonlySet<NodeId>;
    /** Only what these were made from and what was made from them, up to `radius` steps away. */
    readonly focus?: readonly NodeId[];
    readonly radius?: number;
    /** Only what is not known to be up to date, and what makes it so; or only what is affected and what it uses. */
    readonly only?: 'stale' | 'affected';
}
export declare function sceneOf({ graph, statuses, affected, focus, radius, only }: SceneOptions): Scene;
/** What stands for a node in a picture. */
export interface Stand {
    readonly kind: NodeKind;
    readonly name: string;
    readonly title: string;
    /** Whether it stands for several nodes, which it then counts. */
    readonly group: boolean;
}
/** A node that stands for itself alone. */
export declare function standAlone({ graph, titleOf }: Scene, id: NodeId): Stand;
/** Draws a scene with something standing for each node; edges within one stand vanish, and those between two become one. */
export declare function drawScene(scene: Scene, standFor: (id: NodeId) => Stand, notes: readonly string[]): Picture;
