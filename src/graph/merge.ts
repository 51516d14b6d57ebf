import { byCodeUnit } from '../core/order.ts';
import { EDGE_KINDS, type NodeKind } from './kinds.ts';
import {
  graphBuilder,
  nodesOf,
  type Edge,
  type Graph,
  type GraphBuilder,
  type NodeFacts,
  type NodeId,
} from './model.ts';

export interface NodeName {
  readonly kind: NodeKind;
  readonly name: string;
}

/** What merging two graphs found. Lists in the order of the nodes. */
export interface Merged {
  readonly graph: Graph;
  /** Only in the second. */
  readonly added: readonly NodeName[];
  /** In both and different, and the second was recorded later: it counts. */
  readonly updated: readonly NodeName[];
  /** In both and different, and the first was recorded later: it stays. */
  readonly kept: readonly NodeName[];
  /** In both and different, and recorded at the same time: which one counts is arbitrary, but always the same one. */
  readonly conflicts: readonly NodeName[];
}

/**
 * Joins two graphs: every node of both, each with one side's record, which is its facts and everything that it uses.
 * The later record counts, and a node that one side merely mentions has none there. No node and no record that counts
 * is ever lost, so merging is idempotent, commutative and associative, apart from node numbers.
 */
export function mergeGraphs(first: Graph, second: Graph): Merged {
  const builder = graphBuilder();
  // Numbers of the first stay as they are, so what has a higher one is only in the second.
  const ones = Uint32Array.from(nodesOf(first), (id) => builder.node(first.kindOf(id), first.nameOf(id)));
  const others = Uint32Array.from(nodesOf(second), (id) => builder.node(second.kindOf(id), second.nameOf(id)));
  const found = { added: [], updated: [], kept: [], conflicts: [] } as Record<Exclude<Verdict, 'same'>, NodeName[]>;
  const shared = new Int32Array(first.size).fill(-1);
  for (const id of nodesOf(second)) if ((others[id] ?? 0) < first.size) shared[others[id] ?? 0] = id;
  for (const id of nodesOf(first)) {
    const mine = recordOf(first, id, ones);
    const at = shared[id] ?? -1;
    const { verdict, record } =
      at < 0 ? { verdict: 'same' as const, record: mine } : choose(mine, recordOf(second, at as NodeId, others));
    if (verdict !== 'same') found[verdict].push({ kind: builder.kindOf(id), name: builder.nameOf(id) });
    place(builder, id, record);
  }
  for (const id of nodesOf(second)) {
    const merged = (others[id] ?? 0) as NodeId;
    if (merged < first.size) continue;
    found.added.push({ kind: builder.kindOf(merged), name: builder.nameOf(merged) });
    place(builder, merged, recordOf(second, id, others));
  }
  return { graph: builder.build(), ...found };
}

interface NodeRecord {
  readonly facts: NodeFacts;
  /** With node numbers of the merged graph, in a fixed order. */
  readonly uses: readonly Edge[];
  /** Names of the used nodes, for an order that does not depend on node numbers. */
  readonly text: () => string;
}

function recordOf(graph: Graph, id: NodeId, merged: Uint32Array): NodeRecord {
  const edges = graph.usesOf(id);
  const uses = edges
    .map(({ node, kind, hash }) => ({ node: (merged[node] ?? 0) as NodeId, kind, hash }))
    .sort((left, right) => left.node - right.node || EDGE_KINDS.indexOf(left.kind) - EDGE_KINDS.indexOf(right.kind));
  const text = (): string =>
    JSON.stringify([
      Object.entries(graph.factsOf(id)).sort(([left], [right]) => byCodeUnit(left, right)),
      edges
        .map(({ node, kind, hash }) => JSON.stringify([graph.kindOf(node), graph.nameOf(node), kind, hash ?? null]))
        .sort(byCodeUnit),
    ]);
  return { facts: graph.factsOf(id), uses, text };
}

type Verdict = 'same' | 'added' | 'updated' | 'kept' | 'conflicts';

function choose(mine: NodeRecord, theirs: NodeRecord): { readonly verdict: Verdict; readonly record: NodeRecord } {
  if (isSame(mine, theirs)) return { verdict: 'same', record: mine };
  // Whoever merely mentions a node says nothing against what the other recorded.
  if (isMention(theirs)) return { verdict: 'same', record: mine };
  if (isMention(mine)) return { verdict: 'updated', record: theirs };
  const [age, other] = [mine.facts.recordedAt ?? 0, theirs.facts.recordedAt ?? 0];
  if (age !== other) return age > other ? { verdict: 'kept', record: mine } : { verdict: 'updated', record: theirs };
  return { verdict: 'conflicts', record: byCodeUnit(mine.text(), theirs.text()) > 0 ? mine : theirs };
}

function isMention({ facts, uses }: NodeRecord): boolean {
  return uses.length === 0 && Object.keys(facts).length === 0;
}

function isSame(mine: NodeRecord, theirs: NodeRecord): boolean {
  return (
    mine.uses.length === theirs.uses.length &&
    mine.uses.every((edge, index) => {
      const other = theirs.uses[index];
      return other?.node === edge.node && other.kind === edge.kind && other.hash === edge.hash;
    }) &&
    FACTS.every((fact) => mine.facts[fact] === theirs.facts[fact])
  );
}

const FACTS = ['hash', 'output', 'recordedAt', 'status', 'members'] as const;

function place(builder: GraphBuilder, id: NodeId, { facts, uses }: NodeRecord): void {
  builder.node(builder.kindOf(id), builder.nameOf(id), facts);
  for (const edge of uses) builder.depends(id, edge.node, edge);
}
