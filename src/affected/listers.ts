import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { SHOWS } from '../mentions/needles.ts';
import type { Order, SortablePage } from './order.ts';
import { once } from './remember.ts';
import { sortable } from './sortable.ts';

/** How many of the first entries of a list a page has to show to count as showing that list. */
const HEAD = 3;
const MOST = 0.6;
/** Above this, pages are first sorted out by how much they link to at all. */
const MANY = 200;
/** Whoever shows so many first entries may show any number of them. */
const DEEP = 50;

/** Pages that a site may show as a list somewhere, and the orders that it may be in. */
export interface PageList {
  readonly members: readonly RecordedPage[];
  readonly orders: readonly Order[];
}

/** Where an entry stands in a list, or would: before and after an edit, as far as there is a before and an after. */
export type Places = readonly SortablePage[];

interface Shown {
  readonly links: LinkIndex;
  /** Output -> its page. */
  readonly pageOf: ReadonlyMap<string, RecordedPage>;
}

/**
 * Pages that show most members of a list. Neighbours show one or two members of a folder, lists show most of them or the
 * first few in some order. A page that shows a list now is the one that shows the list's next member.
 */
export function showingMost({ members }: PageList, shown: Shown): string[] {
  if (members.length === 0) return [];
  const { links, pageOf } = shown;
  const enough = enoughOf(members.length);
  if (members.length > MANY && links.mostOnOnePage() + 1 < enough) return [];
  const own = new Set<string>(members.flatMap((member) => member.outputs));
  // No page mentions itself, though its list holds it.
  const selfOf = (page: string): number => Number(own.has(page));
  if (members.length > MANY) {
    const shownBy = (page: string): number =>
      links.mentionedBy(page).targets.filter((target) => own.has(target) && isLinked(page, target, links)).length;
    const showers = [...pageOf.keys()].filter(
      (page) =>
        links.mentionedBy(page).targets.length + selfOf(page) >= enough && shownBy(page) + selfOf(page) >= enough,
    );
    return withoutTagListings(showers, members, shown);
  }
  const counts = new Map<string, number>([...own].map((output) => [output, 1]));
  for (const output of own) for (const page of showing(output, links)) counts.set(page, (counts.get(page) ?? 0) + 1);
  const showers = [...counts].filter(([, count]) => count >= enough).map(([page]) => page);
  return withoutTagListings(showers, members, shown);
}

/**
 * A tag's listing shows pages for their tag. It shows a list by chance when all that it shows of the list carries the
 * tag, and another tag's listing shows nothing of the list that does not carry that one.
 */
function withoutTagListings(showers: string[], listed: readonly RecordedPage[], { links, pageOf }: Shown): string[] {
  const isListing = (output: string): boolean => pageOf.get(output)?.kind === 'tag';
  if (!showers.some(isListing)) return showers;
  const carries = (page: RecordedPage, output: string): boolean =>
    pageOf.get(output)?.tags.some((slug) => page.tags.includes(slug)) === true;
  const strangers = (output: string): string[] =>
    listed.flatMap((page) => (carries(page, output) ? [] : page.outputs.slice(0, 1)));
  const showsStranger = (output: string): boolean => strangers(output).some((page) => isLinked(output, page, links));
  const byChance = [...pageOf.keys()].some(
    (output) => isListing(output) && strangers(output).length > 0 && !showsStranger(output),
  );
  return byChance ? showers.filter((output) => !isListing(output) || showsStranger(output)) : showers;
}

/** How many members of a list are most of them. */
export function enoughOf(members: number): number {
  return Math.max(Math.min(HEAD, members), Math.ceil(members * MOST));
}

/** Pages that show the first entries of a list in one of its orders, as far down as an entry stands or would stand. */
export function showingHead({ members, orders }: PageList, places: Places, shown: Shown): string[] {
  const { links } = shown;
  const own = once(() => new Set<string>(members.flatMap((member) => member.outputs)));
  return orders.flatMap((order) => {
    const foremost = smallest(members, order, HEAD);
    const head = outputsOf(foremost);
    const shows = (page: string, outputs: readonly string[]): boolean =>
      outputs.every((output) => output === page || isLinked(page, output, links));
    const [first = ''] = head;
    const outside = [...showing(first, links)].filter((page) => !head.includes(page) && shows(page, head));
    // Neighbours of an entry alone can be all others, unless members outside the list show it, too.
    const inside = outside.some((page) => own().has(page)) ? head.filter((page) => shows(page, head)) : [];
    const showers = withoutTagListings([...outside, ...inside], foremost, shown);
    const rank = showers.length === 0 ? 0 : Math.min(rankOf(places, members, order), DEEP);
    if (rank <= HEAD) return showers;
    const above = outputsOf(smallest(members, order, rank));
    return showers.filter((page) => shows(page, above));
  });
}

function outputsOf(pages: readonly RecordedPage[]): string[] {
  return pages.flatMap((page) => page.outputs.slice(0, 1));
}

/** Whether one page shows the first entries of a list as far down as an entry stands or would stand, and at least one. */
export function showsHead({ members, orders }: PageList, places: Places, shown: ReadonlySet<RecordedPage>): boolean {
  return orders.some((order) => places.some((place) => showsUpTo(place, { members, order, shown })));
}

function showsUpTo(
  place: SortablePage,
  { members, order, shown }: { members: readonly RecordedPage[]; order: Order; shown: ReadonlySet<RecordedPage> },
): boolean {
  let isFirst = true;
  for (const page of members) {
    if (page.key === place.key || order.compare(sortable(page), place) >= 0) continue;
    if (!shown.has(page)) return false;
    isFirst = false;
  }
  if (!isFirst) return true;
  const others = members.filter((page) => page.key !== place.key);
  const [first] = smallest(others, order, 1);
  return first !== undefined && shown.has(first);
}

/** How many entries stand before the foremost of the places. */
function rankOf(places: Places, members: readonly RecordedPage[], order: Order): number {
  const ranks = places.map(
    (place) => members.filter((page) => page.key !== place.key && order.compare(sortable(page), place) < 0).length,
  );
  return Math.min(...ranks);
}

/** The first few in an order, without sorting the rest. */
export function smallest(pages: readonly RecordedPage[], order: Order, count: number): RecordedPage[] {
  const first: { readonly page: RecordedPage; readonly place: SortablePage }[] = [];
  for (const page of pages) {
    const place = sortable(page);
    const last = first.at(count - 1);
    if (last !== undefined && order.compare(place, last.place) >= 0) continue;
    first.push({ page, place });
    first.sort((left, right) => order.compare(left.place, right.place)).splice(count);
  }
  return first.map(({ page }) => page);
}

export function isLinked(page: string, target: string, links: LinkIndex): boolean {
  return ((links.mentionsOf(target).get(page) ?? 0) & SHOWS.link) !== 0;
}

function showing(output: string, links: LinkIndex): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const [page, flags] of links.mentionsOf(output)) if ((flags & SHOWS.link) !== 0) pages.add(page);
  return pages;
}
