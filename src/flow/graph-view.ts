import { isFileKind, type NodeKind } from '../graph/kinds.ts';
import { graphBuilder, nodesOf, type Graph, type NodeId } from '../graph/model.ts';
import { readGraphFolder, type UnusableGraph } from '../graph/persist.ts';
import { copyNodes } from '../graph/shape.ts';
import { addStages, type StageNode } from '../graph/stages.ts';
import { findStatuses, type NodeNow, type Statuses } from '../graph/status.ts';
import { readResultGraph } from '../memo/kept-results.ts';
import { ABSENT, fingerprintFile, UNREADABLE } from '../memo/tracked-file.ts';
import type { Report } from '../report/report.ts';
import type { Analysis } from './analyse.ts';

/** The graph of a site and of what is done around it, and how everything in it stands. */
export interface GraphView {
  readonly graph: Graph;
  readonly statuses: Statuses;
  /** Pages that a build has to make anew. */
  readonly affected: ReadonlySet<NodeId>;
  /** What nobody can tell, one sentence each. */
  readonly doubts: readonly string[];
  readonly unusable: readonly UnusableGraph[];
}

export interface GraphViewOptions {
  /** Site root, absolute. */
  readonly site: string;
  /** Where graphs and results of cached functions are kept, absolute. */
  readonly folder: string;
  readonly stages: readonly StageNode[];
}

/** Joins the graph of the state with stages and cached functions, and says of each node how it stands. */
export function viewGraph({ report, graph: state }: Analysis, { site, folder, stages }: GraphViewOptions): GraphView {
  const { graph: kept, unusable } = readGraphFolder(folder);
  const builder = graphBuilder();
  copyNodes(builder, state, nodesOf(state));
  // Of what is kept there, the state knows pages better; stages and functions it does not know.
  for (const known of [kept, readResultGraph(folder)]) copyNodes(builder, known, besidePages(known));
  addStages(builder, stages);
  addCauses(builder, report);
  const graph = builder.build();
  const affected = affectedNodes(graph, report);
  const doubts = report.affected.all ? report.affected.because.map(({ detail }) => detail) : [];
  return { graph, statuses: findStatuses(graph, lookAt(graph, report, site)), affected, doubts, unusable };
}

/** Stages and functions, and the files that they read and write. */
function besidePages(graph: Graph): NodeId[] {
  const done = [...graph.ofKind('stage'), ...graph.ofKind('function')];
  const files = done.flatMap((id) => [...graph.dependencies(id), ...graph.dependents(id)]);
  return [...new Set([...done, ...files.filter((id) => graph.kindOf(id) !== 'page')])];
}

/** New files are in no state, but lead to pages all the same. */
function addCauses(builder: ReturnType<typeof graphBuilder>, { affected, changes }: Report): void {
  const added = new Set(changes.added);
  for (const page of affected.pages) {
    const key = page.source;
    if (key === null || !builder.has('page', key)) continue;
    for (const { via } of page.reasons)
      if (added.has(via)) builder.depends(builder.node('page', key), builder.node('source', via));
  }
}

function affectedNodes(graph: Graph, { affected }: Report): ReadonlySet<NodeId> {
  if (affected.all) return new Set(graph.ofKind('page'));
  return new Set(
    affected.pages.flatMap(({ output }) => {
      const id = graph.find('output', output);
      return id === undefined ? [] : graph.dependencies(id).filter((each) => graph.kindOf(each) === 'page');
    }),
  );
}

/** Sources of the site have been compared; what stages and functions read is looked at here. */
function lookAt(graph: Graph, { changes, affected }: Report, site: string): (id: NodeId) => NodeNow {
  const changed = new Set([...changes.added, ...changes.modified, ...changes.unverifiable]);
  const deleted = new Set(changes.deleted);
  const missing = new Set(
    affected.pages.flatMap(({ output, reasons }) =>
      reasons.some(({ kind }) => kind === 'output-missing') ? [output] : [],
    ),
  );
  return (id) => {
    const [kind, name] = [graph.kindOf(id), graph.nameOf(id)];
    if (kind === 'output') return missing.has(name) ? { kind: 'missing' } : { kind: 'same' };
    if (!isFileKind(kind)) return { kind: 'same' };
    if (deleted.has(name)) return { kind: 'missing' };
    if (changed.has(name)) return { kind: 'changed' };
    return graph.usersOf(id).some((edge) => READERS.has(graph.kindOf(edge.node)))
      ? contentOf(site, name)
      : { kind: 'same' };
  };
}

const READERS: ReadonlySet<NodeKind> = new Set<NodeKind>(['function']);

function contentOf(site: string, name: string): NodeNow {
  const fingerprint = fingerprintFile(name.startsWith('/') || /^[A-Za-z]:\//.test(name) ? name : `${site}/${name}`);
  if (fingerprint === UNREADABLE) return { kind: 'changed' };
  return fingerprint === ABSENT ? { kind: 'missing' } : { kind: 'content', hash: fingerprint };
}
