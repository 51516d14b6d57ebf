import type { Graph } from '../graph/model.ts';
import { graphOfResults } from './function-graph.ts';
import { pruneResults, type Pruned, type PruneLimits } from './prune-results.ts';
import { resultStore } from './result-store.ts';

/** The graph of the results that lie in a folder, for who does not know the functions: nobody looks at their code. */
export function readResultGraph(folder: string): Graph {
  return graphOfResults(resultStore(folder), () => 'unknown');
}

/** Removes results of a folder as `Memo.prune` does. */
export function pruneResultFolder(folder: string, limits: PruneLimits, now: number): Pruned {
  return pruneResults(resultStore(folder), limits, now);
}
