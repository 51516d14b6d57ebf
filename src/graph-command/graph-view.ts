import type { AffectedPage } from '../affected/reason.ts';
import { isFileKind, NODE_KINDS, type EdgeKind, type NodeKind } from '../graph/kinds.ts';
import { graphBuilder, nodesOf, type Graph, type NodeId } from '../graph/model.ts';
import { readGraphFolder, type UnusableGraph } from '../graph/stored-graph.ts';
import { copyNodes } from '../graph/shape.ts';
import { addStages, type StageNode } from '../graph/stages.ts';
import { findStatuses, type NodeNow, type Statuses, type Told } from '../graph/status.ts';
import { templateNameOf } from '../graph/template-name.ts';
import { readResultGraph } from '../memo/kept-results.ts';
import { ABSENT, fingerprintFile, UNREADABLE } from '../memo/tracked-file.ts';
import type { Report } from '../report/report.ts';
import type { Analysis } from '../flow/analyse.ts';

/** Where graphs and results of cached functions are kept below the site; travels with the state. */
export const GRAPH_FOLDER = '.bengal/ci-graph';

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
export function viewGraph(
  { report, graph: state }: Pick<Analysis, 'report' | 'graph'>,
  { site, folder, stages }: GraphViewOptions,
): GraphView {
  const { graph: kept, unusable } = readGraphFolder(folder);
  // Of what is kept there, the state knows pages better; stages and functions it does not know.
  const others = [kept, readResultGraph(folder)].map((known) => ({ known, nodes: besidePages(known) }));
  const causes = [...newSources(state, report), ...changedTemplates(state, report)];
  const more = stages.length > 0 || causes.length > 0 || others.some(({ nodes }) => nodes.length > 0);
  const graph = more ? joined(state, { others, stages, causes }) : state;
  const tell = tellFrom(graph, report);
  const isAffected = (id: NodeId): boolean => report.affected.all || tell(id)?.status === 'stale';
  const affected = new Set(graph.ofKind('page').filter(isAffected));
  const doubts = report.affected.all ? report.affected.because.map(({ detail }) => detail) : [];
  const content = (name: string): NodeNow => contentOf(site, name);
  const statuses = findStatuses(graph, lookAt(graph, report, content), tell);
  return { graph, statuses, affected, doubts, unusable };
}

/** Stages and functions, and the files that they read and write. */
function besidePages(graph: Graph): NodeId[] {
  const done = [...graph.ofKind('stage'), ...graph.ofKind('function')];
  const files = done.flatMap((id) => [...graph.dependencies(id), ...graph.dependents(id)]);
  return [...new Set([...done, ...files.filter((id) => graph.kindOf(id) !== 'page')])];
}

interface Additions {
  readonly others: readonly { readonly known: Graph; readonly nodes: readonly NodeId[] }[];
  readonly stages: readonly StageNode[];
  readonly causes: readonly NewCause[];
}

function joined(state: Graph, { others, stages, causes }: Additions): Graph {
  const builder = graphBuilder();
  copyNodes(builder, state, nodesOf(state));
  for (const { known, nodes } of others) copyNodes(builder, known, nodes);
  addStages(builder, stages);
  for (const { user, name, file, edge } of causes)
    builder.depends(builder.node(user, name), builder.node('source', file), { kind: edge });
  return builder.build();
}

interface NewCause {
  readonly user: NodeKind;
  readonly name: string;
  readonly file: string;
  readonly edge: EdgeKind;
}

/** New files are in no state, but lead to pages all the same. */
function newSources(state: Graph, { affected, changes }: Report): NewCause[] {
  const added = new Set(changes.added);
  if (added.size === 0) return [];
  return affected.pages.flatMap(({ source, reasons }) =>
    source === null || state.find('page', source) === undefined
      ? []
      : reasons.flatMap(({ via }) => (added.has(via) ? [{ user: 'page', name: source, file: via, edge: 'uses' }] : [])),
  );
}

/** Of a template, the state need not name the file that holds it, and a new file may hold it from now on. */
function changedTemplates(state: Graph, { changes }: Report): NewCause[] {
  return [...changes.added, ...changes.modified, ...changes.deleted].flatMap((file) => {
    const name = templateNameOf(file);
    return name === undefined || state.find('template', name) === undefined
      ? []
      : [{ user: 'template', name, file, edge: 'file' }];
  });
}

/**
 * How pages, what they write and tags stand, the report knows: it looked at what pages show of each other, of which no
 * edge of the graph tells. So the two always say the same.
 */
function tellFrom(graph: Graph, { affected }: Report): (id: NodeId) => Told | undefined {
  const outputs = new Map(affected.pages.map((page) => [page.output, page]));
  const sources = new Map(
    affected.pages.flatMap((page) => (page.source === null ? [] : [[page.source, page] as const])),
  );
  const tags = new Set(affected.tags);
  const rest: Told = { status: affected.all ? 'unknown' : 'fresh', causes: [] };
  const stale = ({ reasons }: AffectedPage): Told => ({
    status: 'stale',
    causes: [...new Set(reasons.flatMap(({ via }) => CAUSES.flatMap((kind) => graph.find(kind, via) ?? [])))],
  });
  const isPage = (id: NodeId): boolean => graph.kindOf(id) === 'page';
  return (id) => {
    const name = graph.nameOf(id);
    const kind = graph.kindOf(id);
    if (kind === 'tag') return tags.has(name) ? { status: 'stale', causes: [] } : rest;
    if (kind === 'page') {
      const written = graph.dependents(id).flatMap((user) => outputs.get(graph.nameOf(user)) ?? []);
      const page = written[0] ?? sources.get(name);
      return page === undefined ? rest : stale(page);
    }
    // What else a page writes, and what stages and functions make, follows from what it is made from.
    if (kind !== 'output' || !name.endsWith('.html') || !graph.dependencies(id).some(isPage)) return undefined;
    const page = outputs.get(name);
    if (page === undefined) return rest;
    return isMissing(page) ? { status: 'missing', causes: [] } : stale(page);
  };
}

/** What a reason can begin with. */
const CAUSES: readonly NodeKind[] = NODE_KINDS.filter((kind) => isFileKind(kind) || kind === 'tag');

function isMissing({ reasons }: AffectedPage): boolean {
  return reasons.some(({ kind }) => kind === 'output-missing');
}

/** Sources of the site have been compared; what stages and functions read is looked at here. */
function lookAt(graph: Graph, { changes }: Report, content: (name: string) => NodeNow): (id: NodeId) => NodeNow {
  const changed = new Set([...changes.added, ...changes.modified, ...changes.unverifiable]);
  const deleted = new Set(changes.deleted);
  return (id) => {
    const [kind, name] = [graph.kindOf(id), graph.nameOf(id)];
    if (!isFileKind(kind)) return { kind: 'same' };
    if (deleted.has(name)) return { kind: 'missing' };
    if (changed.has(name)) return { kind: 'changed' };
    return graph.usersOf(id).some((edge) => READERS.has(graph.kindOf(edge.node))) ? content(name) : { kind: 'same' };
  };
}

const READERS: ReadonlySet<NodeKind> = new Set<NodeKind>(['function']);

function contentOf(site: string, name: string): NodeNow {
  const fingerprint = fingerprintFile(name.startsWith('/') || /^[A-Za-z]:\//.test(name) ? name : `${site}/${name}`);
  if (fingerprint === UNREADABLE) return { kind: 'changed' };
  return fingerprint === ABSENT ? { kind: 'missing' } : { kind: 'content', hash: fingerprint };
}
