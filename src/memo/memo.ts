import { resolve } from 'node:path';
import { digestOfParts, type Sha256 } from '../core/digest.ts';
import type { Graph } from '../graph/model.ts';
import type { Statuses } from '../graph/status.ts';
import { callCached, type CachedFunction, type Flight, type MemoCore } from './call.ts';
import { warnProcess } from '../core/process-warning.ts';
import { keptCalls, statusesOfResults, type Currency } from './function-graph.ts';
import {
  changedNodes,
  dependentsOfFile,
  memoNodes,
  type ChangedNode,
  type FileDependents,
  type KeptGraph,
  type MemoNode,
} from './memo-node.ts';
import { plotGraph, type PlotOptions } from './plot.ts';
import { pruneResults, type Pruned, type PruneLimits } from './prune-results.ts';
import { resultStore } from './result-store.ts';

export interface MemoOptions {
  /** Where results are kept; made when it is not there. */
  readonly folder: string;
  /** Where relative tracked paths start, and what recorded paths are relative to; the current folder when absent. */
  readonly root?: string;
  /** `use` what is stored; `refresh` it, computing every call once anew; or have nothing stored or used: `off`. */
  readonly mode?: 'use' | 'refresh' | 'off';
  /** Results above this many bytes are not kept; 64 MiB when absent. */
  readonly maxResultBytes?: number;
  /** Results older than this many milliseconds are not used; no limit when absent. */
  readonly maxAgeMs?: number;
  /** Told what went wrong without harm. Warnings of the process when absent. */
  readonly warn?: (sentence: string) => void;
  /** Milliseconds since 1970; the clock when absent. */
  readonly now?: () => number;
  /** Once it is aborted, every call rejects with its reason; what runs already goes on, and is kept. */
  readonly signal?: AbortSignal;
}

export interface CachedOptions {
  /** Names the function in the store; its own name when absent. One name stands for one function. */
  readonly name?: string;
  /** Change it when something changes that the source text of the function does not show: a helper, a library. */
  readonly version?: string | number;
  /** As for the memo, for this function alone. */
  readonly maxAgeMs?: number;
}

/** Functions whose results are kept between runs of a program. */
export interface Memo {
  /**
   * The function, with results kept: a call with equal arguments gives a copy of the stored result as long as the code,
   * every tracked file and everything that it called are as they were. Errors are passed on and never kept. Equal calls at
   * the same time run once; twice, when the first fails or cannot be kept, for it may have seen what the others must not.
   * Arguments are plain data; results are whatever can be cloned.
   *
   * What a function reads besides its arguments, tracked files and other cached functions is not noticed.
   *
   * @throws Error when the name is empty or taken.
   */
  readonly cached: <Args extends readonly unknown[], Result>(
    compute: (...args: Args) => Result,
    options?: CachedOptions,
  ) => (...args: Args) => Promise<Awaited<Result>>;
  /** Every kept call, with its files and the calls that it made. */
  readonly graph: () => Graph;
  /** Every kept call, by the call as people write it. */
  readonly nodes: () => ReadonlyMap<string, MemoNode>;
  /** Every kept call that would be computed anew, with what changed, looked up on the disk now. */
  readonly changedFiles: () => ReadonlyMap<string, ChangedNode>;
  /** What depends on a file, in whatever way its path is written; relative ones start at the root of the memo. */
  readonly forFile: (path: string) => FileDependents;
  /** Draws every kept call with its files, and writes the picture where `output` says. See `PlotOptions`. */
  readonly plot: (options?: PlotOptions) => Promise<string | Uint8Array>;
  /** The status of each node of such a graph, looked up on the disk now. */
  readonly statuses: (graph: Graph) => Statuses;
  /** Removes what is too old or too much, and what crashes left. Without limits, those of the memo. */
  readonly prune: (limits?: PruneLimits) => Pruned;
  /** Forgets every result. Other processes may go on meanwhile: what they keep from then on stays. */
  readonly reset: () => void;
}

const DEFAULT_MOST_BYTES = 64 * 1024 * 1024;

/** Opens a store of results. Touches nothing until a function is called. */
export function openMemo(options: MemoOptions): Memo {
  const { maxAgeMs = Number.POSITIVE_INFINITY, maxResultBytes = DEFAULT_MOST_BYTES, now = Date.now } = options;
  const store = resultStore(resolve(options.folder));
  const root = resolve(options.root ?? '.');
  const functions = new Map<string, CachedFunction>();
  const warn = options.warn ?? warnProcess;
  const core: MemoCore = {
    ...{ store, root, functions, maxResultBytes, warn, now, mode: options.mode ?? 'use', signal: options.signal },
    ...{ inFlight: new Map<Sha256, Flight>(), refreshed: new Set<Sha256>() },
  };
  const kept = (): KeptGraph => ({ ...keptCalls(store, currencyOf(core)), folder: store.folder, root });
  return {
    cached<Args extends readonly unknown[], Result>(compute: (...args: Args) => Result, given: CachedOptions = {}) {
      // Arguments come from the function that is returned, so they are of the type that it takes.
      const known = describe(compute as CachedFunction['compute'], { maxAgeMs, ...given });
      if (functions.has(known.name)) throw new Error(nameTaken(known.name));
      functions.set(known.name, known);
      return async (...args: Args): Promise<Awaited<Result>> =>
        (await callCached(core, known, args)) as Awaited<Result>;
    },
    graph: () => kept().graph,
    nodes: () => memoNodes(kept()),
    changedFiles() {
      const calls = kept();
      return changedNodes(calls, statusesOfResults(calls.graph, root));
    },
    forFile: (path) => dependentsOfFile(kept(), path),
    async plot(given) {
      const { graph } = kept();
      return await plotGraph(graph, statusesOfResults(graph, root), given);
    },
    statuses: (graph) => statusesOfResults(graph, root),
    prune: (limits = {}) => pruneResults(store, { maxAgeMs, ...limits }, now()),
    reset() {
      core.refreshed.clear();
      store.clear();
    },
  };
}

/** Where no function is known, the store is only looked at. */
function currencyOf({ functions, now }: MemoCore): Currency {
  return (entry) => {
    const known = functions.get(entry.name);
    if (functions.size === 0) return 'unknown';
    const young = known !== undefined && entry.at <= now() && now() - entry.at <= known.maxAgeMs;
    return young && known.code === entry.code ? 'current' : 'outdated';
  };
}

function describe(
  compute: CachedFunction['compute'],
  { name = compute.name, version, maxAgeMs }: CachedOptions & { readonly maxAgeMs: number },
): CachedFunction {
  if (name === '') throw new Error('A cached function needs a name: give it one, or pass `name`');
  const source = Function.prototype.toString.call(compute);
  if (/\[native code\]\s*\}$/.test(source) && version === undefined)
    throw new Error(`Nobody can see the code of ${JSON.stringify(name)}, as of every bound function: pass \`version\``);
  const code = digestOfParts([
    ['source', source],
    ['version', version === undefined ? 'none' : `${typeof version} ${String(version)}`],
  ]);
  return { name, code, maxAgeMs, compute };
}

function nameTaken(name: string): string {
  return (
    `There is a cached function ${JSON.stringify(name)} already: ` +
    'pass another `name`, or pass what makes the difference as an argument'
  );
}
