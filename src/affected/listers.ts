import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { SHOWS } from '../mentions/needles.ts';
import type { Order } from './order.ts';
import { sortable } from './sortable.ts';

/** How many of the first entries of a list a page has to show to count as showing that list. */
const HEAD = 3;
const MOST = 0.6;
/** Above this, pages are first sorted out by how much they link to at all. */
const MANY = 200;

interface Lists {
  readonly members: readonly RecordedPage[];
  readonly orders: readonly Order[];
  readonly links: LinkIndex;
  /** Every page's HTML file. */
  readonly outputs: Iterable<string>;
}

/**
 * Pages that show the members as a list. Neighbours show one or two members of a folder, lists show most of them or the
 * first few in some order. A page that shows a list now is the one that shows the list's next member.
 */
export function findListers(lists: Lists): string[] {
  return lists.members.length === 0 ? [] : [...new Set([...showingMost(lists), ...showingHeads(lists)])];
}

/** No page mentions itself, though its list holds it. */
function showingMost({ members, links, outputs }: Lists): string[] {
  const own = new Set<string>(members.flatMap((member) => member.outputs));
  const enough = Math.max(Math.min(HEAD, members.length), Math.ceil(members.length * MOST));
  const selfOf = (page: string): number => Number(own.has(page));
  if (members.length > MANY) {
    const shownBy = (page: string): number =>
      links.mentionedBy(page).filter((target) => own.has(target) && showing(target, links).has(page)).length;
    return [...outputs].filter(
      (page) => links.mentionedBy(page).length + selfOf(page) >= enough && shownBy(page) + selfOf(page) >= enough,
    );
  }
  const shown = new Map<string, number>([...own].map((output) => [output, 1]));
  for (const output of own) for (const page of showing(output, links)) shown.set(page, (shown.get(page) ?? 0) + 1);
  return [...shown].filter(([, count]) => count >= enough).map(([page]) => page);
}

function showingHeads({ members, orders, links }: Lists): string[] {
  const own = new Set<string>(members.flatMap((member) => member.outputs));
  const pages = members.map((page) => ({ ...sortable(page), outputs: page.outputs }));
  return orders.flatMap((order) => {
    const head = smallest(pages, order, HEAD).flatMap(({ outputs }) => outputs.slice(0, 1));
    const showers = head.map((output) => showing(output, links));
    const showAll = (page: string): boolean =>
      head.every((output, index) => output === page || showers[index]?.has(page) === true);
    const outside = [...(showers[0] ?? [])].filter((page) => !head.includes(page as never) && showAll(page));
    // Neighbours of an entry alone can be all others, unless members outside the list show it, too.
    return outside.some((page) => own.has(page)) ? [...outside, ...head.filter(showAll)] : outside;
  });
}

function smallest<Page extends Parameters<Order['compare']>[0]>(
  pages: readonly Page[],
  order: Order,
  count: number,
): Page[] {
  const first: Page[] = [];
  for (const page of pages) {
    const last = first.at(count - 1);
    if (last !== undefined && order.compare(page, last) >= 0) continue;
    first.push(page);
    first.sort(order.compare).splice(count);
  }
  return first;
}

function showing(output: string, links: LinkIndex): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const [page, flags] of links.mentionsOf(output)) if ((flags & SHOWS.link) !== 0) pages.add(page);
  return pages;
}
