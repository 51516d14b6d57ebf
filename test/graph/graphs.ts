import fc from 'fast-check';
import { EDGE_KINDS, NODE_KINDS, NODE_STATUSES, type EdgeKind, type NodeKind } from '../../src/graph/kinds.ts';
import { graphBuilder, nodesOf, type Graph, type NodeFacts, type NodeId } from '../../src/graph/model.ts';

/** A graph as people write it down: `user` uses `used`. */
export interface PlainGraph {
  readonly nodes: readonly { readonly kind: NodeKind; readonly name: string; readonly facts: NodeFacts }[];
  readonly edges: readonly {
    readonly user: number;
    readonly used: number;
    readonly kind: EdgeKind;
    readonly hash: string | undefined;
  }[];
}

export function toGraph({ nodes, edges }: PlainGraph): Graph {
  const builder = graphBuilder();
  const ids = nodes.map(({ kind, name, facts }) => builder.node(kind, name, facts));
  for (const { user, used, kind, hash } of edges) builder.depends(ids[user]!, ids[used]!, { kind, hash });
  return builder.build();
}

/** Nodes and edges by name, in an order that does not depend on node numbers. */
export function plainly(graph: Graph): { nodes: string[]; edges: string[] } {
  const name = (id: NodeId): string => `${graph.kindOf(id)} ${graph.nameOf(id)}`;
  const nodes = [...nodesOf(graph)].map(
    (id) => `${name(id)} ${JSON.stringify(Object.entries(graph.factsOf(id)).sort())}`,
  );
  const edges = [...nodesOf(graph)].flatMap((id) =>
    graph.usesOf(id).map((edge) => `${name(id)} ${edge.kind} ${name(edge.node)} ${edge.hash ?? '-'}`),
  );
  return { nodes: nodes.sort(), edges: edges.sort() };
}

export function namesOf(graph: Graph, ids: Iterable<NodeId>): string[] {
  return [...ids].map((id) => graph.nameOf(id)).sort();
}

const hash = fc.constantFrom('a'.repeat(16), 'b'.repeat(16), 'c'.repeat(16));
const facts = fc.record(
  {
    hash,
    output: fc.constantFrom('x', 'y'),
    recordedAt: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom(...NODE_STATUSES),
    members: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
);

export interface GraphShape {
  readonly kinds?: readonly NodeKind[];
  readonly names?: readonly string[];
  readonly facts?: fc.Arbitrary<NodeFacts>;
  readonly edgeKinds?: readonly EdgeKind[];
}

/** Any small graph, cycles and self-loops included. Few names, so that two graphs share nodes. */
export function anyGraph(shape: GraphShape = {}): fc.Arbitrary<PlainGraph> {
  const nodes = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...(shape.kinds ?? NODE_KINDS)),
      name: fc.constantFrom(...(shape.names ?? ['a', 'b', '__proto__', 'tag:x'])),
      facts: shape.facts ?? facts,
    }),
    { minLength: 1, maxLength: 12, selector: ({ kind, name }) => `${kind} ${name}` },
  );
  return nodes.chain((some) => {
    const index = fc.integer({ min: 0, max: some.length - 1 });
    const edge = fc.record({
      user: index,
      used: index,
      kind: fc.constantFrom(...(shape.edgeKinds ?? EDGE_KINDS)),
      hash: fc.option(hash, { nil: undefined }),
    });
    return fc.record({ nodes: fc.constant(some), edges: fc.array(edge, { maxLength: 30 }) });
  });
}
