import { isFileKind } from '../graph/kinds.ts';
import type { NodeName } from '../graph/merge.ts';
import { graphBuilder, nodesOf, type Graph, type NodeId } from '../graph/model.ts';
import { pruneGraphFolder, syncGraph } from '../graph/stored-graph.ts';
import { copyNodes, subgraph } from '../graph/shape.ts';
import { addStages, type StageNode } from '../graph/stages.ts';
import { pruneResultFolder } from '../memo/kept-results.ts';
import type { GraphAnswer } from './graph-text.ts';

/** Joins the graph of the state and of the stages with what lies in the folder. */
export function syncFolder(folder: string, state: Graph, stages: readonly StageNode[]): GraphAnswer {
  const builder = graphBuilder();
  copyNodes(builder, state, nodesOf(state));
  addStages(builder, stages);
  const { graph, added, updated, kept, conflicts, unusable } = syncGraph(folder, builder.build());
  const data = {
    nodes: graph.size,
    edges: graph.edgeCount,
    // Of this side, what the folder had later is replaced here, and the other way round.
    added: added.length,
    updated: updated.length,
    kept: kept.length,
    conflicts,
    unusable,
  };
  const lines = [
    `${String(graph.size)} nodes and ${String(graph.edgeCount)} edges in ${folder}`,
    `  ${String(added.length)} nodes were known there only, ${String(updated.length)} were newer there, ${String(kept.length)} were newer here`,
    ...conflicts.map((node) => `  recorded twice at the same time, one was chosen: ${named(node)}`),
    ...unusable.map(({ file, why }) => `  not used: ${file}: ${why}`),
  ];
  return { text: `${lines.join('\n')}\n`, data, found: true };
}

function named({ kind, name }: NodeName): string {
  return `${kind} ${name}`;
}

export interface PruneOptions {
  readonly now: number;
  readonly maxAgeMs: number;
  readonly maxBytes: number | undefined;
}

/** Removes from the folder what nobody confirmed for a time, and results that nobody used. */
export function pruneFolder(folder: string, { now, maxAgeMs, maxBytes }: PruneOptions): GraphAnswer {
  const { before, after } = pruneGraphFolder(folder, (graph) => youngPart(graph, now - maxAgeMs));
  const results = pruneResultFolder(folder, { maxAgeMs, ...(maxBytes === undefined ? {} : { maxBytes }) }, now);
  const data = { nodes: { removed: before.size - after.size, kept: after.size }, results };
  const text =
    `Removed ${String(before.size - after.size)} of ${String(before.size)} nodes, ` +
    `${String(results.removed)} of ${String(results.removed + results.kept)} results and ${String(results.strays)} stray files; ` +
    `${String(results.bytes)} bytes of results are left\n`;
  return { text, data, found: true };
}

/** What was recorded since, and what that was made from. */
function youngPart(graph: Graph, since: number): Graph {
  const young = (id: NodeId): boolean => (graph.factsOf(id).recordedAt ?? 0) >= since;
  const kept = new Set(Array.from(nodesOf(graph)).filter((id) => young(id) && !isFileKind(graph.kindOf(id))));
  for (const id of [...kept]) for (const used of graph.dependencies(id)) kept.add(used);
  return subgraph(graph, kept);
}
