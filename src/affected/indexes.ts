import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { Context } from './context.ts';
import { effectOf } from './keys.ts';
import { enoughOf, isLinked, showsHead, smallest, type Places } from './listers.ts';
import { NEWEST, ORDERS } from './order.ts';
import { folderOf, isIndex } from './places.ts';
import { sortable } from './sortable.ts';

/** A page that comes, or takes another place among the pages around it. */
export interface Arrival {
  readonly path: string;
  readonly places: Places;
  /** Whether there is one page more than before. */
  readonly isNew: boolean;
}

/** Some first entries of a list that are shown in order are no chance from so many on. */
const NO_CHANCE = 2;

/** Folders from that of a page up to the content folder. */
export function foldersAbove(path: string, contentDir: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === contentDir) break;
  }
  return folders;
}

/**
 * Whether the index of a folder above a page would show the arrival: in a list, or as a number of pages. It would not
 * if everything that it shows is explained by lists that the page is in no place of.
 */
export function indexShows(index: string, arrival: Arrival, context: Context): boolean {
  const { site, links, layout } = context;
  const { path, places, isNew } = arrival;
  const folder = folderOf(path);
  if (isNew && showsCount(index, folder, context)) return true;
  const comparable = site.sameEdition(path, site.members(folder)).filter((page) => page.key !== path);
  // Nothing tells who lists what is not there; of a new section, the sections beside it tell.
  const isNewSection = folder !== layout.contentDir && !site.folders.includes(folder);
  if (comparable.length === 0 && !isNewSection) return true;
  const shown = new Set(
    links.mentionedBy(index).targets.flatMap((output) => {
      const page = site.pageOf.get(output);
      return page?.kind === 'content' && !isIndex(page.key) && isLinked(index, output, links) ? [page] : [];
    }),
  );
  if (shown.size === 0) return false;
  if ([...shown].some((page) => page.key === path) || isPicked(path, context)) return true;
  const lists = foldersAbove(path, layout.contentDir)
    .map((above) => site.sameEdition(path, site.below(above)))
    .concat([comparable]);
  if (lists.some((members) => showsHead({ members, orders: ORDERS }, places, shown))) return true;
  return unexplained(shown, path, context).length > 0;
}

/** Whether the page has front matter by which a template may pick pages. */
function isPicked(path: string, { texts, namedByTemplates }: Context): boolean {
  return Object.keys(texts.get(path)?.frontMatter ?? {}).some((key) => {
    const effect = effectOf(key);
    return effect === 'listing' || (effect === 'custom' && namedByTemplates(key));
  });
}

/** What is shown for no reason that would not show the page, too. */
function unexplained(shown: ReadonlySet<RecordedPage>, path: string, context: Context): RecordedPage[] {
  const { links, state } = context;
  const isMenu = (page: RecordedPage): boolean =>
    page.outputs.some((output) => links.mentionsOf(output).size > state.pages.size / 2);
  const listed = new Set(
    [...shown].map((page) => folderOf(page.key)).filter((folder) => isListed(folder, shown, context)),
  );
  listed.delete(folderOf(path));
  const newest = newestOf(shown, context);
  return [...shown].filter((page) => !isMenu(page) && !listed.has(folderOf(page.key)) && !newest.has(page));
}

function isListed(folder: string, shown: ReadonlySet<RecordedPage>, { site }: Context): boolean {
  const members = site.members(folder);
  return members.filter((page) => shown.has(page)).length >= enoughOf(members.length);
}

/** The newest pages of the site, or of some folder, that are shown without a gap. */
function newestOf(shown: ReadonlySet<RecordedPage>, { site, layout }: Context): ReadonlySet<RecordedPage> {
  const folders = new Set([...shown].flatMap((page) => foldersAbove(page.key, layout.contentDir)));
  const found = new Set<RecordedPage>();
  for (const folder of folders) {
    const dated = site.below(folder).filter((page) => sortable(page).date !== '');
    for (const order of NEWEST) {
      const gap = smallest(dated, order, shown.size + 1).findIndex((page) => !shown.has(page));
      const first = smallest(dated, order, gap < 0 ? shown.size : gap);
      if (first.length >= NO_CHANCE) for (const page of first) found.add(page);
    }
  }
  return found;
}

/** Whether the index shows a number that can be how many pages there are in or below the folder, or one on the way. */
export function showsCount(index: string, folder: string, { site, links, layout }: Context): boolean {
  const numbers = links.numbersOn(index);
  if (numbers === undefined) return true;
  const shown = new Set(numbers);
  return foldersAbove(`${folder}/_index.md`, layout.contentDir).some((above) => {
    const [direct, below] = [site.members(above).length, site.below(above).length];
    const [sections, allSections] = site.sectionsOf(above);
    // With the index or without it, with sections or without them.
    return [direct, direct + sections, below, below + allSections].some(
      (count) => shown.has(count) || shown.has(count + 1),
    );
  });
}
