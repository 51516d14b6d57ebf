import type { AffectedPage } from '../affected/reason.ts';
import type { NodeKind, NodeStatus } from '../graph/kinds.ts';
import { graphBuilder, nodesOf, type NodeId } from '../graph/model.ts';
import type { Report } from '../report/report.ts';
import { sectionScene } from './affected-sections.ts';
import { fitPicture } from './fit.ts';
import type { Picture, PictureEdge, PictureNode, Scene } from './picture.ts';
import { kindOfCause } from './report-graph.ts';
import { shortText, visibleText } from './visible.ts';

/** More nodes than this are no picture that a summary should begin with. */
const MOST_NODES = 30;
/** More pages than this end up in sections anyway, and need not be looked at one by one first. */
const MOST_ONE_BY_ONE = 5000;
const MOST_DOUBTS = 10;
const LONGEST_DOUBT = 100;

export interface AffectedPictureOptions {
  /** 30 when absent. */
  readonly mostNodes?: number;
  /** Whether a picture is small enough in other ways. */
  readonly accepts?: (picture: Picture) => boolean;
}

/** From the changed files to the pages that they affect, sections put together before anything is left out. */
export function affectedPicture(
  report: Report,
  { mostNodes = MOST_NODES, accepts = () => true }: AffectedPictureOptions = {},
): Picture {
  const { pages } = report.affected;
  const scene = pages.length > MOST_ONE_BY_ONE ? sectionScene(pages) : affectedScene(pages);
  const { all } = report.affected;
  const withDoubts = (picture: Picture): Picture => (all ? addDoubts(picture, report) : picture);
  return withDoubts(
    fitPicture(scene, {
      mostNodes,
      mostEdges: Number.POSITIVE_INFINITY,
      accepts: (picture) => accepts(withDoubts(picture)),
    }),
  );
}

function affectedScene(pages: readonly AffectedPage[]): Scene {
  const builder = graphBuilder();
  const words = new Map<number, string>();
  const missing = new Set<NodeId>();
  for (const { url, reasons } of pages) {
    const page = builder.node('page', url);
    for (const { kind, via } of reasons) {
      if (kind === 'output-missing') missing.add(page);
      const file = builder.node(kindOfCause(kind), via);
      builder.depends(page, file);
      const key = pairKey(page, file);
      const known = words.get(key);
      if (known === undefined) words.set(key, kind);
      else if (!known.split(', ').includes(kind)) words.set(key, `${known}, ${kind}`);
    }
  }
  const graph = builder.build();
  const isPage = (id: NodeId): boolean => graph.kindOf(id) === 'page';
  return {
    graph,
    nodes: Array.from(nodesOf(graph)),
    statusOf: (id): NodeStatus => (missing.has(id) ? 'missing' : 'stale'),
    isAffected: isPage,
    isMarked: () => false,
    titleOf: (id) => graph.nameOf(id),
    wordFor: (user, { node }) => words.get(pairKey(user, node)) ?? '',
  };
}

/** One number for two: a map of maps costs a map for each page. */
function pairKey(user: NodeId, used: NodeId): number {
  return user * 2 ** 26 + used;
}

/** A doubt leads to every page. */
function addDoubts(picture: Picture, { affected }: Report): Picture {
  const first = picture.nodes.length;
  const doubts = affected.because.slice(0, MOST_DOUBTS).map(({ detail }) => detail);
  const node = (kind: NodeKind, name: string): PictureNode => ({
    ...{ kind, name, label: shortText(visibleText(name), LONGEST_DOUBT), status: 'stale', members: 1, marked: false },
    affected: kind === 'page',
  });
  const edges = doubts.map((_, index): PictureEdge => ({ from: first + 1 + index, to: first, label: '', hot: true }));
  return {
    nodes: [...picture.nodes, node('page', 'every page'), ...doubts.map((detail) => node('config', detail))],
    edges: [...picture.edges, ...edges],
    notes: picture.notes,
  };
}
