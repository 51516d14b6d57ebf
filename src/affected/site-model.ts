import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { SiteLayout } from '../changes/layout.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { languagesOf, type Languages } from './languages.ts';
import { folderOf, isIndex } from './places.ts';
import { relatedPages, type RelatedPages } from './related.ts';

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
  /** Those in a folder or deeper. */
  below(folder: string): readonly RecordedPage[];
  /** The same with indexes. */
  contentBelow(folder: string): readonly RecordedPage[];
  /** How many folders with pages are directly in a folder, and how many below it. */
  sectionsOf(folder: string): readonly [direct: number, below: number];
  readonly languages: Languages;
  readonly related: RelatedPages;
  readonly home: string;
}

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
  const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
  return {
    pageOf,
    members,
    indexOf: (folder) => byFolder.get(folder)?.index,
    indexOutputOf,
    mentioning,
    folders,
    leaves,
    below: (folder) => (folder === layout.contentDir ? leaves : leaves.filter((page) => isIn(page.key, folder))),
    contentBelow: (folder) =>
      [...state.pages.values()].filter((page) => page.kind === 'content' && isIn(page.key, folder)),
    sectionsOf(folder) {
      const below = folders.filter((other) => isIn(other, folder));
      return [below.filter((other) => folderOf(other) === folder).length, below.length];
    },
    languages: languagesOf(state),
    related: relatedPages({ state, links }),
    home: indexOutputOf(layout.contentDir),
  };
}
