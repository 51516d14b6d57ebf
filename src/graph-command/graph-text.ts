import { NODE_KINDS, NODE_STATUSES } from '../graph/kinds.ts';
import { nodesOf, type NodeId } from '../graph/model.ts';
import { findCycles } from '../graph/topological-order.ts';
import { forFile, sortNodes, viewNode } from '../graph/query.ts';
import { changedFiles } from '../graph/status.ts';
import type { GraphView } from './graph-view.ts';

/** What the graph holds, in words; of the nodes that are given, everything that is known. */
export function graphText(view: GraphView, nodes: readonly NodeId[] | undefined): string {
  return `${(nodes === undefined ? overview(view) : nodes.flatMap((id) => about(view, id))).join('\n')}\n`;
}

function overview({ graph, statuses, affected, doubts }: GraphView): string[] {
  const cycles = findCycles(graph);
  const rows = NODE_KINDS.flatMap((kind) => {
    const ids = graph.ofKind(kind);
    const counts = NODE_STATUSES.map((status) => ({
      status,
      count: ids.filter((id) => statuses.of(id) === status).length,
    })).filter(({ count }) => count > 0);
    return ids.length === 0
      ? []
      : [
          `  ${kind.padEnd(9)} ${String(ids.length).padStart(7)}  ${counts.map(({ status, count }) => `${String(count)} ${status}`).join(', ')}`,
        ];
  });
  return [
    `${String(graph.size)} nodes, ${String(graph.edgeCount)} edges, ${String(affected.size)} affected pages`,
    ...rows,
    ...cycles.map((cycle) => `  depend on each other: ${cycle.map((id) => graph.nameOf(id)).join(', ')}`),
    ...doubtLines(doubts).map((line) => `  ${line}`),
  ];
}

function about({ graph, statuses, affected }: GraphView, id: NodeId): string[] {
  const { kind, name, hash, parents, children, files, fileHashes, output } = viewNode(graph, id);
  const line = (word: string, text: string): string => `  ${word.padEnd(9)} ${text}`;
  const named = (each: NodeId): string => `${graph.kindOf(each)} ${graph.nameOf(each)}, ${statuses.of(each)}`;
  return [
    `${kind} ${name}`,
    line('status', `${statuses.of(id)}${affected.has(id) ? ', affected' : ''}`),
    line('hash', hash),
    ...(output === undefined ? [] : [line('output', output)]),
    ...files.map((file) => line('file', `${file} ${fileHashes.get(file) ?? ''}`.trimEnd())),
    ...children.map((child) => line('uses', named(child))),
    ...parents.map((parent) => line('used by', named(parent))),
  ];
}

function doubtLines(doubts: GraphView['doubts']): string[] {
  return doubts.map((doubt) => `every page may be affected: ${doubt}`);
}

export interface GraphAnswer {
  readonly text: string;
  readonly data: unknown;
  readonly found: boolean;
}

/** Everything that was made from a file, each with the way there. */
export function answerForFile({ graph, statuses }: GraphView, path: string): GraphAnswer {
  const uses = forFile(graph, path).map(({ node, chain }) => ({
    kind: graph.kindOf(node),
    name: graph.nameOf(node),
    status: statuses.of(node),
    chain: chain.map((id) => graph.nameOf(id)),
  }));
  const known = [...nodesOf(graph)].some((id) => graph.nameOf(id) === path);
  const lines = uses.map(
    ({ kind, name, status, chain }) => `  ${kind} ${name}, ${status}\n      ${chain.join(' -> ')}`,
  );
  const head =
    uses.length > 0 ? `From ${path} was made` : known ? `Nothing was made from ${path}` : `The graph knows no ${path}`;
  return { text: `${[head, ...lines].join('\n')}\n`, data: { file: path, uses }, found: uses.length > 0 || known };
}

/** Each stale node with what changed. */
export function answerChanged({ graph, statuses, doubts }: GraphView): GraphAnswer {
  const stale = new Map(changedFiles(graph, statuses).map((each) => [each.node, each]));
  const found = sortNodes(graph, stale.keys()).flatMap((id) => {
    const { files = [], others = [] } = stale.get(id) ?? {};
    const named = (ids: readonly NodeId[]): string[] => ids.map((each) => graph.nameOf(each));
    return [{ kind: graph.kindOf(id), name: graph.nameOf(id), files: named(files), others: named(others) }];
  });
  const lines = found.map(
    ({ kind, name, files, others }) => `${kind} ${name}\n    ${[...files, ...others].join('\n    ')}`,
  );
  return {
    text: `${lines.length + doubts.length === 0 ? 'Nothing is stale' : [...lines, ...doubtLines(doubts)].join('\n')}\n`,
    data: { stale: found, doubts },
    found: true,
  };
}

/** Nodes and edges as plain data, in an order that does not depend on how the graph was made. */
export function graphData({ graph, statuses, affected, doubts }: GraphView, nodes: Iterable<NodeId>): unknown {
  const order = sortNodes(graph, nodes);
  const places = new Map(order.map((id, place) => [id, place]));
  return {
    schemaVersion: 1,
    doubts,
    nodes: order.map((id) => ({
      kind: graph.kindOf(id),
      name: graph.nameOf(id),
      status: statuses.of(id),
      affected: affected.has(id),
      ...graph.factsOf(id),
    })),
    edges: order.flatMap((id, user) =>
      graph.usesOf(id).flatMap(({ node, kind, hash }) => {
        const used = places.get(node);
        return used === undefined ? [] : [{ user, used, kind, ...(hash === undefined ? {} : { hash }) }];
      }),
    ),
  };
}
