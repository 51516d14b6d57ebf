import type { Context } from './context.ts';
import { linkBetween, type Linked } from './neighbour-index.ts';
import { neighboursOf, ORDERS, ordersOfNeighbours, WALKS, type SortablePage } from './order.ts';
import { folderOf } from './places.ts';
import { sortable } from './sortable.ts';
import { around, sidesInWalk, type Sides } from './walk.ts';

/** A page's place among others, before and after an edit; `undefined` where it is not there. */
export interface Move {
  readonly path: string;
  readonly before: SortablePage | undefined;
  readonly after: SortablePage | undefined;
}

/** Keys of the pages whose previous or next page is another one when a page moves, comes or goes. */
export function movedNeighbours(move: Move, context: Context): string[] {
  return [...inFolder(move, context), ...(move.before === undefined ? acrossFolders(move, context) : [])];
}

function inFolder({ path, before, after }: Move, context: Context): string[] {
  const { site } = context;
  const siblings = site
    .members(folderOf(path))
    .filter((member) => member.key !== path)
    .map(sortable);
  const linked = linkBetween(context);
  const orders = ordersOfNeighbours(site.members(folderOf(path)).map(sortable), linked);
  const [old = [], now = []] = [before, after].map((place) => place && neighboursOf(place, siblings, orders));
  // A page that stays between the same two moves nobody.
  if (before !== undefined && after !== undefined && old.join('\0') === now.join('\0')) return [];
  if (orders !== ORDERS) return [...old, ...now].filter((key) => key !== '');
  // Which order previous and next follow is not known: in any, pages that are next to each other now would be linked.
  const left = old.filter((key) => key !== '' && (linked(key, path) || linked(path, key)));
  return [
    ...left,
    ...(after === undefined
      ? []
      : orders.flatMap((order) => parted(after, { sidesOf: (place) => around(place, siblings, order), linked }))),
  ];
}

/** In Bengal's walk through all folders, the last page of one is next to the first of another. */
function acrossFolders({ after }: Move, context: Context): string[] {
  if (after === undefined) return [];
  const linked = linkBetween(context);
  return WALKS.flatMap((order) => {
    const sidesOf = (place: SortablePage): Sides => sidesInWalk(place, order, { ...context, without: after.key });
    return parted(after, { sidesOf, linked });
  });
}

/** Pages next to each other that a third one comes between; only those that show it by a link. */
function parted(
  place: SortablePage,
  { sidesOf, linked }: { sidesOf: (place: SortablePage) => Sides; linked: Linked },
): string[] {
  const [left, right] = sidesOf(place);
  if (left !== undefined && right !== undefined)
    return [...(linked(left.key, right.key) ? [left.key] : []), ...(linked(right.key, left.key) ? [right.key] : [])];
  const end = left ?? right;
  if (end === undefined) return [];
  // At an end, the page there shows the one on its other side.
  const [before, after] = sidesOf(end);
  const beside = before ?? after;
  return beside === undefined || linked(end.key, beside.key) || linked(beside.key, end.key) ? [end.key] : [];
}
