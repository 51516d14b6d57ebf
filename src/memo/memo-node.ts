import { realpathSync } from '../disk/node.ts';
import { resolve } from 'node:path';
import { changedFiles, type Statuses } from '../graph/status.ts';
import type { Graph, NodeId } from '../graph/model.ts';
import { forFile, nodesOfFile, viewNode } from '../graph/query.ts';
import type { KeptCalls } from './function-graph.ts';
import { ABSENT, fingerprintFile, recordedPath } from './tracked-file.ts';

/** A kept call of a cached function. Other calls go by their `call`, which is also the key of `nodes()`. */
export interface MemoNode {
  /** The call as people write it: `loadCounts("samples/counts.csv")`. */
  readonly call: string;
  /** `loadCounts`. */
  readonly functionName: string;
  /** SHA-256 of the stored result. */
  readonly hash: string;
  /** Calls that made this one. */
  readonly parents: readonly string[];
  /** Calls that this one made. */
  readonly children: readonly string[];
  /** Files that it tracked: relative to the root of the memo, or absolute outside of it. */
  readonly files: readonly string[];
  /** File -> SHA-256 of its content then. A file that was not there has none. */
  readonly fileHashes: ReadonlyMap<string, string>;
  /** Where the result is kept; absolute. */
  readonly outputFile: string;
}

/** A call whose result would be computed anew. */
export interface ChangedNode {
  readonly node: MemoNode;
  /** Files that it depends on, near or far, and that changed or are gone. */
  readonly changedFiles: readonly string[];
  /** What else makes it stale: calls whose code changed, or whose results changed or are gone; itself may be among them. */
  readonly changedCalls: readonly string[];
}

/** What depends on a file. `unused`: it is there, and no kept call tracked it. `unknown`: it is not even there. */
export interface FileDependents {
  readonly kind: 'used' | 'unused' | 'unknown';
  /** Near or far; the nearest first. */
  readonly nodes: ReadonlyMap<string, MemoNode>;
}

/** Kept calls with where they are kept. */
export interface KeptGraph extends KeptCalls {
  readonly folder: string;
  /** Where relative paths start. */
  readonly root: string;
}

/** Every kept call, by the call. */
export function memoNodes(kept: KeptGraph): ReadonlyMap<string, MemoNode> {
  return nodesFrom(kept, kept.graph.ofKind('function'));
}

/** Every stale call, by the call. */
export function changedNodes(kept: KeptGraph, statuses: Statuses): ReadonlyMap<string, ChangedNode> {
  const named = (ids: readonly NodeId[]): readonly string[] => ids.map((id) => kept.graph.nameOf(id));
  const stale = changedFiles(kept.graph, statuses).map(({ node, files, others }): ChangedNode => {
    return { node: memoNode(kept, node), changedFiles: named(files), changedCalls: named(others) };
  });
  const missing = kept.graph.ofKind('function').flatMap((id): ChangedNode[] => {
    if (statuses.of(id) !== 'missing') return [];
    return [{ node: memoNode(kept, id), changedFiles: [], changedCalls: named([id]) }];
  });
  return new Map([...stale, ...missing].map((changed) => [changed.node.call, changed]));
}

/** Whatever the path looks like: relative to the root, absolute, with dots in it, or through links. */
export function dependentsOfFile(kept: KeptGraph, path: string): FileDependents {
  const { graph, root } = kept;
  const spellings = [recordedPath(root, path), recordedPath(realPath(root), realPath(resolve(root, path)))];
  const known = spellings.find((name) => nodesOfFile(graph, name).length > 0);
  const uses = known === undefined ? [] : forFile(graph, known).map(({ node }) => node);
  const nodes = nodesFrom(kept, uses);
  if (nodes.size > 0) return { kind: 'used', nodes };
  return { kind: fingerprintFile(resolve(root, path)) === ABSENT ? 'unknown' : 'unused', nodes };
}

function nodesFrom(kept: KeptGraph, ids: Iterable<NodeId>): ReadonlyMap<string, MemoNode> {
  const functions = [...ids].filter((id) => kept.graph.kindOf(id) === 'function');
  return new Map(functions.map((id) => [kept.graph.nameOf(id), memoNode(kept, id)]));
}

function memoNode({ graph, functionNames, folder }: KeptGraph, id: NodeId): MemoNode {
  const { name, hash, parents, children, files, fileHashes, output } = viewNode(graph, id);
  return {
    ...{ call: name, functionName: functionNames.get(name) ?? name, hash },
    ...{ parents: namesOf(graph, parents), children: namesOf(graph, children), files, fileHashes },
    outputFile: resolve(folder, output ?? ''),
  };
}

function namesOf(graph: Graph, ids: readonly NodeId[]): string[] {
  return ids.map((id) => graph.nameOf(id));
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // Not there: then it has no other spelling.
    return path;
  }
}
