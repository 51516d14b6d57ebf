import { type Graph } from './model.ts';
/** A graph as lines of JSON; see `graphLines`. */
export declare function graphToJson(graph: Graph): string;
/**
 * A graph as lines of JSON, each with its line end: one that says what this is and how much follows, then some nodes a
 * line with the edges to what they use, one list for each column. Texts that may occur again are numbered, from 1 on in
 * the order of `strings`. The same nodes and edges give the same text, however the graph was made.
 */
export declare function graphLines(graph: Graph): Generator<string>;
export type GraphOutcome = {
    readonly kind: 'read';
    readonly graph: Graph;
} | {
    readonly kind: 'corrupt';
    readonly why: string;
}
/** Written by another version of this library. */
 | {
    readonly kind: 'incompatible';
    readonly why: string;
};
/** Reads what `graphToJson` wrote; see `graphFromLines`. */
export declare function graphFromJson(text: string): GraphOutcome;
/**
 * Reads what `graphLines` wrote, with or without line ends. Nothing in it is trusted; anything odd makes the whole
 * corrupt, and so does an error of whoever reads the lines.
 */
export declare function graphFromLines(lines: Iterable<string>): GraphOutcome;
