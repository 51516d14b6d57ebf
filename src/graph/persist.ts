import { constants, closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../bengal/atomic-write.ts';
import { DEFAULT_LIMITS } from '../bengal/size-limits.ts';
import { sha256 } from '../core/digest.ts';
import { byCodeUnit } from '../core/order.ts';
import { messageOf } from '../core/result.ts';
import { graphFromJson, graphToJson, type GraphOutcome } from './json.ts';
import { mergeGraphs, type Merged } from './merge.ts';
import { graphBuilder, type Graph } from './model.ts';

/**
 * Writes a graph to one file, atomically: whoever reads sees the old graph or the new one.
 *
 * @throws what the file system reports; then the old file is untouched.
 */
export function saveGraph(path: string, graph: Graph): void {
  writeAtomically(path, Buffer.from(graphToJson(graph), 'utf8'));
}

export type LoadedGraph = GraphOutcome | { readonly kind: 'absent' };

/** Reads a graph from one file. Never throws for what the file holds; too large a file is refused before it is read. */
export function loadGraph(path: string): LoadedGraph {
  let file: number;
  try {
    // Without blocking, for a pipe would have us wait for somebody to write to it.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ENOENT'
      ? { kind: 'absent' }
      : { kind: 'corrupt', why: messageOf(thrown) };
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { kind: 'corrupt', why: 'it is no regular file' };
    if (stat.size > DEFAULT_LIMITS.fileBytes)
      return { kind: 'corrupt', why: `it has ${String(stat.size)} bytes, more than are read` };
    return graphFromJson(readFileSync(file, 'utf8'));
  } catch (thrown) {
    return { kind: 'corrupt', why: messageOf(thrown) };
  } finally {
    closeSync(file);
  }
}

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
export function syncGraph(folder: string, graph: Graph): Synced {
  const { graphs, unusable } = readParts(folder);
  const merged = mergeGraphs(graph, joinAll([...graphs.values()]));
  replaceParts(folder, merged.graph, graphs.keys());
  return { ...merged, unusable };
}

/** What lies in a graph folder, joined. Changes nothing there. */
export function readGraphFolder(folder: string): {
  readonly graph: Graph;
  readonly unusable: readonly UnusableGraph[];
} {
  const { graphs, unusable } = readParts(folder);
  return { graph: joinAll([...graphs.values()]), unusable };
}

/**
 * Puts what `keep` makes of the folder's graph in its place, and removes what could not be read. A process that still
 * knows what was left out brings it back when it syncs.
 */
export function pruneGraphFolder(
  folder: string,
  keep: (graph: Graph) => Graph,
): { readonly before: Graph; readonly after: Graph } {
  const { graphs, unusable } = readParts(folder);
  const before = joinAll([...graphs.values()]);
  const after = keep(before);
  if (graphs.size > 0) replaceParts(folder, after, graphs.keys());
  for (const { file } of unusable) remove(join(folder, file));
  return { before, after };
}

function joinAll(graphs: readonly Graph[]): Graph {
  return graphs.reduce((joined, graph) => mergeGraphs(joined, graph).graph, graphBuilder().build());
}

const PART = /^graph-[0-9a-f]{32}\.json$/;

interface Parts {
  readonly graphs: ReadonlyMap<string, Graph>;
  readonly unusable: readonly UnusableGraph[];
}

/** Reads until a listing holds nothing unknown: what vanished meanwhile is part of a file that a new listing shows. */
function readParts(folder: string): Parts {
  const graphs = new Map<string, Graph>();
  const unusable = new Map<string, string>();
  for (let vanished = true; vanished;) {
    vanished = false;
    for (const name of listParts(folder)) {
      if (graphs.has(name) || unusable.has(name)) continue;
      const loaded = loadGraph(join(folder, name));
      if (loaded.kind === 'read') graphs.set(name, loaded.graph);
      else if (loaded.kind === 'absent') vanished = true;
      else unusable.set(name, loaded.why);
    }
  }
  return { graphs, unusable: [...unusable].map(([file, why]) => ({ file, why })) };
}

function listParts(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => PART.test(name))
      .sort(byCodeUnit);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw thrown;
  }
}

function replaceParts(folder: string, graph: Graph, joined: Iterable<string>): void {
  const text = graphToJson(graph);
  const name = `graph-${sha256(text).slice(0, 32)}.json`;
  mkdirSync(folder, { recursive: true });
  // Written even where it exists: that one may be about to be removed by somebody who joined it into another.
  writeAtomically(join(folder, name), Buffer.from(text, 'utf8'));
  for (const other of joined) if (other !== name) remove(join(folder, other));
}

/** On Windows a file that somebody reads cannot be removed; the next sync will. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (thrown) {
    if (!['EPERM', 'EBUSY', 'EACCES'].includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
  }
}
