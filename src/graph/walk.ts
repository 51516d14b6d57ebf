import type { Graph, NodeId } from './model.ts';

/** How a node was reached: the node before it, or `undefined` for a start. */
export type Reached = ReadonlyMap<NodeId, NodeId | undefined>;

/**
 * Everything that depends on the starts, near or far, each with the node it was first reached from. Breadth first, so
 * the chain back is a shortest one; iterative, with one visited set for all starts: O(nodes + edges) reached.
 */
export function reachDependents(graph: Graph, starts: Iterable<NodeId>): Reached {
  const reached = new Map<NodeId, NodeId | undefined>();
  const queue: NodeId[] = [];
  for (const start of starts) {
    if (!reached.has(start)) queue.push(start);
    reached.set(start, undefined);
  }
  // The loop sees what is appended while it runs.
  for (const from of queue) {
    for (const dependent of graph.dependents(from)) {
      if (reached.has(dependent)) continue;
      reached.set(dependent, from);
      queue.push(dependent);
    }
  }
  return reached;
}

/** The chain from a start to `node`, both included. */
export function chainTo(reached: Reached, node: NodeId): NodeId[] {
  const chain: NodeId[] = [];
  for (let at: NodeId | undefined = node; at !== undefined; at = reached.get(at)) chain.push(at);
  return chain.reverse();
}
