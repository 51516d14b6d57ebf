import { type Graph } from '../graph/model.ts';
import { type Statuses } from '../graph/status.ts';
import type { Entry } from './entry.ts';
import type { ResultStore } from './result-store.ts';
/** Whether an entry is of the code that is known now; nobody may know. */
export type Currency = (entry: Entry) => 'current' | 'outdated' | 'unknown';
/**
 * The graph of all kept calls: one node for each call, named as people write it, with the files that it read and the
 * calls that it made. Of several results of one call, for different code, a current one counts, and else the latest.
 */
export declare function graphOfResults(store: ResultStore, currency: Currency): Graph;
/** What the files of such a graph hold now. */
export declare function statusesOfResults(graph: Graph, root: string): Statuses;
