import type { AffectedPage, ReasonKind } from '../affected/reason.ts';
import type { NodeKind, NodeStatus } from '../graph/kinds.ts';
import { type Graph, type NodeId } from '../graph/model.ts';
/** From the changed files through what lies between to the affected pages, which are named by their addresses. */
export interface ReportGraph {
    readonly graph: Graph;
    readonly statusOf: (id: NodeId) => NodeStatus;
    readonly isAffected: (id: NodeId) => boolean;
}
/** What leads to the affected pages, as their reasons tell it; nothing else is in a report. */
export declare function reportGraph(pages: readonly AffectedPage[]): ReportGraph;
/** What is no file that pages are made from. */
export declare const KIND_OF_CAUSE: Readonly<Partial<Record<ReasonKind, NodeKind>>>;
/** What the cause of such a reason is in a graph. */
export declare function kindOfCause(kind: ReasonKind): NodeKind;
