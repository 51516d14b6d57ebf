import { type Graph } from './model.ts';
/**
 * A graph as JSON: one list for each column of its nodes and edges. The same nodes and edges give the same text, however
 * the graph was made.
 */
export declare function graphToJson(graph: Graph): string;
export type GraphOutcome = {
    readonly kind: 'read';
    readonly graph: Graph;
} | {
    readonly kind: 'corrupt';
    readonly why: string;
}
/** Written by a later version of this library. */
 | {
    readonly kind: 'incompatible';
    readonly why: string;
};
/** Reads what `graphToJson` wrote. Nothing in it is trusted; anything odd makes the whole corrupt. */
export declare function graphFromJson(text: string): GraphOutcome;
