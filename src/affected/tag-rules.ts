import type { RecordedPage } from '../bengal/recorded-page.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type Context } from './context.ts';
import { languageOfPath } from './language-of-path.ts';
import { isLinked } from './listers.ts';
import { formsOf } from './outputs.ts';
import { sortableNow, tagsNow } from './present-page.ts';
import { keepsPlace, type SortablePage } from './order.ts';
import { remember } from './remember.ts';
import { sortable } from './sortable.ts';

export interface TagEdit extends Context {
  readonly path: string;
  /** Slugs that the page had, and has now. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface TagChange extends TagEdit {
  /** Of the page that changed; `undefined` when nobody knows. */
  readonly language: string | undefined;
  /** Whether a page shows tags that it neither lists nor carries: then it may show all, with their numbers. */
  listsTags(page: RecordedPage): boolean;
}

/**
 * A page gained or lost tags: the listings of those tags, every listing that shows how many pages a tag has or which
 * tags there are, and the pages that share such a tag and may point to each other.
 */
export function judgeTags(given: TagEdit): void {
  const { before, after, path, found, site, state } = given;
  const changed = [
    ...new Set([...before.filter((slug) => !after.includes(slug)), ...after.filter((slug) => !before.includes(slug))]),
  ];
  if (changed.length === 0) return;
  const change = { ...given, language: languageOfPath(path, given), listsTags: remember(tagListers(given)) };
  const all = site.listings;
  const listings = all.filter((page) => isInLanguage(page, change));
  for (const page of listings) if (change.listsTags(page)) found.page(page, { kind: 'tag', via: path });
  if (all.length === 0) {
    found.output('tags/index.html', null, { kind: 'tag', via: path });
    found.doubt({
      kind: 'nothing-alike',
      detail: `${path} has the first tags of the site, and any page may list tags`,
    });
  }
  for (const slug of changed) {
    judgeTag(slug, listings, change);
    judgeOtherLanguages(slug, change);
  }
  const slugs = new Set([...state.tags.keys(), ...after]);
  if ([...slugs].some((slug) => membersNow(slug, change).length > 0)) return;
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
  for (const key of keys) {
    const page = state.pages.get(key);
    if (page !== undefined && key !== path && sharesTag(page, { slug, own }, change)) found.page(page, reason);
  }
  for (const output of own.flatMap((page) => page.outputs)) {
    // Whoever shows the tag without carrying it shows a list of tags.
    addOutputs(
      site.mentioning(output, SHOWS.link).filter((page) => !keys.has(site.pageOf.get(page)?.key ?? '')),
      reason,
      change,
    );
  }
  if (own.length === 0 && after.includes(slug)) addClouds(listings, change);
  judgePagination({ slug, left: membersNow(slug, change).length, own }, change);
}

/**
 * Where languages do not share their tags, Bengal may keep one listing for several of them, in the folder of whoever
 * has the tag first: it moves when the first page of a language gets the tag, or the last one loses it.
 */
function judgeOtherLanguages(slug: string, change: TagChange): void {
  const { state, site, language, found, path } = change;
  if (language === undefined || !site.languages.several) return;
  const members = [...(state.tags.get(slug) ?? [])].flatMap((key) => state.pages.get(key) ?? []);
  const languages = new Set(members.flatMap((page) => site.languages.of(page) ?? []));
  if (languages.delete(language) === membersNow(slug, change).length > 0) return;
  const isListed = (other: string): boolean =>
    site.listings.some((page) => page.tags.includes(slug) && site.languages.of(page) === other);
  const unlisted = [...languages].find((other) => !isListed(other));
  if (unlisted !== undefined)
    found.doubt({
      kind: 'nothing-alike',
      detail: `${path} is the first or last page in ${language} with the tag ${slug}, which has no listing of its own in ${unlisted}`,
    });
}

/** Whether a page with the same tag shows this one, or comes to show it, or says how many pages have the tag. */
function sharesTag(
  page: RecordedPage,
  { slug, own }: { slug: string; own: readonly RecordedPage[] },
  change: TagChange,
): boolean {
  const { path, after, site, links, state } = change;
  const counted = own.some((listing) =>
    listing.outputs.some((output) =>
      page.outputs.some((shower) => ((links.mentionsOf(output).get(shower) ?? 0) & SHOWS.count) !== 0),
    ),
  );
  const shown = (state.pages.get(path)?.outputs ?? []).some((output) =>
    page.outputs.some((shower) => isLinked(shower, output, links)),
  );
  if (counted || shown || change.listsTags(page)) return true;
  const now = sortableNow(path, change);
  return now !== undefined && after.includes(slug) && site.related.mayShow(page, { ...now, tags: after });
}

