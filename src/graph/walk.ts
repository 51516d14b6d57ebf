import type { Graph, NodeId } from './model.ts';

/** How a node was reached: the node before it, or `undefined` for a start. */
export type Reached = ReadonlyMap<NodeId, NodeId | undefined>;

/**
 * Everything that depends on the starts, near or far, each with the node it was first reached from. Breadth first, so
 * the chain back is a shortest one; iterative, with one visited set for all starts: O(nodes + edges) reached.
 */
export function reachDependents(graph: Graph, starts: Iterable<NodeId>, most = Number.POSITIVE_INFINITY): Reached {
  return reach(starts, (id) => graph.dependents(id), most);
}

/** Everything that the starts are made from, near or far. Otherwise as `reachDependents`. */
export function reachDependencies(graph: Graph, starts: Iterable<NodeId>, most = Number.POSITIVE_INFINITY): Reached {
  return reach(starts, (id) => graph.dependencies(id), most);
}

/** Everything that `next` leads to, up to `most` steps away. Otherwise as `reachDependents`. */
export function reach(
  starts: Iterable<NodeId>,
  next: (id: NodeId) => readonly NodeId[],
  most = Number.POSITIVE_INFINITY,
): Reached {
  const reached = new Map<NodeId, NodeId | undefined>();
  let border: NodeId[] = [];
  for (const start of starts) {
    if (!reached.has(start)) border.push(start);
    reached.set(start, undefined);
  }
  for (let steps = 0; border.length > 0 && steps < most; steps++) {
    const beyond: NodeId[] = [];
    for (const from of border) {
      for (const to of next(from)) {
        if (reached.has(to)) continue;
        reached.set(to, from);
        beyond.push(to);
      }
    }
    border = beyond;
  }
  return reached;
}

/** The chain from a start to `node`, both included. */
export function chainTo(reached: Reached, node: NodeId): NodeId[] {
  const chain: NodeId[] = [];
  for (let at: NodeId | undefined = node; at !== undefined; at = reached.get(at)) chain.push(at);
  return chain.reverse();
}
