import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { SiteLayout } from '../changes/layout.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { findListers } from './listers.ts';
import { NEWEST, ORDERS } from './order.ts';
import { sortable } from './sortable.ts';

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
    byFolder.set(folder, known);
    if (INDEX.test(page.key)) known.index = page;
    else known.members.push(page);
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
    listersOf: (folder) => findListers({ members: members(folder), orders: ORDERS, links, outputs: pageOf.keys() }),
    siteListers(of) {
      const all = [...byFolder.values()].flatMap((folder) => folder.members);
      const pages = of === 'all' ? all : all.filter((page) => sortable(page).date !== '');
      const known =
        siteWide.get(of) ??
        findListers({ members: pages, orders: of === 'all' ? [] : NEWEST, links, outputs: pageOf.keys() });
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
