import type { NodeKind } from './kinds.ts';
import { graphBuilder, nodesOf, type Graph, type GraphBuilder, type NodeId } from './model.ts';
import { reachDependencies, reachDependents } from './walk.ts';

/** The given nodes with the edges between them, as a graph of its own. Nodes keep their order. */
export function subgraph(graph: Graph, nodes: Iterable<NodeId>): Graph {
  const builder = graphBuilder();
  copyNodes(
    builder,
    graph,
    [...new Set(nodes)].sort((left, right) => left - right),
  );
  return builder.build();
}

/** Adds nodes of a graph to a builder, with the edges between them. */
export function copyNodes(builder: GraphBuilder, graph: Graph, nodes: Iterable<NodeId>): void {
  const ids = new Map<NodeId, NodeId>();
  for (const id of nodes) ids.set(id, builder.node(graph.kindOf(id), graph.nameOf(id), graph.factsOf(id)));
  for (const [user, copy] of ids) {
    for (const edge of graph.usesOf(user)) {
      const used = ids.get(edge.node);
      if (used !== undefined) builder.depends(copy, used, edge);
    }
  }
}

/** What the nodes were made from and what was made from them, up to `radius` steps each way, themselves included. */
export function neighbourhood(graph: Graph, nodes: readonly NodeId[], radius: number): NodeId[] {
  const [before, after] = [reachDependencies(graph, nodes, radius), reachDependents(graph, nodes, radius)];
  return [...new Set([...before.keys(), ...after.keys()])].sort((left, right) => left - right);
}

export interface Collapsed {
  readonly graph: Graph;
  /** What became of each node of the given graph. */
  readonly groupOf: (id: NodeId) => NodeId;
}

/**
 * Makes one node of all nodes that get the same kind and name; what gets `undefined` stays. A group has `members` and
 * keeps no facts of theirs. Edges within a group vanish, and several between two groups become one of each kind.
 */
export function collapse(
  graph: Graph,
  groupFor: (id: NodeId) => { readonly kind: NodeKind; readonly name: string } | undefined,
): Collapsed {
  const builder = graphBuilder();
  const sizes = new Map<NodeId, number>();
  const groups = Array.from(nodesOf(graph), (id) => {
    const group = groupFor(id);
    const copy =
      group === undefined
        ? builder.node(graph.kindOf(id), graph.nameOf(id), graph.factsOf(id))
        : builder.node(group.kind, group.name);
    sizes.set(copy, (sizes.get(copy) ?? 0) + (graph.factsOf(id).members ?? 1));
    return copy;
  });
  const groupOf = (id: NodeId): NodeId => groups[id] ?? id;
  for (const id of nodesOf(graph)) {
    addUses(builder, { graph, id, groupOf });
  }
  for (const [group, members] of sizes)
    if (members > 1) builder.node(builder.kindOf(group), builder.nameOf(group), { members });
  return { graph: builder.build(), groupOf };
}

function addUses(
  builder: GraphBuilder,
  { graph, id, groupOf }: { readonly graph: Graph; readonly id: NodeId; readonly groupOf: (id: NodeId) => NodeId },
): void {
  const user = groupOf(id);
  for (const { node, kind } of graph.usesOf(id))
    if (groupOf(node) !== user) builder.depends(user, groupOf(node), { kind });
}
