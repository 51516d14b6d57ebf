import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { SiteLayout } from '../changes/layout.ts';
import { foldersAbove } from './indexes.ts';
import type { Order, SortablePage } from './order.ts';
import type { SiteModel } from './site-model.ts';
import { sortable } from './sortable.ts';

/** The pages right before and after a place; `undefined` at an end. */
export type Sides = readonly [left: SortablePage | undefined, right: SortablePage | undefined];

export interface WalkedSite {
  readonly site: Pick<SiteModel, 'indexOf' | 'members' | 'folders'>;
  readonly layout: Pick<SiteLayout, 'contentDir'>;
  /** Key of a page that does not count. */
  readonly without: string;
}

/**
 * The pages right before and after a place in a walk. A walk leaves no folder before it has seen all of it: one page of
 * each folder tells which folders are next to the place, and only those are looked through.
 */
export function sidesInWalk(place: SortablePage, order: Order, { site, layout, without }: WalkedSite): Sides {
  const above = foldersAbove(place.key, layout.contentDir);
  const placesOf = (pages: readonly (RecordedPage | undefined)[]): SortablePage[] =>
    pages.flatMap((page) => (page === undefined || page.key === without ? [] : [sortable(page)]));
  const pagesIn = (folder: string): SortablePage[] => placesOf([site.indexOf(folder), ...site.members(folder)]);
  const oneIn = (folder: string): SortablePage[] =>
    placesOf([site.indexOf(folder), ...site.members(folder).slice(0, 2)]).slice(0, 1);
  const aside = [layout.contentDir, ...site.folders].filter((folder) => !above.includes(folder));
  const inFolders = above.flatMap(pagesIn);
  const near = around(place, [...inFolders, ...aside.flatMap(oneIn)], order);
  const branches = near.flatMap((page) => (page === undefined ? [] : [branchOf(page.key, above)]));
  const beside = aside.filter((folder) => branches.some((branch) => branch !== '' && `${folder}/`.startsWith(branch)));
  return around(place, [...inFolders, ...beside.flatMap(pagesIn)], order);
}

/** The folder in the nearest of some folders that leads to a page, with its last slash; empty when none lies between. */
function branchOf(path: string, folders: readonly string[]): string {
  const nearest = folders.find((folder) => path.startsWith(`${folder}/`)) ?? '';
  return path.slice(0, path.indexOf('/', nearest.length + 1) + 1);
}

/** The pages right before and after a place, which does not count itself. */
export function around(place: SortablePage, others: readonly SortablePage[], { compare }: Order): Sides {
  let [left, right]: (SortablePage | undefined)[] = [];
  for (const other of others) {
    if (other.key === place.key) continue;
    if (compare(other, place) < 0) {
      if (left === undefined || compare(left, other) < 0) left = other;
    } else if (right === undefined || compare(other, right) < 0) right = other;
  }
  return [left, right];
}
