import { digestOfParts } from '../core/digest.ts';
import { byCodeUnit } from '../core/order.ts';
import { isFileKind, type NodeKind } from './kinds.ts';
import type { Graph, NodeId } from './model.ts';
import { templateNameOf } from './template-name.ts';
import { chainTo, reachDependents } from './walk.ts';

/** A node as people ask for it: by name, with its neighbours. All lists in order of kind and name. */
export interface NodeView {
  readonly kind: NodeKind;
  readonly name: string;
  /** The recorded hash; without one, a digest of everything that it was made from as far as that was recorded. */
  readonly hash: string;
  /** What uses it: its pages, or the function that called it. */
  readonly parents: readonly NodeId[];
  /** What it uses: its templates, or the functions that it called. Files stand in `files` instead. */
  readonly children: readonly NodeId[];
  /** Names of the files that it was made from, directly. */
  readonly files: readonly string[];
  /** By file name, the hash that each had then, where it was recorded. */
  readonly fileHashes: ReadonlyMap<string, string>;
  readonly output: string | undefined;
  /** Milliseconds since 1970. */
  readonly recordedAt: number | undefined;
}

export function viewNode(graph: Graph, id: NodeId): NodeView {
  const facts = graph.factsOf(id);
  const edges = graph.usesOf(id);
  const files = edges.filter((edge) => isFileKind(graph.kindOf(edge.node)));
  const hashes = files.flatMap(({ node, hash }) => (hash === undefined ? [] : [[graph.nameOf(node), hash] as const]));
  const children = new Set(edges.flatMap(({ node }) => (isFileKind(graph.kindOf(node)) ? [] : [node])));
  return {
    kind: graph.kindOf(id),
    name: graph.nameOf(id),
    hash: facts.hash ?? digestOfUses(graph, id),
    parents: sortNodes(graph, graph.dependents(id)),
    children: sortNodes(graph, children),
    files: [...new Set(files.map(({ node }) => graph.nameOf(node)))].sort(byCodeUnit),
    fileHashes: new Map(hashes.sort(([left], [right]) => byCodeUnit(left, right))),
    output: facts.output,
    recordedAt: facts.recordedAt,
  };
}

function digestOfUses(graph: Graph, id: NodeId): string {
  const parts = graph
    .usesOf(id)
    .map(({ node, kind, hash }) => [`${kind} ${graph.kindOf(node)} ${graph.nameOf(node)}`, hash ?? ''] as const);
  return digestOfParts(parts.sort(([left], [right]) => byCodeUnit(left, right)));
}

/** By kind, then by name: an order that does not depend on how the graph was made. */
export function sortNodes(graph: Graph, nodes: Iterable<NodeId>): NodeId[] {
  return [...nodes].sort(
    (left, right) =>
      byCodeUnit(graph.kindOf(left), graph.kindOf(right)) || byCodeUnit(graph.nameOf(left), graph.nameOf(right)),
  );
}

/** Kinds that name a file, the likelier first. */
const NAMED_BY_PATH: readonly NodeKind[] = ['source', 'data', 'asset', 'config', 'external', 'output'];

/** The nodes that stand for a file; several where it is a template too. A page of its name was made from it. */
export function nodesOfFile(graph: Graph, path: string): NodeId[] {
  const found = NAMED_BY_PATH.flatMap((kind) => graph.find(kind, path) ?? []);
  const name = templateNameOf(path);
  const template = name === undefined ? undefined : graph.find('template', name);
  return template === undefined ? found : [...found, template];
}

export interface FileUse {
  readonly node: NodeId;
  /** From the file to the node, both included; a shortest one. */
  readonly chain: readonly NodeId[];
}

/** Everything that was made from a file, near or far; the nearest first, then by kind and name. Empty for unknown files. */
export function forFile(graph: Graph, path: string): FileUse[] {
  const starts = nodesOfFile(graph, path);
  const reached = reachDependents(graph, starts);
  const own = new Set(starts);
  const uses = sortNodes(graph, reached.keys())
    .filter((node) => !own.has(node))
    .map((node) => ({ node, chain: chainTo(reached, node) }));
  return uses.sort((left, right) => left.chain.length - right.chain.length);
}
