import { createHash } from 'node:crypto';
import { constants, closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from '../disk/node.ts';
import { join } from 'node:path';
import { writeAtomically } from '../bengal/atomic-write.ts';
import { DEFAULT_LIMITS } from '../bengal/size-limits.ts';
import { byCodeUnit } from '../core/order.ts';
import { messageOf } from '../core/result.ts';
import { graphFromLines, graphLines, type GraphOutcome } from './graph-json.ts';
import { mergeGraphs, type Merged } from './merge.ts';
import { graphBuilder, type Graph } from './model.ts';

/**
 * Writes a graph to one file, atomically: whoever reads sees the old graph or the new one.
 *
 * @throws what the file system reports; then the old file is untouched.
 */
export function saveGraph(path: string, graph: Graph): void {
  writeAtomically(path, linesAsBytes(graph));
}

function* linesAsBytes(graph: Graph): Generator<Buffer> {
  for (const line of graphLines(graph)) yield Buffer.from(line, 'utf8');
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
    return graphFromLines(linesOf(file, stat.size));
  } catch (thrown) {
    return { kind: 'corrupt', why: messageOf(thrown) };
  } finally {
    closeSync(file);
  }
}

const CHUNK_BYTES = 1 << 20;
const LINE_END = 0x0a;

/** The lines of a file, without their ends. What is appended meanwhile is not read. */
function* linesOf(file: number, size: number): Generator<string> {
  let begun: Buffer[] = [];
  for (let rest = size; rest > 0;) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, rest));
    const read = readSync(file, chunk);
    if (read === 0) break;
    rest -= read;
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0 && end < read; end = chunk.indexOf(LINE_END, start)) {
      yield Buffer.concat([...begun, chunk.subarray(start, end)]).toString('utf8');
      begun = [];
      start = end + 1;
    }
    begun.push(chunk.subarray(start, read));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString('utf8');
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
  const { names, ...synced } = joinWithParts(folder, graph);
  replaceParts(folder, synced.graph, names);
  return synced;
}

/** In a function of its own, so that the graph of the folder can go before the result is written. */
function joinWithParts(folder: string, graph: Graph): Synced & Pick<Parts, 'names'> {
  const { graph: there, names, unusable } = readParts(folder);
  return { ...mergeGraphs(graph, there), names, unusable };
}

/** What lies in a graph folder, joined. Changes nothing there. */
export function readGraphFolder(folder: string): {
  readonly graph: Graph;
  readonly unusable: readonly UnusableGraph[];
} {
  const { graph, unusable } = readParts(folder);
  return { graph, unusable };
}

/**
 * Puts what `keep` makes of the folder's graph in its place, and removes what could not be read. A process that still
 * knows what was left out brings it back when it syncs.
 */
export function pruneGraphFolder(
  folder: string,
  keep: (graph: Graph) => Graph,
): { readonly before: Graph; readonly after: Graph } {
  const { graph: before, names, unusable } = readParts(folder);
  const after = keep(before);
  if (names.size > 0) replaceParts(folder, after, names);
  for (const { file } of unusable) remove(join(folder, file));
  return { before, after };
}

const PART = /^graph-[0-9a-f]{32}\.json$/;

interface Parts {
  /** All that could be read, joined. */
  readonly graph: Graph;
  /** Of the files that it was joined from. */
  readonly names: ReadonlySet<string>;
  readonly unusable: readonly UnusableGraph[];
}

/** Reads until a listing holds nothing unknown: what vanished meanwhile is part of a file that a new listing shows. */
function readParts(folder: string): Parts {
  const names = new Set<string>();
  const unusable = new Map<string, string>();
  let graph: Graph | undefined;
  for (let vanished = true; vanished;) {
    vanished = false;
    for (const name of listParts(folder)) {
      if (names.has(name) || unusable.has(name)) continue;
      const loaded = loadGraph(join(folder, name));
      if (loaded.kind === 'read') {
        names.add(name);
        // At once: two large graphs fit into memory, all of them might not.
        graph = graph === undefined ? loaded.graph : mergeGraphs(graph, loaded.graph).graph;
      } else if (loaded.kind === 'absent') vanished = true;
      else unusable.set(name, loaded.why);
    }
  }
  return {
    graph: graph ?? graphBuilder().build(),
    names,
    unusable: [...unusable].map(([file, why]) => ({ file, why })),
  };
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
  const name = `graph-${digestOf(graph)}.json`;
  mkdirSync(folder, { recursive: true });
  // Written even where it exists: that one may be about to be removed by somebody who joined it into another.
  writeAtomically(join(folder, name), linesAsBytes(graph));
  for (const other of joined) if (other !== name) remove(join(folder, other));
}

/** Made of lines that are made again for the file: to keep them would take as much room as half a graph. */
function digestOf(graph: Graph): string {
  const hash = createHash('sha256');
  for (const line of graphLines(graph)) hash.update(line, 'utf8');
  return hash.digest('hex').slice(0, 32);
}

/** On Windows a file that somebody reads cannot be removed; the next sync will. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (thrown) {
    if (!['EPERM', 'EBUSY', 'EACCES'].includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
  }
}
