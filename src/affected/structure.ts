import { byCodeUnit, isSameList } from '../core/order.ts';
import { folderOf, foldersAbove, isIndex } from './page-folders.ts';
import type { PlacedPage } from './placed-page.ts';
import type { ReasonKind } from './reason.ts';
import { topic, type Topic } from './topics.ts';

/** The pages of a site, then and now, by path. */
export interface SitePages {
  readonly before: ReadonlyMap<string, PlacedPage>;
  readonly after: ReadonlyMap<string, PlacedPage>;
}

/** What is touched by pages that came, went or moved, each with the page that is the first to do so. */
export interface Moved {
  readonly topic: Topic;
  readonly via: string;
  readonly kind: ReasonKind;
}

export interface StructureOptions extends SitePages {
  /** Pages that came, went or changed in what places them, in order. */
  readonly changed: readonly string[];
  readonly contentDir: string;
  /** Whether the configuration lists the menu. If not, sections make it. */
  readonly listsMenu: boolean;
  /** Pages without a source in the content folder: they come after the others in Bengal's walk. */
  readonly others: readonly string[];
}

/** Related pages are compared only as long as it takes no more than this many looks at a page. */
const MOST_LOOKS = 2_000_000;
/** So many related pages Bengal gives to a page. */
const RELATED = 5;

/**
 * What lists of pages hold, before and after: of folders, of tags, of the whole site, of neighbours, of related pages.
 * Each list is made and sorted once, however many pages changed in it.
 */
export function movedInStructure(options: StructureOptions): Moved[] {
  const { before, after, changed } = options;
  const moved: Moved[] = [];
  const add =
    (kind: ReasonKind): Add =>
    (via, ...topics) =>
      void moved.push(...topics.map((each) => ({ topic: each, via, kind })));
  const came = changed.filter((path) => before.has(path) !== after.has(path));
  const [first] = came;
  if (first !== undefined) {
    add('section-listing')(first, topic.site('pages'));
    addWalk(options, add('neighbour'), first);
    const top = came.find((path) => isAtTop(path, options.contentDir));
    if (top !== undefined) add('section-listing')(top, topic.site('top pages'));
  }
  addFolders(options, add('section-listing'), add('neighbour'));
  addTags(options, add('tag'));
  return moved;
}

type Add = (via: string, ...topics: readonly Topic[]) => void;

