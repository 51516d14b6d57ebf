import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { SiteLayout } from '../changes/layout.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { languagesOf, type Languages } from './languages.ts';
import type { SortablePage } from './order.ts';
import { folderOf, isIndex } from './places.ts';
import { referenceIndex, type ReferenceIndex } from './reference-index.ts';
import { relatedPages, type RelatedPages } from './related.ts';
import { once, remember } from './remember.ts';
import { sortable } from './sortable.ts';
import { sameEdition, type SameEdition } from './editions.ts';

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
  /** Folders below the content folder that hold pages. */
  readonly folders: readonly string[];
  /** Pages made from files, without indexes. */
  readonly leaves: readonly RecordedPage[];
  /** Those with a date. */
  readonly dated: readonly RecordedPage[];
  /** The listings of tags, and their indexes. */
  readonly listings: readonly RecordedPage[];
  readonly sameEdition: SameEdition;
  /** What lists sort pages by, made once for each list. */
  placesOf(pages: readonly RecordedPage[]): readonly SortablePage[];
  /** Those in a folder or deeper. */
  below(folder: string): readonly RecordedPage[];
  /** The same with indexes. */
  contentBelow(folder: string): readonly RecordedPage[];
  /** How many folders with pages are directly in a folder, and how many below it. */
  sectionsOf(folder: string): readonly [direct: number, below: number];
  readonly languages: Languages;
  readonly related: RelatedPages;
  readonly references: ReferenceIndex;
  readonly home: string;
}

interface Given {
  readonly state: BengalState;
  readonly layout: SiteLayout;
  readonly links: LinkIndex;
  /** Of each page, as `PageDigest.references`. */
  readonly references: ReadonlyMap<string, readonly string[]>;
}

export function siteModel({ state, layout, links, references }: Given): SiteModel {
  const byFolder = new Map<string, { members: RecordedPage[]; index: RecordedPage | undefined }>();
  const pageOf = new Map<string, RecordedPage>();
  for (const page of state.pages.values()) {
    for (const output of page.outputs) pageOf.set(output, page);
    if (page.kind !== 'content') continue;
    const folder = folderOf(page.key);
    let known = byFolder.get(folder);
    if (known === undefined) byFolder.set(folder, (known = { members: [], index: undefined }));
    if (isIndex(page.key)) known.index = page;
    else known.members.push(page);
  }
  const indexOutputOf = (folder: string): string => {
    const below = folder === layout.contentDir ? '' : `${folder.slice(layout.contentDir.length + 1)}/`;
    return byFolder.get(folder)?.index?.outputs[0] ?? `${below}index.html`;
  };
  const mentioning = (output: string, shows: number): string[] =>
    [...links.mentionsOf(output)].filter(([, flags]) => (flags & shows) !== 0).map(([page]) => page);
  const members = (folder: string): readonly RecordedPage[] => byFolder.get(folder)?.members ?? [];
  const folders = [...byFolder.keys()].filter((folder) => folder !== layout.contentDir);
  const leaves = [...byFolder.values()].flatMap((folder) => folder.members);
  const dated = once(() => leaves.filter((page) => sortable(page).date !== ''));
  const listings = once(() => [...state.pages.values()].filter(({ kind }) => kind === 'tag' || kind === 'tag-index'));
  const languages = once(() => languagesOf(state));
  const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
  return {
    pageOf,
    members,
    indexOf: (folder) => byFolder.get(folder)?.index,
    indexOutputOf,
    mentioning,
    folders,
    leaves,
    get dated() {
      return dated();
    },
    get listings() {
      return listings();
    },
    sameEdition: sameEdition(leaves, layout.contentDir),
    placesOf: remember((pages: readonly RecordedPage[]) => pages.map(sortable)),
    below: (folder) => (folder === layout.contentDir ? leaves : leaves.filter((page) => isIn(page.key, folder))),
    contentBelow: (folder) =>
      [...state.pages.values()].filter((page) => page.kind === 'content' && isIn(page.key, folder)),
    sectionsOf(folder) {
      const below = folders.filter((other) => isIn(other, folder));
      return [below.filter((other) => folderOf(other) === folder).length, below.length];
    },
    get languages() {
      return languages();
    },
    related: relatedPages({ state, links, pageOf }),
    references: referenceIndex(references),
    home: indexOutputOf(layout.contentDir),
  };
}
