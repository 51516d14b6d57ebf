import { sha256 } from '../core/digest.ts';
import { by } from '../core/order.ts';
import { isFileKind, type NodeStatus } from './kinds.ts';
import { nodesOf, type Edge, type Graph, type NodeId } from './model.ts';
import { reach, type Reached } from './walk.ts';

/** What is known about a node now, from looking at the disk or from somebody's verdict. */
export type NodeNow =
  /** It is there, with this content: SHA-256, 16 hexadecimal digits or more. */
  | { readonly kind: 'content'; readonly hash: string }
  /** It is as it was recorded, or nobody looked because it is nothing on a disk. */
  | { readonly kind: 'same' }
  /** It differs, or nobody can tell, which counts as much. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'missing' };

/** What somebody who knows better than the graph says of a node; what the graph holds of it then makes no difference. */
export interface Told {
  readonly status: NodeStatus;
  /** What makes it stale, where that is known. */
  readonly causes: readonly NodeId[];
}

export interface Statuses {
  readonly of: (id: NodeId) => NodeStatus;
  /** Its status was told, and does not follow from what it was made from. */
  readonly isTold: (id: NodeId) => boolean;
  /** What was made from something else than is there now, by node number. Files are not among it. */
  readonly stale: readonly NodeId[];
  /** Why: whoever uses `cause` in `users` was made from something else, or is something else, than is there now. */
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly cause: NodeId;
  readonly users: readonly NodeId[];
}

/**
 * The status of every node. Each edge remembers the hash that its file, or its function's result, had then: a node is
 * stale when one of them differs now, or when it uses, near or far, a node that is stale or missing; else unknown when it
 * uses one of which nobody knows. O(nodes + edges).
 */
export function findStatuses(
  graph: Graph,
  now: (id: NodeId) => NodeNow,
  told: (id: NodeId) => Told | undefined = () => undefined,
): Statuses {
  const present = presentNodes(graph, now);
  const causes = new Map<NodeId, NodeId[]>();
  const blame = (cause: NodeId, user: NodeId): void => {
    const users = causes.get(cause) ?? [];
    causes.set(cause, users);
    if (users.at(-1) !== user) users.push(user);
  };
  const verdicts = Array.from(nodesOf(graph), told);
  const isTold = (id: NodeId): boolean => verdicts[id] !== undefined;
  const own = Array.from(nodesOf(graph), (id): NodeStatus => verdicts[id]?.status ?? ownStatus(graph, id, present(id)));
  for (const id of nodesOf(graph)) {
    const known = verdicts[id]?.causes ?? [];
    for (const cause of known) blame(cause, id);
    if (!isTold(id)) for (const edge of graph.usesOf(id)) if (differs(graph, edge, present)) blame(edge.node, id);
    // Whoever uses a stale stage or a missing result is stale.
    if (isBasis(graph, id) || known.length > 0 || (own[id] !== 'stale' && own[id] !== 'missing')) continue;
    if (own[id] === 'stale') blame(id, id);
    for (const user of graph.dependents(id)) if (!isTold(user)) blame(id, user);
  }
  const reached = reachMade(graph, [...causes.values()].flat(), isTold);
  const doubtful = reachMade(
    graph,
    Array.from(nodesOf(graph)).filter((id) => own[id] === 'unknown'),
    isTold,
  );
  const of = (id: NodeId): NodeStatus => {
    const status = own[id] ?? 'fresh';
    if (isTold(id) || status !== 'fresh') return status;
    return reached.has(id) ? 'stale' : doubtful.has(id) ? 'unknown' : 'fresh';
  };
  return {
    of,
    isTold,
    stale: Array.from(nodesOf(graph)).filter((id) => of(id) === 'stale' && !isBasis(graph, id)),
    causes: [...causes].map(([cause, users]) => ({ cause, users })),
  };
}

/** Files, and templates, which are files by another name: users tell by the hash they remember whether they are stale. */
function isBasis(graph: Graph, id: NodeId): boolean {
  const kind = graph.kindOf(id);
  return isFileKind(kind) || kind === 'template';
}

/**
 * What was made from these nodes, near or far. Files stand in between as what they are now, whatever made them, and so
 * does what somebody knows better.
 */
function reachMade(graph: Graph, nodes: readonly NodeId[], isTold: Statuses['isTold']): Reached {
  const starts = nodes.filter((id) => !isBasis(graph, id));
  return reach(starts, (id) => graph.dependents(id).filter((user) => !isBasis(graph, user) && !isTold(user)));
}