/** Whether a page lies in no section: at the top of the content, or of a language in it. */
function isAtTop(path: string, contentDir: string): boolean {
  const folder = folderOf(path);
  return folder === contentDir || (folderOf(folder) === contentDir && /\/[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(folder));
}

/** Bengal walks folders in order of names: folders before files, but for the content folder, where both are mixed. */
export function compareWalk(contentDir: string): (left: string, right: string) => number {
  const depth = contentDir.split('/').length;
  return (left, right) => {
    const [ours, theirs] = [left.split('/'), right.split('/')];
    const last = Math.min(ours.length, theirs.length) - 1;
    for (let at = 0; at <= last; at++) {
      const [one = '', other = ''] = [ours[at], theirs[at]];
      const [isFile, isOther] = [at === ours.length - 1, at === theirs.length - 1];
      if (at > depth && isFile !== isOther) return isFile ? 1 : -1;
      if (one !== other) return byCodeUnit(one, other);
    }
    return ours.length - theirs.length;
  };
}

function addWalk({ before, after, contentDir, others }: StructureOptions, add: Add, via: string): void {
  add(via, ...others.map((path) => topic.page(path, 'walk')));
  const compare = compareWalk(contentDir);
  addNeighbours([...before.keys()].sort(compare), [...after.keys()].sort(compare), (path) => {
    add(via, topic.page(path, 'walk'));
  });
}

function addNeighbours(before: readonly string[], after: readonly string[], found: (path: string) => void): void {
  const sides = (list: readonly string[]): Map<string, string> =>
    new Map(list.map((path, at) => [path, `${list[at - 1] ?? ''}\0${list[at + 1] ?? ''}`]));
  const then = sides(before);
  for (const [path, beside] of sides(after)) if (then.get(path) !== beside) found(path);
}

interface Member {
  readonly then: readonly PlacedPage[];
  readonly now: readonly PlacedPage[];
}

function membersOf(
  { before, after }: SitePages,
  of: (page: PlacedPage) => readonly string[],
  wanted: ReadonlySet<string>,
): Map<string, Member> {
  const found = new Map<string, { then: PlacedPage[]; now: PlacedPage[] }>();
  for (const name of wanted) found.set(name, { then: [], now: [] });
  for (const page of before.values()) for (const name of of(page)) found.get(name)?.then.push(page);
  for (const page of after.values()) for (const name of of(page)) found.get(name)?.now.push(page);
  return found;
}

const byWeight = (left: PlacedPage, right: PlacedPage): number =>
  (left.weight === right.weight ? 0 : left.weight - right.weight) ||
  byCodeUnit(left.title, right.title) ||
  byCodeUnit(left.path, right.path);
const byDate = (left: PlacedPage, right: PlacedPage): number =>
  byCodeUnit(right.date, left.date) || byCodeUnit(left.path, right.path);

function pathsIn(pages: readonly PlacedPage[], compare: (left: PlacedPage, right: PlacedPage) => number): string[] {
  return [...pages].sort(compare).map(({ path }) => path);
}

function addFolders(options: StructureOptions, add: Add, addNeighbour: Add): void {
  const { before, after, changed, contentDir } = options;
  const viaOf = firstOf(changed, (path) => [folderOf(path)]);
  const folders = membersOf(options, ({ path }) => [folderOf(path)], new Set(viaOf.keys()));
  for (const [folder, { then, now }] of folders) {
    const via = viaOf.get(folder) ?? '';
    const leaves = (pages: readonly PlacedPage[]): PlacedPage[] => pages.filter(({ path }) => !isIndex(path));
    const [old, present] = [leaves(then), leaves(now)];
    const [wasSorted, isSorted] = [pathsIn(old, byWeight), pathsIn(present, byWeight)];
    const isSame = isSameList([...wasSorted].sort(), [...isSorted].sort());
    if (!isSame)
      add(
        via,
        topic.section(folder, 'members'),
        ...foldersAbove(folder, contentDir).map((above) => topic.section(above, 'members below')),
      );
    if (!isSameList(wasSorted, isSorted))
      add(
        via,
        topic.section(folder, 'order'),
        ...foldersAbove(folder, contentDir).map((above) => topic.section(above, 'order below')),
      );
    addNeighbours(wasSorted, isSorted, (path) => {
      addNeighbour(via, topic.page(path, 'beside'));
    });
    // From the dates of the first pages Bengal tells what kind of section it is.
    if (looksDated(then) !== looksDated(now)) add(via, topic.sectionKey(folder, 'content_type'));
  }
  const sections = (pages: ReadonlyMap<string, PlacedPage>): Set<string> =>
    new Set([...pages.keys()].flatMap((path) => foldersAbove(folderOf(path), contentDir)));
  const [were, are] = [sections(before), sections(after)];
  const indexes = changed.filter((path) => isIndex(path) && before.has(path) !== after.has(path)).map(folderOf);
  const appeared = [...were, ...are].filter((folder) => were.has(folder) !== are.has(folder));
  const viaBelow = firstOf(changed, (path) => foldersAbove(folderOf(path), contentDir));
  for (const folder of new Set([...appeared, ...indexes])) {
    const via = viaBelow.get(folder) ?? '';
    add(via, topic.section(folder, 'is'), topic.section(folderOf(folder), 'subsections'));
    if (isAtTop(folder, contentDir)) add(via, topic.site('sections'));
    if (!options.listsMenu) add(via, topic.site('menu'));
  }
  addSectionOrder(options, add);
}

/** Subsections are sorted by what their indexes say. */
function addSectionOrder({ before, after, changed, contentDir }: StructureOptions, add: Add): void {
  for (const path of changed) {
    const [then, now] = [before.get(path), after.get(path)];
    if (!isIndex(path) || then === undefined || now === undefined) continue;
    if (then.weight === now.weight && then.title === now.title) continue;
    const parent = folderOf(folderOf(path));
    add(path, topic.section(parent, 'subsections'), ...(parent === contentDir ? [topic.site('sections')] : []));
  }
}

/** Bengal looks at so many pages of a section to tell whether it is a blog. */
const DATED_SAMPLE = 5;
const DATED_SHARE = 0.6;

/** What the dates of a section's first pages say of it, whichever of these orders they are looked at in. */
function looksDated(pages: readonly PlacedPage[]): string {
  return [byPath, byWeight]
    .map((compare) => {
      const sample = [...pages].sort(compare).slice(0, DATED_SAMPLE);
      return sample.filter(({ date }) => date !== '').length >= DATED_SHARE * sample.length;
    })
    .join(' ');
}

function addTags(options: StructureOptions, add: Add): void {
  const { before, after, changed } = options;
  const tagsOf = (path: string): string[] => [
    ...new Set([...(before.get(path)?.tags ?? []), ...(after.get(path)?.tags ?? [])]),
  ];
  const viaOf = firstOf(changed, tagsOf);
  const members = membersOf(options, ({ tags }) => tags, new Set(viaOf.keys()));
  const touched = new Set<string>();
  for (const [slug, { then, now }] of members) {
    const via = viaOf.get(slug) ?? '';
    if (isSameList(pathsIn(then, byDate), pathsIn(now, byDate))) continue;
    add(via, topic.tag(slug), topic.site('any tag'));
    if (!isSameList(pathsIn(then, byPath), pathsIn(now, byPath))) touched.add(slug);
    if ((then.length === 0) !== (now.length === 0)) add(via, topic.site('tags'));
  }
  const hasTags = (pages: ReadonlyMap<string, PlacedPage>): boolean =>
    [...pages.values()].some(({ tags }) => tags.length > 0);
  const [first] = touched;
  if (first !== undefined && hasTags(before) !== hasTags(after)) add(viaOf.get(first) ?? '', topic.site('has tags'));
  addRelated(options, { touched, viaOf, add });
}

const byPath = (left: PlacedPage, right: PlacedPage): number => byCodeUnit(left.path, right.path);

interface RelatedSearch {
  /** Tags that pages gained or lost. */
  readonly touched: ReadonlySet<string>;
  readonly viaOf: ReadonlyMap<string, string>;
  readonly add: Add;
}

/** Bengal relates pages that share most tags, then by their paths. */
function addRelated(options: StructureOptions, { touched, viaOf, add }: RelatedSearch): void {
  if (touched.size === 0) return;
  const { before, after } = options;
  const sharing = [...after.values()].filter(({ tags }) => tags.some((slug) => touched.has(slug)));
  const slugs = new Set(sharing.flatMap(({ tags }) => tags));
  const members = membersOf(options, ({ tags }) => tags, slugs);
  let looks = 0;
  for (const page of sharing) {
    const via =
      page.tags.map((slug) => (touched.has(slug) ? viaOf.get(slug) : undefined)).find((each) => each !== undefined) ??
      '';
    const then = before.get(page.path);
    looks += page.tags.reduce((sum, slug) => sum + (members.get(slug)?.now.length ?? 0), 0);
    if (
      looks < MOST_LOOKS &&
      then !== undefined &&
      isSameList(
        relatedTo(then, (slug) => members.get(slug)?.then ?? []),
        relatedTo(page, (slug) => members.get(slug)?.now ?? []),
      )
    )
      continue;
    add(via, topic.page(page.path, 'related'));
  }
  // A page that lost its last shared tag shares none now.
  for (const page of before.values()) {
    const slug = page.tags.find((each) => touched.has(each));
    if (slug !== undefined && !(after.get(page.path)?.tags ?? []).some((each) => touched.has(each)))
      add(viaOf.get(slug) ?? '', topic.page(page.path, 'related'));
  }
}

function relatedTo(page: PlacedPage, membersOf: (slug: string) => readonly PlacedPage[]): string[] {
  const common = new Map<string, number>();
  for (const slug of page.tags)
    for (const other of membersOf(slug))
      if (other.path !== page.path && !isIndex(other.path)) common.set(other.path, (common.get(other.path) ?? 0) + 1);
  return [...common]
    .sort(([left, many], [right, more]) => more - many || byCodeUnit(left, right))
    .slice(0, RELATED)
    .map(([path]) => path);
}

function firstOf(changed: readonly string[], namesOf: (path: string) => readonly string[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const path of changed) for (const name of namesOf(path)) if (!first.has(name)) first.set(name, path);
  return first;
}
