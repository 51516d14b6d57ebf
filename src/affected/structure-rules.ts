import type { RecordedPage } from '../bengal/recorded-page.ts';
import { addOutputs, type Context } from './context.ts';
import { foldersAbove, indexShows, showsCount } from './indexes.ts';
import { showingHead, showingMost, type PageList, type Places } from './listers.ts';
import { judgeMenu, judgeNewSection, removeEmptyIndexes } from './navigation-rules.ts';
import { isFirstOfEdition, outputBeside } from './new-output.ts';
import { movedNeighbours, type Move } from './neighbours.ts';
import { keepsPlace, NEWEST, ORDERS } from './order.ts';
import { formsOf } from './outputs.ts';
import { sortableNow, tagsNow } from './present-page.ts';
import { judgeRedirects } from './redirect-rules.ts';
import { referringPages } from './references.ts';
import { folderOf, isIndex } from './places.ts';
import { sortable } from './sortable.ts';
import { judgeTags } from './tag-rules.ts';
import { judgeVariants } from './variants.ts';

/** A page that was not there before: whoever lists its place, its neighbours, its tags, its other languages and versions. */
export function judgeAdded(path: string, context: Context): void {
  const { found } = context;
  found.output(outputBeside(path, context), path, { kind: 'added', via: path });
  if (isFirstOfEdition(path, context))
    found.doubt({ kind: 'nothing-alike', detail: `${path} is the first page of its version or language` });
  if (isNewSection(path, context)) judgeNewSection(path, context);
  const { frontMatter = {} } = context.texts.get(path) ?? {};
  judgeMenu(path, Object.keys(frontMatter), context);
  judgePlace(path, 'arrives', context);
  judgeFirstDate(path, context);
  judgeVariants(path, context);
  judgeRedirects({ path, before: undefined, after: frontMatter['aliases'] }, context);
  judgeTags({ ...context, path, before: [], after: tagsNow(path, context) });
  // A link that led nowhere leads to it.
  for (const page of referringPages(path, context)) found.page(page, { kind: 'linked', via: path });
}

/** A page that is gone: whoever shows it, and all its files. Who shows it links to it. */
export function judgeDeleted(path: string, page: RecordedPage, context: Context): void {
  const { found, outputs, site, layout, changes } = context;
  found.page(page, { kind: 'deleted', via: path });
  judgeRedirects({ path, before: page.metadata?.['aliases'], after: undefined }, context);
  for (const output of page.outputs) {
    for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
    addOutputs(site.mentioning(output, ~0), { kind: 'linked', via: path }, context);
  }
  const folder = folderOf(path);
  const folders = foldersAbove(path, layout.contentDir);
  if (isIndex(path) && site.contentBelow(folder).some((other) => !changes.deleted.includes(other.key))) {
    found.doubt({ kind: 'navigation', detail: `${path} is gone, and every page may show its section in a menu` });
    return;
  }
  removeEmptyIndexes(path, folders.slice(0, -1), context);
  const counting = folders
    .map((above) => site.indexOutputOf(above))
    .filter((index) => showsCount(index, folder, context));
  addOutputs(counting, { kind: 'section-listing', via: path }, context);
  judgeVariants(path, context);
  judgeTags({ ...context, path, before: page.tags, after: [] });
}

/**
 * Whoever shows the folder of a page as a list, and the pages before and after its place. One that `arrives` was in no
 * list before, or in none that would still hold it; one that `moves` is there and takes another place.
 */
export function judgePlace(path: string, change: 'arrives' | 'moves', context: Context): void {
  const { state, found, site, layout } = context;
  const page = state.pages.get(path);
  const before = change === 'moves' && page !== undefined ? sortable(page) : undefined;
  const move: Move = { path, before, after: sortableNow(path, context) };
  const places = [move.before, move.after].filter((place) => place !== undefined);
  const lists = listsAround(move, context).filter((list) => !staysIn(list, move, context));
  const listers = lists.flatMap((list) => listersOf(list, places, context));
  const indexes =
    lists.length === 0 ? [] : foldersAbove(path, layout.contentDir).map((folder) => site.indexOutputOf(folder));
  const arrival = { path, places, isNew: change === 'arrives' };
  const showing = indexes.filter((index) => indexShows(index, arrival, context));
  addOutputs([...listers, ...showing], { kind: 'section-listing', via: path }, context);
  for (const key of movedNeighbours(move, context)) {
    const neighbour = state.pages.get(key);
    if (neighbour !== undefined) found.page(neighbour, { kind: 'neighbour', via: path });
  }
}

/** Where no page had a date before, nothing tells who lists the newest ones. */
export function judgeFirstDate(path: string, { texts, state, site, found }: Context): void {
  if (isIndex(path) || (sortableNow(path, { texts, state })?.date ?? '') === '') return;
  if (site.sameEdition(path, site.dated).length === 0)
    found.doubt({
      kind: 'nothing-alike',
      detail: `${path} has the first date, and any page may list the newest pages`,
    });
}

/** Lists that a page is in, or comes into: of its folder, of all pages, of the newest ones, also of its edition alone. */
function listsAround({ path, before, after }: Move, { site }: Context): PageList[] {
  const isDated = [before, after].some((place) => place !== undefined && place.date !== '');
  return [
    { members: site.members(folderOf(path)), orders: ORDERS },
    { members: site.leaves, orders: [] },
    { members: isDated ? site.dated : [], orders: NEWEST },
  ].flatMap((list) => {
    const members = site.sameEdition(path, list.members);
    return members.length === list.members.length ? [list] : [list, { ...list, members }];
  });
}

/** Whether a page keeps its place in a list. */
function staysIn({ members, orders }: PageList, { before, after }: Move, { site }: Context): boolean {
  if (before === undefined || after === undefined) return false;
  // Without a date it was in no list by dates.
  if (orders === NEWEST && (before.date === '') !== (after.date === '')) return false;
  return keepsPlace({ before, after }, site.placesOf(members), orders.length === 0 ? ORDERS : orders);
}

/** Pages that show the list as far as the page was or will be in it. */
function listersOf(list: PageList, places: Places, { links, site }: Context): string[] {
  const shown = { links, pageOf: site.pageOf };
  return [...showingMost(list, shown), ...showingHead(list, places, shown)];
}

/** The first page of a folder, or its index. */
function isNewSection(path: string, { site, layout }: Context): boolean {
  const folder = folderOf(path);
  if (folder === layout.contentDir) return false;
  return isIndex(path)
    ? site.indexOf(folder) === undefined
    : site.members(folder).length === 0 && site.indexOf(folder) === undefined;
}
