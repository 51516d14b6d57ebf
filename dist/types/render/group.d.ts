import type { NodeId } from '../graph/model.ts';
import type { Folded } from './fold.ts';
import { type Scene, type Stand } from './picture.ts';
/** A way of drawing a scene: what stands for each node, and how many stands that makes. */
export interface Arrangement {
    readonly standFor: (id: NodeId) => Stand;
    readonly stands: number;
}
/** The nodes of each section of a kind that are alike. Nodes that stand for themselves are in none. */
export interface Groups {
    readonly standOf: (first: NodeId) => Stand | undefined;
    readonly sizes: ReadonlyMap<Stand, number>;
    /** What becomes of a group that is not drawn by itself. */
    readonly restOf: (stand: Stand) => Stand;
}
/** Puts all nodes into groups, by first sides, but those that are to stay themselves. */
export declare function groupScene({ graph }: Scene, folded: Folded, stays: (id: NodeId) => boolean): Groups;
/** Draws groups, of each kind the `most` largest; the others become one. A group of one node stays that node. */
export declare function arrangeGroups(scene: Scene, { folded, groups, most }: {
    readonly folded: Folded;
    readonly groups: Groups;
    readonly most: number;
}): Arrangement;
