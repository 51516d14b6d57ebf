import { nodesOf, type Graph, type NodeId } from './model.ts';

export type TopologicalOrder =
  /** Every node after all that it uses. */
  | { readonly kind: 'ordered'; readonly order: readonly NodeId[] }
  /** There is none: these nodes depend on themselves. */
  | { readonly kind: 'cyclic'; readonly cycles: readonly (readonly NodeId[])[] };

/**
 * Orders all nodes so that each comes after what it uses; of several that could come next, the one that was made first.
 * O((nodes + edges) log nodes).
 */
export function topologicalOrder(graph: Graph): TopologicalOrder {
  const open = new Uint32Array(graph.size);
  const ready = leastFirst();
  for (const id of nodesOf(graph)) {
    open[id] = graph.dependencies(id).length;
    if (open[id] === 0) ready.push(id);
  }
  const order: NodeId[] = [];
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id as NodeId);
    for (const user of graph.dependents(id as NodeId)) {
      open[user] = (open[user] ?? 0) - 1;
      if (open[user] === 0) ready.push(user);
    }
  }
  return order.length === graph.size ? { kind: 'ordered', order } : { kind: 'cyclic', cycles: findCycles(graph) };
}

/** A binary heap of numbers. */
function leastFirst(): { push(value: number): void; pop(): number | undefined } {
  const heap: number[] = [];
  const at = (index: number): number => heap[index] ?? Number.POSITIVE_INFINITY;
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  return {
    push(value) {
      let index = heap.push(value) - 1;
      for (let parent = (index - 1) >> 1; index > 0 && at(index) < at(parent); parent = (index - 1) >> 1) {
        swap(index, parent);
        index = parent;
      }
    },
    pop() {
      const least = heap[0];
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return least;
      heap[0] = last;
      for (let index = 0; ;) {
        const child = at(2 * index + 1) <= at(2 * index + 2) ? 2 * index + 1 : 2 * index + 2;
        if (at(child) >= at(index)) return least;
        swap(index, child);
        index = child;
      }
    },
  };
}

/**
 * Groups of nodes that all depend on each other, and single nodes that depend on themselves: Tarjan's strongly
 * connected components, iterative. Members and groups by node number.
 */
export function findCycles(graph: Graph): NodeId[][] {
  const { size } = graph;
  const [index, low] = [new Uint32Array(size), new Uint32Array(size)];
  const onStack = new Uint8Array(size);
  const stack: NodeId[] = [];
  const cycles: NodeId[][] = [];
  let counter = 0;
  for (const root of nodesOf(graph)) {
    if (index[root] !== 0) continue;
    const path: { readonly id: NodeId; readonly rest: NodeId[]; next: number }[] = [];
    const enter = (id: NodeId): void => {
      index[id] = low[id] = ++counter;
      stack.push(id);
      onStack[id] = 1;
      path.push({ id, rest: graph.dependents(id), next: 0 });
    };
    enter(root);
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const { id } = here;
      const to = here.rest[here.next++];
      if (to !== undefined) {
        if (index[to] === 0) enter(to);
        else if (onStack[to] === 1) low[id] = Math.min(low[id] ?? 0, index[to] ?? 0);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low[before.id] = Math.min(low[before.id] ?? 0, low[id] ?? 0);
      if (low[id] === index[id]) {
        const members = stack.splice(stack.lastIndexOf(id));
        for (const member of members) onStack[member] = 0;
        if (members.length > 1 || here.rest.includes(id)) cycles.push(members.sort((left, right) => left - right));
      }
    }
  }
  return cycles.sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0));
}
