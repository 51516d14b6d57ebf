import type { NodeKind } from '../graph/kinds.ts';
/**
 * The part of the site that a node belongs to, as a name for all of that part; `undefined` for what stands for itself.
 * Of files and pages the first folder, below `content` and its like the first two; of URLs the first folder.
 */
export declare function sectionOf(kind: NodeKind, name: string): string | undefined;
/** `1 page`, `3 tags`: how many of a kind. */
export declare function countOfKind(kind: NodeKind, number: number): string;
