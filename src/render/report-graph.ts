import type { AffectedPage, ReasonKind } from '../affected/reason.ts';
import type { NodeKind, NodeStatus } from '../graph/kinds.ts';
import { graphBuilder, type Graph, type NodeId } from '../graph/model.ts';

/** From the changed files through what lies between to the affected pages, which are named by their addresses. */
export interface ReportGraph {
  readonly graph: Graph;
  readonly statusOf: (id: NodeId) => NodeStatus;
  readonly isAffected: (id: NodeId) => boolean;
}

/** What leads to the affected pages, as their reasons tell it; nothing else is in a report. */
export function reportGraph(pages: readonly AffectedPage[]): ReportGraph {
  const builder = graphBuilder();
  const missing = new Set<NodeId>();
  for (const { url, reasons } of pages) {
    const page = builder.node('page', url);
    for (const { kind, via, through = [] } of reasons) {
      if (kind === 'output-missing') missing.add(page);
      const between = through.map((name) => builder.node(KIND_BETWEEN[kind] ?? 'source', name));
      const chain = [builder.node(kindOfCause(kind), via), ...between, page];
      for (const [index, user] of chain.entries()) {
        const used = chain[index - 1];
        if (used !== undefined && used !== user) builder.depends(user, used);
      }
    }
  }
  const graph = builder.build();
  return {
    graph,
    statusOf: (id) => (missing.has(id) ? 'missing' : 'stale'),
    isAffected: (id) => graph.kindOf(id) === 'page',
  };
}

/** What is no file that pages are made from. */
export const KIND_OF_CAUSE: Readonly<Partial<Record<ReasonKind, NodeKind>>> = {
  data: 'data',
  'output-missing': 'output',
};

/** What the cause of such a reason is in a graph. */
export function kindOfCause(kind: ReasonKind): NodeKind {
  return KIND_OF_CAUSE[kind] ?? 'source';
}

/** What stands between a cause and a page, where it is no file with content. */
const KIND_BETWEEN: Readonly<Partial<Record<ReasonKind, NodeKind>>> = {
  template: 'template',
  tag: 'tag',
  asset: 'output',
};
