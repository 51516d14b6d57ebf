import type { RecordedPage } from '../bengal/recorded-page.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type Context } from './context.ts';
import { formsOf } from './outputs.ts';
import { tagsNow } from './present-page.ts';

export interface TagChange extends Context {
  readonly path: string;
  /** Slugs that the page had, and has now. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * A page gained or lost tags: the listings of those tags, every listing that shows how many pages a tag has or which
 * tags there are, and the pages that share such a tag and may point to each other.
 */
export function judgeTags(change: TagChange): void {
  const { before, after, path, found, state } = change;
  const changed = [
    ...new Set([...before.filter((slug) => !after.includes(slug)), ...after.filter((slug) => !before.includes(slug))]),
  ];
  if (changed.length === 0) return;
  const listings = [...state.pages.values()].filter((page) => page.kind === 'tag' || page.kind === 'tag-index');
  // Every listing may show all tags with their numbers; the index does.
  for (const page of listings)
    if (page.kind === 'tag-index' || showsOtherTags(page, change)) found.page(page, { kind: 'tag', via: path });
  if (listings.length === 0) {
    // The first tag of the site: its index comes into being, and the home page may show it.
    found.output('tags/index.html', null, { kind: 'tag', via: path });
    addOutputs([change.site.home], { kind: 'tag', via: path }, change);
  }
  for (const slug of changed) judgeTag(slug, listings, change);
  const slugs = new Set([...state.tags.keys(), ...after]);
  if ([...slugs].some((slug) => membersNow(slug, change) > 0)) return;
  // Without a tag there is no index of them.
  for (const page of listings) if (page.kind === 'tag-index') removeForms(page, change);
}

function judgeTag(slug: string, listings: readonly RecordedPage[], change: TagChange): void {
  const { path, found, state, site, after } = change;
  const reason = { kind: 'tag', via: path, through: [slug] } as const;
  found.tag(slug);
  const own = listings.filter((page) => page.kind === 'tag' && page.tags.includes(slug));
  for (const page of own) found.page(page, reason);
  const keys = state.tags.get(slug) ?? new Set<string>();
  const members = [...keys].flatMap((key) => state.pages.get(key) ?? []);
  for (const page of members) if (page.key !== path) found.page(page, reason);
  for (const output of own.flatMap((page) => page.outputs)) {
    // Whoever shows the tag without carrying it shows a list of tags.
    addOutputs(
      site.mentioning(output, SHOWS.link).filter((page) => !keys.has(site.pageOf.get(page)?.key ?? '')),
      reason,
      change,
    );
  }
  const gained = after.includes(slug);
  if (own.length === 0 && gained) addClouds(listings, change);
  judgePagination({ slug, left: membersNow(slug, change), own }, change);
}

/** How many pages carry the tag after all changes. */
function membersNow(slug: string, { state, changes, texts, path, after }: TagChange): number {
  const carries = (key: string): boolean => (key === path ? after : tagsNow(key, { texts })).includes(slug);
  const isEdited = (key: string): boolean => key === path || texts.has(key);
  const kept = [...(state.tags.get(slug) ?? [])].filter(
    (key) => !changes.deleted.includes(key) && (!isEdited(key) || carries(key)),
  );
  return new Set([...kept, ...[path, ...texts.keys()].filter(carries)]).size;
}

/** A page that keeps its tags moves in their listings when it moves among their members. */
export function judgeTagOrder(
  keepsPlaceAmong: (members: readonly RecordedPage[]) => boolean,
  { path, page }: { path: string; page: RecordedPage },
  { state, found }: Context,
): void {
  for (const slug of page.tags) {
    const others = [...(state.tags.get(slug) ?? [])].flatMap((key) =>
      key === path ? [] : (state.pages.get(key) ?? []),
    );
    if (keepsPlaceAmong(others)) continue;
    for (const listing of state.pages.values())
      if (listing.kind === 'tag' && listing.tags.includes(slug))
        found.page(listing, { kind: 'tag', via: path, through: [slug] });
  }
}

/** A listing that links to the listings of other tags shows a list of tags, too. */
function showsOtherTags(page: RecordedPage, { links, site, state }: TagChange): boolean {
  // With one tag alone nobody can tell.
  if (state.tags.size < 2) return true;
  return page.outputs.some((output) =>
    links.mentionedBy(output).some((target) => target !== output && site.pageOf.get(target)?.kind === 'tag'),
  );
}

/** A tag that nobody carried before appears wherever other tags are listed by pages that do not carry them. */
function addClouds(listings: readonly RecordedPage[], change: TagChange): void {
  for (const listing of listings) {
    if (listing.kind !== 'tag') continue;
    for (const output of listing.outputs) {
      const strangers = change.site
        .mentioning(output, SHOWS.link)
        .filter((page) => !listing.tags.some((slug) => change.site.pageOf.get(page)?.tags.includes(slug)));
      addOutputs(strangers, { kind: 'tag', via: change.path }, change);
    }
  }
}

/** Listings come and go with the number of pages: each holds so many, and an empty tag has none. */
function judgePagination(
  { slug, left, own }: { slug: string; left: number; own: readonly RecordedPage[] },
  change: TagChange,
): void {
  const { found, path, perPage } = change;
  const needed = Math.ceil(left / perPage);
  const known = new Set(own.map((page) => numberOf(page)));
  for (let number = 1; number <= needed; number++) {
    if (!known.has(number))
      found.output(languageOf(change) + listingOutput(slug, number), null, {
        kind: 'tag',
        via: path,
        through: [slug],
      });
  }
  for (const page of own) {
    if (numberOf(page) > needed) removeForms(page, change);
  }
}

function removeForms(page: RecordedPage, { found, outputs }: Context): void {
  for (const output of page.outputs)
    for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
}

function numberOf(page: RecordedPage): number {
  return Number(/\/page_(\d+)\/index\.md$/.exec(page.key)?.[1] ?? 1);
}

/** The folder of the page's language, when Bengal writes that language into one. */
function languageOf({ path, texts, outputs }: TagChange): string {
  const language = texts.get(path)?.frontMatter['lang'];
  if (typeof language !== 'string') return '';
  return [...outputs.present].some((output) => output.startsWith(`${language}/`)) ? `${language}/` : '';
}

function listingOutput(slug: string, number: number): string {
  return number === 1 ? `tags/${slug}/index.html` : `tags/${slug}/page/${String(number)}/index.html`;
}