/** A template is as the file that holds it. */
function presentNodes(graph: Graph, now: (id: NodeId) => NodeNow): (id: NodeId) => NodeNow {
  const present = Array.from(nodesOf(graph), now);
  const at = (id: NodeId): NodeNow => present[id] ?? { kind: 'same' };
  for (const id of graph.ofKind('template')) {
    const files = graph.usesOf(id).filter((edge) => edge.kind === 'file');
    const [only] = files;
    if (only === undefined || at(id).kind !== 'same') continue;
    const found = files.length === 1 ? at(only.node) : undefined;
    present[id] = found ?? { kind: files.some((edge) => differs(graph, edge, at)) ? 'changed' : 'same' };
  }
  return at;
}

/** What can be said without looking at the neighbours. */
function ownStatus(graph: Graph, id: NodeId, now: NodeNow): NodeStatus {
  const facts = graph.factsOf(id);
  const usual = facts.status ?? (isBasis(graph, id) ? 'tracked file' : 'fresh');
  switch (now.kind) {
    case 'missing':
      return 'missing';
    case 'changed':
      return 'stale';
    case 'content':
      return recordedHashes(graph, id).some((hash) => !sameContent(hash, now.hash)) ? 'stale' : usual;
    case 'same':
      return usual;
  }
}

/** Its own, or for a template those that remember its file. */
function recordedHashes(graph: Graph, id: NodeId): string[] {
  const { hash } = graph.factsOf(id);
  if (hash !== undefined) return [hash];
  return graph.usesOf(id).flatMap((edge) => (edge.kind === 'file' && edge.hash !== undefined ? [edge.hash] : []));
}

/** What an edge remembers of a file that was not there: no content that anybody recorded has this digest. */
export const ABSENT_HASH = sha256('bengal-cache: there was no file');

/** Whether a node that was made with this edge would find something else at its end now. */
function differs(graph: Graph, { node, hash }: Edge, present: (id: NodeId) => NodeNow): boolean {
  const now = present(node);
  switch (now.kind) {
    case 'missing':
      return isBasis(graph, node) && hash !== ABSENT_HASH;
    case 'changed':
      // Of others than files, whoever made them knows; see the loop over all nodes.
      return isBasis(graph, node);
    case 'content': {
      const recorded = hash === undefined ? recordedHashes(graph, node) : [hash];
      // When nobody recorded what it was, that counts as changed.
      return recorded.length === 0 || recorded.some((known) => !sameContent(known, now.hash));
    }
    case 'same': {
      const current = graph.kindOf(node) === 'function' ? graph.factsOf(node).hash : undefined;
      return hash !== undefined && current !== undefined && !sameContent(hash, current);
    }
  }
}

/** Bengal keeps the first 16 digits in some places and all of them in others. */
export function sameContent(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

export interface StaleNode {
  readonly node: NodeId;
  /** The changed files that it was made from, near or far, by name. */
  readonly files: readonly NodeId[];
  /** What else makes it stale: a stage, a function with another result or none; or the node itself. */
  readonly others: readonly NodeId[];
}

/** Each stale node with what changed. O(causes x reached). */
export function changedFiles(graph: Graph, { causes, stale, of, isTold }: Statuses): StaleNode[] {
  const found = new Map<NodeId, Set<NodeId>>(stale.map((id) => [id, new Set()]));
  for (const { cause, users } of causes) {
    const named = filesOfTemplate(graph, cause, of);
    for (const id of reachMade(graph, users, isTold).keys()) for (const name of named) found.get(id)?.add(name);
  }
  return [...found].map(([node, all]) => {
    const sorted = [...all].sort(by((id) => graph.nameOf(id)));
    return {
      node,
      files: sorted.filter((id) => isBasis(graph, id)),
      others: sorted.filter((id) => !isBasis(graph, id)),
    };
  });
}

/** A template stands for the changed ones of the files that hold it, where they are known; anything else for itself. */
function filesOfTemplate(graph: Graph, id: NodeId, statusOf: Statuses['of']): NodeId[] {
  const all = graph.usesOf(id).flatMap((edge) => (edge.kind === 'file' ? [edge.node] : []));
  const changed = all.filter((file) => ['stale', 'missing'].includes(statusOf(file)));
  const files = changed.length > 0 ? changed : all;
  return graph.kindOf(id) === 'template' && files.length > 0 ? files : [id];
}
