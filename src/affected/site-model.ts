import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { SiteLayout } from '../changes/layout.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { SHOWS } from '../mentions/needles.ts';
import { ORDERS, type Order, type SortablePage } from './order.ts';
import { asFiniteNumber, asString } from '../core/json.ts';

/** Lists that pages of any folder are in: of all pages, or of the newest. */
export type SiteList = 'all' | 'newest';

/** The site as the last build left it, for the rules to ask. */
export interface SiteModel {
  /** Output -> its page. */
  readonly pageOf: ReadonlyMap<string, RecordedPage>;
  /** Pages made from files directly in a folder of the content, without its index. */
  members(folder: string): readonly RecordedPage[];
  /** The index page of a folder, when it has a file of its own. */
  indexOf(folder: string): RecordedPage | undefined;
  /** HTML file of a folder's index, whether it has a source or Bengal made it up. */
  indexOutputOf(folder: string): string;
  /** Pages whose output mentions a file in one of these ways. */
  mentioning(output: string, shows: number): readonly string[];
  /** Pages that show a folder's members as a list: most of them, or the first ones in some order. */
  listersOf(folder: string): readonly string[];
  /** The same for lists of all pages, or of the newest ones. */
  siteListers(of: SiteList): readonly string[];
  readonly home: string;
}

const INDEX = /(?:^|\/)_?index\.[^./]+$/;

export function siteModel({
  state,
  layout,
  links,
}: {
  state: BengalState;
  layout: SiteLayout;
  links: LinkIndex;
}): SiteModel {
  const byFolder = new Map<string, { members: RecordedPage[]; index: RecordedPage | undefined }>();
  const pageOf = new Map<string, RecordedPage>();
  for (const page of state.pages.values()) {
    for (const output of page.outputs) pageOf.set(output, page);
    if (page.kind !== 'content') continue;
    const folder = folderOf(page.key);
    const known = byFolder.get(folder) ?? { members: [], index: undefined };
    byFolder.set(
      folder,
      INDEX.test(page.key) ? { ...known, index: page } : { ...known, members: [...known.members, page] },
    );
  }
  const indexOutputOf = (folder: string): string => {
    const below = folder === layout.contentDir ? '' : `${folder.slice(layout.contentDir.length + 1)}/`;
    return byFolder.get(folder)?.index?.outputs[0] ?? `${below}index.html`;
  };
  const mentioning = (output: string, shows: number): string[] =>
    [...links.mentionsOf(output)].filter(([, flags]) => (flags & shows) !== 0).map(([page]) => page);
  const siteWide = new Map<SiteList, readonly string[]>();
  const members = (folder: string): readonly RecordedPage[] => byFolder.get(folder)?.members ?? [];
  return {
    pageOf,
    members,
    indexOf: (folder) => byFolder.get(folder)?.index,
    indexOutputOf,
    mentioning,
    listersOf: (folder) => listers(members(folder), ORDERS, mentioning),
    siteListers(of) {
      const all = [...byFolder.values()].flatMap((folder) => folder.members);
      const known = siteWide.get(of) ?? listersOfAll(all, of, mentioning);
      siteWide.set(of, known);
      return known;
    },
    home: indexOutputOf(layout.contentDir),
  };
}

/** The folder of a content file. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function isIndex(path: string): boolean {
  return INDEX.test(path);
}

/** What lists are sorted by, as recorded. */
export function sortable(page: RecordedPage): SortablePage {
  const { metadata } = page;
  return {
    key: page.key,
    title: asString(metadata?.['title']) ?? '',
    date: asString(metadata?.['date']) ?? '',
    weight: asFiniteNumber(metadata?.['weight']),
  };
}

/** How many of the first entries of a list a page has to show to count as showing that list. */
const HEAD = 3;
const MOST = 0.6;

/**
 * Neighbours show one or two members of a folder, lists show most of them or the first few in some order. A page that
 * shows a list now is the one that shows the list's next member.
 */
function listers(
  members: readonly RecordedPage[],
  orders: readonly Order[],
  mentioning: SiteModel['mentioning'],
): string[] {
  const shown = new Map<string, Set<string>>();
  for (const member of members) {
    for (const page of member.outputs.flatMap((output) => mentioning(output, SHOWS.link))) {
      const known = shown.get(page) ?? new Set<string>();
      shown.set(page, known.add(member.key));
    }
  }
  // No page mentions itself, though its list holds it.
  for (const member of members)
    for (const output of member.outputs) shown.set(output, (shown.get(output) ?? new Set()).add(member.key));
  const heads = orders.map((order) =>
    members
      .map(sortable)
      .sort(order.compare)
      .slice(0, HEAD)
      .map((page) => page.key),
  );
  const enough = Math.max(Math.min(HEAD, members.length), Math.ceil(members.length * MOST));
  return [...shown]
    .filter(
      ([, keys]) => keys.size >= enough || heads.some((head) => head.length > 0 && head.every((key) => keys.has(key))),
    )
    .map(([page]) => page);
}

function listersOfAll(pages: readonly RecordedPage[], of: SiteList, mentioning: SiteModel['mentioning']): string[] {
  if (of === 'all') return listers(pages, [], mentioning);
  const newest = ORDERS.filter((order) => order.name.startsWith('newest'));
  return listers(
    pages.filter((page) => sortable(page).date !== ''),
    newest,
    mentioning,
  );
}