/** Keys of the pages that carry the tag after all changes. */
function membersNow(slug: string, change: TagChange): string[] {
  const { state, changes, texts, path, after } = change;
  const carries = (key: string): boolean => (key === path ? after : tagsNow(key, { texts })).includes(slug);
  const isEdited = (key: string): boolean => key === path || texts.has(key);
  const kept = [...(state.tags.get(slug) ?? [])].filter(
    (key) => !changes.deleted.includes(key) && (!isEdited(key) || carries(key)),
  );
  return [...new Set([...kept, ...[path, ...texts.keys()].filter(carries)])].filter((key) => {
    const page = state.pages.get(key);
    return page === undefined || isInLanguage(page, change);
  });
}

/** Whether a page can be in the language of the one that changed. The index of all tags may list those of others, too. */
function isInLanguage(page: RecordedPage, change: TagChange): boolean {
  const { site, links, language: own } = change;
  const other = site.languages.of(page);
  if (own === undefined || other === undefined || own === other) return true;
  if (page.kind !== 'tag-index') return false;
  const alike = site.listings.filter((listing) => listing.kind === 'tag' && site.languages.of(listing) === own);
  return (
    alike.length === 0 ||
    alike.some((listing) =>
      listing.outputs.some((output) => page.outputs.some((index) => isLinked(index, output, links))),
    )
  );
}

/** A page that keeps its tags moves in their listings when it moves among their members. */
export function judgeTagOrder(
  place: { before: SortablePage; after: SortablePage },
  tags: readonly string[],
  { state, found, site }: Context,
): void {
  const path = place.before.key;
  for (const slug of tags) {
    const others = [...(state.tags.get(slug) ?? [])].flatMap((key) =>
      key === path ? [] : (state.pages.get(key) ?? []),
    );
    if (keepsPlace(place, others.map(sortable))) continue;
    for (const other of others)
      if ([place.before, place.after].some((moved) => site.related.mayReorder(other, { ...moved, tags })))
        found.page(other, { kind: 'tag', via: path, through: [slug] });
    for (const listing of site.listings)
      if (listing.kind === 'tag' && listing.tags.includes(slug))
        found.page(listing, { kind: 'tag', via: path, through: [slug] });
  }
}

function tagListers({ links, site, state }: Context): (page: RecordedPage) => boolean {
  const listingAt = new Map(
    site.listings.flatMap((page) =>
      page.kind === 'tag' ? page.outputs.map((output) => [output as string, page]) : [],
    ),
  );
  return (page) => {
    if (page.kind === 'tag-index') return true;
    // With one tag alone nobody can tell.
    if (page.kind === 'tag' && state.tags.size < 2) return true;
    return page.outputs.some((output) =>
      links.mentionedBy(output).targets.some((target) => {
        const listing = listingAt.get(target);
        return listing !== undefined && target !== output && !listing.tags.some((slug) => page.tags.includes(slug));
      }),
    );
  };
}

/** A tag that nobody carried before appears wherever other tags are listed by pages that do not carry them. */
function addClouds(listings: readonly RecordedPage[], change: TagChange): void {
  const { site, found, path, state } = change;
  const reason = { kind: 'tag', via: path } as const;
  const showers = listings.flatMap((listing) =>
    listing.kind === 'tag' ? listing.outputs.flatMap((output) => site.mentioning(output, SHOWS.link)) : [],
  );
  const pages = [...new Set(showers)].flatMap((output) => site.pageOf.get(output) ?? []);
  const clouds = pages.filter((page) => change.listsTags(page));
  for (const page of clouds) found.page(page, reason);
  // A page that carries every tag there is cannot be told from one that lists them all.
  const isCarrier = (page: RecordedPage): boolean => page.kind === 'content' && page.tags.length >= state.tags.size;
  if (clouds.some((page) => page.kind === 'content'))
    for (const page of pages.filter(isCarrier)) found.page(page, reason);
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
      found.output(languageFolder(change) + listingOutput(slug, number), null, {
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
function languageFolder({ outputs, language }: TagChange): string {
  if (language === undefined) return '';
  return [...outputs.present].some((output) => output.startsWith(`${language}/`)) ? `${language}/` : '';
}

function listingOutput(slug: string, number: number): string {
  return number === 1 ? `tags/${slug}/index.html` : `tags/${slug}/page/${String(number)}/index.html`;
}
