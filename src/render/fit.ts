import type { NodeId } from '../graph/model.ts';
import { conditionOf, foldScene } from './fold.ts';
import { arrangeGroups, groupScene, type Arrangement } from './group.ts';
import { thinHubs } from './hubs.ts';
import { drawScene, standAlone, type Picture, type Scene } from './picture.ts';

export interface Fit {
  /** More nodes than this are not drawn one by one. */
  readonly mostNodes: number;
  readonly mostEdges: number;
  /** Whether a format can show it; its own limits. */
  readonly accepts?: (picture: Picture) => boolean;
  /** Put sections together even if everything would fit. */
  readonly collapse?: boolean;
}

/** With more nodes, a page and its source and its output are drawn as one. */
const MOST_IN_DETAIL = 60;
/** So many stale or affected nodes stay single ones when the rest is put together. */
const MOST_SPARED = 24;

/** As much as one can take in, and as Graphviz lays out in a moment. */
export const LARGE_PICTURE = { mostNodes: 150, mostEdges: 400 } as const;

/**
 * Draws a scene so that it can be seen. Nothing is left out before everything that belongs together was put together:
 * first a page with its source and its outputs, then the nodes of each section that are alike, then the small sections.
 */
export function fitPicture(scene: Scene, fit: Fit): Picture {
  let last: Picture | undefined;
  for (const { arrange, notes, most, detailed } of levelsOf(scene, fit)) {
    if (detailed && fit.collapse === true) continue;
    const { standFor, stands } = arrange();
    if (stands > most) continue;
    last = thinHubs(drawScene(scene, standFor, notes));
    if (fits(last, fit)) return last;
  }
  return cut(last ?? { nodes: [], edges: [], notes: [] }, fit);
}

function fits(picture: Picture, { mostNodes, mostEdges, accepts }: Fit): boolean {
  return (
    picture.nodes.length <= mostNodes &&
    picture.edges.length <= mostEdges &&
    (accepts === undefined || accepts(picture))
  );
}

interface Level {
  /** Prepared only when no level before was good enough. */
  readonly arrange: () => Arrangement;
  readonly notes: readonly string[];
  /** More stands than this are not even drawn. */
  readonly most: number;
  readonly detailed: boolean;
}

function levelsOf(scene: Scene, { mostNodes }: Fit): Level[] {
  const folded = lazy(() => foldScene(scene));
  const all = lazy(() => groupScene(scene, folded(), scene.isMarked));
  const unusual = lazy(() => {
    const few = fewUnusual(scene);
    return few.size === 0 ? all() : groupScene(scene, folded(), (id) => few.has(id) || scene.isMarked(id));
  });
  const together = ['Nodes of one section that are alike stand together.'];
  const andSmall = ['Nodes of one section that are alike stand together, and so do small sections.'];
  const grouped = (groups: typeof all, most = Number.POSITIVE_INFINITY): Level => ({
    arrange: () => arrangeGroups(scene, { folded: folded(), groups: groups(), most }),
    notes: most === Number.POSITIVE_INFINITY ? together : andSmall,
    // The last is drawn in any case, and cut.
    most: most === 1 ? Number.POSITIVE_INFINITY : mostNodes,
    detailed: false,
  });
  return [
    {
      arrange: () => ({ standFor: (id) => standAlone(scene, id), stands: scene.nodes.length }),
      ...{ notes: [], most: Math.min(MOST_IN_DETAIL, mostNodes), detailed: true },
    },
    {
      arrange: () => ({ standFor: (id) => standAlone(scene, folded().firstOf(id)), stands: folded().firsts.length }),
      ...{ notes: [], most: mostNodes, detailed: true },
    },
    grouped(unusual),
    grouped(all),
    // Of each kind, as many sections as leave room for the others.
    ...[40, 15, 6, 1].map((most) => grouped(all, most)),
  ];
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The nodes that a picture is about, unless they are so many that they are no detail any more. */
function fewUnusual(scene: Scene): ReadonlySet<NodeId> {
  const unusual = new Set<NodeId>();
  for (const id of scene.nodes) {
    if (conditionOf(scene, id) === '') continue;
    unusual.add(id);
    if (unusual.size > MOST_SPARED) return new Set();
  }
  return unusual;
}

/** The last resort: what somebody asked for, what is affected, what is stale, then the others, as many as fit. */
function cut(picture: Picture, fit: Fit): Picture {
  const { nodes, edges } = picture;
  const ranks = nodes.map((node, index) => ({ index, rank: rankOf(node) }));
  ranks.sort((left, right) => left.rank - right.rank || left.index - right.index);
  for (let most = Math.min(fit.mostNodes, nodes.length); ; most = Math.floor(most / 2)) {
    const kept = ranks
      .slice(0, most)
      .map(({ index }) => index)
      .sort((left, right) => left - right);
    const places = new Map(kept.map((index, place) => [index, place]));
    const smaller = {
      nodes: kept.flatMap((index) => nodes[index] ?? []),
      edges: edges
        .flatMap(({ from, to, ...edge }) => {
          const [start, end] = [places.get(from), places.get(to)];
          return start === undefined || end === undefined ? [] : [{ from: start, to: end, ...edge }];
        })
        .slice(0, fit.mostEdges),
      notes: [...picture.notes, `${(nodes.length - kept.length).toLocaleString('en-US')} more nodes are not drawn.`],
    };
    if (most === 0 || fits(smaller, fit)) return smaller;
  }
}

function rankOf({ marked, affected, status }: Picture['nodes'][number]): number {
  if (marked) return 0;
  if (affected) return 1;
  return status === 'stale' || status === 'missing' ? 2 : 3;
}
