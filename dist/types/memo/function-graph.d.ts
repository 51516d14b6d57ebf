import { type Graph } from '../graph/model.ts';
import { type Statuses } from '../graph/status.ts';
import type { Entry } from './memo-entry.ts';
import type { ResultStore } from './result-store.ts';
/** Whether an entry is of the code that is known now; nobody may know. */
export type Currency = (entry: Entry) => 'current' | 'outdated' | 'unknown';
/** What is kept of calls: their graph, and which function each is a call of. */
export interface KeptCalls {
    readonly graph: Graph;
    /** Call as people write it -> name of its function. */
    readonly functionNames: ReadonlyMap<string, string>;
}
/** The graph of `keptCalls`. */
export declare function graphOfResults(store: ResultStore, currency: Currency): Graph;
/**
 * The graph of all kept calls: one node for each call, named as people write it, with the files that it read and the
 * calls that it made. Of several results of one call, for different code, a current one counts, and else the latest.
 */
export declare function keptCalls(store: ResultStore, currency: Currency): KeptCalls;
/** What the files of such a graph hold now. */
export declare function statusesOfResults(graph: Graph, root: string): Statuses;
