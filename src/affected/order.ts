import { byCodeUnit } from '../core/order.ts';

/** What the lists of a site can be sorted by. */
export interface SortablePage {
  readonly key: string;
  /** In lower case. */
  readonly title: string;
  /** ISO 8601 to the second, or empty. */
  readonly date: string;
  readonly weight: number | undefined;
}

export interface Order {
  readonly name: 'weight' | 'newest' | 'title' | 'path' | 'weight, path' | 'newest, path' | 'walk';
  readonly compare: (left: SortablePage, right: SortablePage) => number;
}

const byPath = (left: SortablePage, right: SortablePage): number => byCodeUnit(left.key, right.key);
const byTitle = (left: SortablePage, right: SortablePage): number =>
  byCodeUnit(left.title, right.title) || byPath(left, right);

/** Pages without a weight come last, as with Bengal. */
const weightOf = (page: SortablePage): number => page.weight ?? Number.MAX_SAFE_INTEGER;

/** The orders in which themes list pages. Which one a site uses is not recorded, so a rule has to hold for each. */
export const ORDERS: readonly Order[] = [
  { name: 'weight', compare: (left, right) => weightOf(left) - weightOf(right) || byTitle(left, right) },
  { name: 'newest', compare: (left, right) => byCodeUnit(right.date, left.date) || byTitle(left, right) },
  { name: 'title', compare: byTitle },
  { name: 'path', compare: byPath },
  // A template that sorts by one attribute leaves the rest as it found it.
  { name: 'weight, path', compare: (left, right) => weightOf(left) - weightOf(right) || byPath(left, right) },
  { name: 'newest, path', compare: (left, right) => byCodeUnit(right.date, left.date) || byPath(left, right) },
];

/**
 * In which order a walk through the content can meet its files, each folder sorted by names: folders among the files,
 * or before them, or before them but for the content folder itself.
 */
export const WALKS: readonly Order[] = [Infinity, 0, 2].map((foldersFirstFrom) => ({
  name: 'walk',
  compare: (left, right) => byParts(left.key, right.key, foldersFirstFrom),
}));

/** Compares two paths by the first part that differs. From some depth on, folders come before files. */
function byParts(left: string, right: string, foldersFirstFrom: number): number {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  start = left.lastIndexOf('/', start - 1) + 1;
  const [one, other] = [left.slice(start), right.slice(start)];
  const [oneEnd, otherEnd] = [one.indexOf('/'), other.indexOf('/')];
  const folders = isDeep(left, start, foldersFirstFrom) ? Number(otherEnd >= 0) - Number(oneEnd >= 0) : 0;
  return folders || byCodeUnit(upTo(oneEnd, one), upTo(otherEnd, other)) || byCodeUnit(left, right);
}

/** Whether so many folders lead to a place in a path. */
function isDeep(path: string, start: number, folders: number): boolean {
  if (folders === 0 || folders === Infinity) return folders === 0;
  let found = 0;
  for (let at = path.indexOf('/'); at >= 0 && at < start; at = path.indexOf('/', at + 1)) found++;
  return found >= folders;
}

function upTo(end: number, rest: string): string {
  return end < 0 ? rest : rest.slice(0, end);
}

/** Whether a page keeps its place among others in every order when `before` becomes `after`. Itself does not count. */
export function keepsPlace(
  { before, after }: { before: SortablePage; after: SortablePage },
  others: readonly SortablePage[],
  orders: readonly Order[] = ORDERS,
): boolean {
  return orders.every(({ compare }) =>
    others.every(
      (other) => other.key === before.key || Math.sign(compare(before, other)) === Math.sign(compare(after, other)),
    ),
  );
}

/** Those in which lists of the newest pages are sorted. */
export const NEWEST: readonly Order[] = ORDERS.filter((order) => order.name.startsWith('newest'));

/** By nothing else than the date, as far as an edit can change it. */
export const BY_TIME: readonly Order[] = ORDERS.filter((order) => order.name === 'newest, path');

/** For each order, the keys of the pages right before and after `page`; empty at an end. */
export function neighboursOf(
  page: SortablePage,
  others: readonly SortablePage[],
  orders: readonly Order[] = ORDERS,
): string[] {
  return orders.flatMap(({ compare }) => {
    const sorted = [...others.filter((other) => other.key !== page.key), page].sort(compare);
    const at = sorted.indexOf(page);
    return [sorted[at - 1]?.key ?? '', sorted[at + 1]?.key ?? ''];
  });
}

/** Above this share of linked pairs an order is one that previous and next may follow. */
const USED = 0.8;

/**
 * The orders that previous and next links may follow: those in which most adjacent pages link to each other, the best
 * ones only; or all orders when none stands out. `linked(a, b)`: the page of `a` links to that of `b`.
 */
export function ordersOfNeighbours(
  pages: readonly SortablePage[],
  linked: (from: string, to: string) => boolean,
): readonly Order[] {
  if (pages.length < 3) return ORDERS;
  const shares = ORDERS.map((order) => {
    const sorted = [...pages].sort(order.compare);
    const pairs = sorted.slice(1).flatMap((right, index) => {
      const left = sorted[index];
      return left === undefined ? [] : [[left, right] as const];
    });
    return {
      order,
      share:
        pairs.filter(([left, right]) => linked(left.key, right.key) && linked(right.key, left.key)).length /
        pairs.length,
    };
  });
  const best = Math.max(...shares.map(({ share }) => share));
  return best >= USED ? shares.filter(({ share }) => share === best).map(({ order }) => order) : ORDERS;
}
