import { byCodeUnit } from '../core/order.ts';
import type { NodeKind } from '../graph/kinds.ts';
import type { NodeId } from '../graph/model.ts';
import type { Folded } from './fold.ts';
import { standAlone, type Scene, type Stand } from './picture.ts';
import { sectionOf } from './sections.ts';

/** A way of drawing a scene: what stands for each node, and how many stands that makes. */
export interface Arrangement {
  readonly standFor: (id: NodeId) => Stand;
  readonly stands: number;
}

/** The nodes of each section of a kind that are alike. Nodes that stand for themselves are in none. */
export interface Groups {
  readonly standOf: (first: NodeId) => Stand | undefined;
  readonly sizes: ReadonlyMap<Stand, number>;
  /** What becomes of a group that is not drawn by itself. */
  readonly restOf: (stand: Stand) => Stand;
}

/** Puts all nodes into groups, by first sides, but those that are to stay themselves. */
export function groupScene({ graph }: Scene, folded: Folded, stays: (id: NodeId) => boolean): Groups {
  const conditions = new Map<NodeKind, Set<string>>();
  for (const id of folded.firsts) {
    const kind = graph.kindOf(id);
    conditions.set(kind, (conditions.get(kind) ?? new Set()).add(folded.conditionOf(id)));
  }
  const known = new Map<string, Stand>();
  const rests = new Map<Stand, Stand>();
  const stands = new Map<NodeId, Stand>();
  const sizes = new Map<Stand, number>();
  for (const id of folded.firsts) {
    const kind = graph.kindOf(id);
    const section = stays(id) ? undefined : sectionOf(kind, graph.nameOf(id));
    if (section === undefined) continue;
    // Where all of a kind are alike, there is nothing to tell apart.
    const condition = conditions.get(kind)?.size === 1 ? '' : folded.conditionOf(id);
    const shared = (name: string): Stand => {
      const key = `${kind}\0${name}`;
      const stand = known.get(key) ?? { kind, name, title: name, group: true };
      known.set(key, stand);
      return stand;
    };
    const stand = shared(`${section}${condition}`);
    if (!sizes.has(stand)) rests.set(stand, shared(`other sections${condition}`));
    stands.set(id, stand);
    sizes.set(stand, (sizes.get(stand) ?? 0) + (graph.factsOf(id).members ?? 1));
  }
  return { standOf: (first) => stands.get(first), sizes, restOf: (stand) => rests.get(stand) ?? stand };
}

/** Draws groups, of each kind the `most` largest; the others become one. A group of one node stays that node. */
export function arrangeGroups(
  scene: Scene,
  { folded, groups, most }: { readonly folded: Folded; readonly groups: Groups; readonly most: number },
): Arrangement {
  const large = largest(groups.sizes, most);
  const rests = new Set<Stand>();
  const drawn = new Map<Stand, Stand | undefined>();
  for (const [stand, size] of groups.sizes) {
    const rest = large.has(stand) ? undefined : groups.restOf(stand);
    if (rest !== undefined) rests.add(rest);
    drawn.set(stand, rest ?? (size === 1 ? undefined : stand));
  }
  const alone = folded.firsts.filter((id) => groups.standOf(id) === undefined).length;
  return {
    stands: alone + large.size + rests.size,
    standFor: (id) => {
      const first = folded.firstOf(id);
      const stand = groups.standOf(first);
      return (stand === undefined ? undefined : drawn.get(stand)) ?? standAlone(scene, first);
    },
  };
}

function largest(sizes: ReadonlyMap<Stand, number>, most: number): ReadonlySet<Stand> {
  const kinds = new Map<NodeKind, [Stand, number][]>();
  for (const entry of sizes) {
    const known = kinds.get(entry[0].kind);
    if (known === undefined) kinds.set(entry[0].kind, [entry]);
    else known.push(entry);
  }
  const kept = new Set<Stand>();
  for (const entries of kinds.values()) {
    entries.sort(([left, small], [right, large]) => large - small || byCodeUnit(left.name, right.name));
    for (const [stand] of entries.slice(0, Math.min(most, entries.length))) kept.add(stand);
  }
  return kept;
}
