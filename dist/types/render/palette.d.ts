import type { NodeStatus } from '../graph/kinds.ts';
export interface Colours {
    readonly fill: string;
    readonly stroke: string;
    readonly text: string;
}
/** The same colours in every picture. Text stands out by at least 4.5 to 1 everywhere. */
export declare const STATUS_COLOURS: Readonly<Record<NodeStatus, Colours>>;
/** The outline of what a build has to make anew. */
export declare const AFFECTED_OUTLINE = "#D9480F";
/** Lines between two things that are not up to date. */
export declare const HOT_LINE = "#B37F00";
export declare const PLAIN_LINE = "#6C757D";
export declare const STATUS_WORDS: Readonly<Record<NodeStatus, string>>;
/** The same in a legend, where there is room. */
export declare const LEGEND_WORDS: Readonly<Record<NodeStatus, string>>;
export declare const AFFECTED_WORDS = "affected: has to be built";
