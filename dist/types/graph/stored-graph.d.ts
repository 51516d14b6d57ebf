import { type GraphOutcome } from './graph-json.ts';
import { type Merged } from './merge.ts';
import { type Graph } from './model.ts';
/**
 * Writes a graph to one file, atomically: whoever reads sees the old graph or the new one.
 *
 * @throws what the file system reports; then the old file is untouched.
 */
export declare function saveGraph(path: string, graph: Graph): void;
export type LoadedGraph = GraphOutcome | {
    readonly kind: 'absent';
};
/** Reads a graph from one file. Never throws for what the file holds; too large a file is refused before it is read. */
export declare function loadGraph(path: string): LoadedGraph;
/** A file of a graph folder that could not be used. It stays where it is. */
export interface UnusableGraph {
    readonly file: string;
    readonly why: string;
}
export interface Synced extends Merged {
    readonly unusable: readonly UnusableGraph[];
}
/**
 * Joins a graph with those that lie in a folder, and leaves the result there. Afterwards this process and the folder
 * know the same; see `mergeGraphs` for what counts where they differed.
 *
 * Any number of processes may do this at the same time, without a lock: a file there is never changed, its name is made
 * of its content, and it is removed only after a file that holds all of it was written. A process that dies in between
 * leaves a file more, which the next one joins.
 *
 * @throws what the file system reports; nothing is lost then.
 */
export declare function syncGraph(folder: string, graph: Graph): Synced;
/** What lies in a graph folder, joined. Changes nothing there. */
export declare function readGraphFolder(folder: string): {
    readonly graph: Graph;
    readonly unusable: readonly UnusableGraph[];
};
/**
 * Puts what `keep` makes of the folder's graph in its place, and removes what could not be read. A process that still
 * knows what was left out brings it back when it syncs.
 */
export declare function pruneGraphFolder(folder: string, keep: (graph: Graph) => Graph): {
    readonly before: Graph;
    readonly after: Graph;
};
