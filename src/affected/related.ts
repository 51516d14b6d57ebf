import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import { by } from '../core/order.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { SHOWS } from '../mentions/needles.ts';
import { ORDERS, type Order, type SortablePage } from './order.ts';
import { folderOf, isIndex } from './places.ts';
import { once, remember } from './remember.ts';
import { sortable } from './sortable.ts';

/** What is known about links between pages that share tags. */
export interface RelatedPages {
  /** Whether a page may come to show another one that shares, or comes to share, a tag with it. */
  mayShow(page: RecordedPage, other: TaggedPage): boolean;
  /** The same when the other one keeps its tags and moves among the pages that have them, from or to this place. */
  mayReorder(page: RecordedPage, other: TaggedPage): boolean;
}

export interface TaggedPage extends SortablePage {
  readonly tags: readonly string[];
}

/** So many pages are looked at to learn how the theme picks related pages. */
const SAMPLE = 60;
/** So unlikely, as a power of two, must it be that other picks look the same on all pages of the sample. */
const BITS = 10;

interface Site {
  readonly state: BengalState;
  readonly links: LinkIndex;
  /** Output -> its page. */
  readonly pageOf: ReadonlyMap<string, RecordedPage>;
}

/** A way to pick related pages: the first few of those that share a tag, in some order. */
interface Model {
  /** Whether those that share most tags come first. */
  readonly mostFirst: boolean;
  readonly order: Order;
}

const MODELS: readonly Model[] = ORDERS.flatMap((order) => [
  { mostFirst: true, order },
  { mostFirst: false, order },
]);

/** A page that shares a tag with another one, as that one sees it. */
interface Sharer {
  readonly page: RecordedPage;
  readonly place: SortablePage;
  /** How many tags they share. */
  readonly common: number;
  /** In what ways the other one shows it, as `SHOWS` flags. */
  readonly ways: number;
}

/** Learns from the output which pages show pages that share tags, and how many. Asked for the first time, it looks once. */
export function relatedPages(site: Site): RelatedPages {
  const sharing = sharingPages(site);
  const learntOnce = once(() => learn(site, sharing));
  const isPicked = (page: RecordedPage, other: TaggedPage, isReordered: boolean): boolean => {
    const learnt = learntOnce();
    if (sharing.showsOne(page, other.key)) {
      if (learnt.models.length === 0) return true;
      const own = { common: commonTags(page, other), place: other };
      const sharers = sharing.sharersOf(page);
      return learnt.models.some(({ model, limit }) => {
        // Where paths alone decide, nobody moves.
        if (isReordered && model.order.name === 'path') return false;
        const isBefore = (sharer: Sharer): boolean =>
          sharer.page.key !== other.key && comparePicks(sharer, own, model) < 0;
        return sharers.filter(isBefore).length < limit;
      });
    }
    const { anyShown, anyCould } = learnt;
    if (!sharing.hasOne(page, other.key)) return anyShown || !anyCould;
    // It shows none. A theme may look in the same folder alone, so only pages like the other one tell; and a single one
    // may have a reason of its own not to be shown.
    const isBeside = folderOf(page.key) === folderOf(other.key);
    const isAlike = (sharer: RecordedPage): boolean =>
      sharer.key !== other.key && (folderOf(sharer.key) === folderOf(page.key)) === isBeside;
    return anyShown && sharing.sharersOf(page).filter((sharer) => isAlike(sharer.page)).length < 2;
  };
  return {
    mayShow: (page, other) => isPicked(page, other, false),
    mayReorder: (page, other) => isPicked(page, other, true),
  };
}

interface Learnt {
  /** Every way of picking that explains what all pages show, with how many are picked. None: nobody knows. */
  readonly models: readonly { readonly model: Model; readonly limit: number }[];
  readonly anyShown: boolean;
  /** Whether there are pages that could show one. */
  readonly anyCould: boolean;
}

function learn({ state }: Site, sharing: SharingPages): Learnt {
  const pages = [...state.pages.values()]
    .filter((page) => page.kind === 'content' && page.tags.length > 0 && !isIndex(page.key))
    .sort(by((page) => page.key));
  const step = Math.max(1, Math.floor(pages.length / SAMPLE));
  const sample = pages.filter((_page, index) => index % step === 0);
  const showsOne = remember((page: RecordedPage) => sharing.showsOne(page));
  const models = MODELS.flatMap((model) => {
    const limit = limitOf(model, sample, { ...sharing, showsOne });
    return limit === undefined ? [] : [{ model, limit }];
  });
  return { models, anyShown: sample.some(showsOne), anyCould: sample.some((page) => sharing.hasOne(page)) };
}

/** How many pages each page shows if this is how they are picked; `undefined` when it is not, or when it says little. */
function limitOf(
  model: Model,
  sample: readonly RecordedPage[],
  { sharersOf, showsOne }: SharingPages,
): number | undefined {
  let limit = Infinity;
  for (const page of sample) {
    if (!showsOne(page)) continue;
    const sharers = sharersOf(page);
    const foremost = foremostLeft(sharers, model);
    if (foremost === undefined) continue;
    const above = sharers.filter((sharer) => isShown(sharer) && comparePicks(sharer, foremost, model) < 0);
    limit = Math.min(limit, above.length);
    // A page that is passed over though it comes first: this is not how they are picked.
    if (limit === 0) return undefined;
  }
  if (limit === Infinity) return undefined;
  const counts = sample.filter((page) => showsOne(page)).map((page) => sharersOf(page).length);
  const bits = counts.reduce((sum, count) => sum + (count > limit ? log2Choose(count, limit) : 0), 0);
  return bits < BITS ? undefined : limit;
}

/** The first of those that are not shown. */
function foremostLeft(sharers: readonly Sharer[], model: Model): Sharer | undefined {
  let foremost: Sharer | undefined;
  for (const sharer of sharers)
    if (!isShown(sharer) && (foremost === undefined || comparePicks(sharer, foremost, model) < 0)) foremost = sharer;
  return foremost;
}

type Place = Pick<Sharer, 'common' | 'place'>;

function comparePicks(left: Place, right: Place, { mostFirst, order }: Model): number {
  return (mostFirst ? right.common - left.common : 0) || order.compare(left.place, right.place);
}

function commonTags(page: RecordedPage, { tags }: { readonly tags: readonly string[] }): number {
  return tags.filter((slug) => page.tags.includes(slug)).length;
}

interface SharingPages {
  readonly sharersOf: (page: RecordedPage) => readonly Sharer[];
  /** Whether there is a page that shares a tag with this one, besides the one that is left out. */
  readonly hasOne: (page: RecordedPage, without?: string) => boolean;
  /** Whether this page shows such a page for another reason than its being the previous or next one. */
  readonly showsOne: (page: RecordedPage, without?: string) => boolean;
}

function sharingPages({ state, links, pageOf }: Site): SharingPages {
  const carriersOf = remember((slug: string): readonly RecordedPage[] =>
    [...(state.tags.get(slug) ?? [])].flatMap((key) => {
      const page = state.pages.get(key);
      return page !== undefined && isPickable(page) ? [page] : [];
    }),
  );
  const isSharer = (page: RecordedPage, other: RecordedPage): boolean =>
    page !== other && page.tags.some((slug) => state.tags.get(slug)?.has(other.key)) && isPickable(other);
  return {
    sharersOf: remember((page: RecordedPage): readonly Sharer[] => {
      const [output = ''] = page.outputs;
      const carriers = new Set(page.tags.flatMap(carriersOf));
      carriers.delete(page);
      return [...carriers].map((other) => ({
        page: other,
        place: sortable(other),
        common: commonTags(page, other),
        ways: links.mentionsOf(other.outputs[0] ?? '').get(output) ?? 0,
      }));
    }),
    hasOne: (page, without) =>
      page.tags.some((slug) => {
        for (const key of state.tags.get(slug) ?? []) {
          const other = key === page.key || key === without ? undefined : state.pages.get(key);
          if (other !== undefined && isPickable(other)) return true;
        }
        return false;
      }),
    showsOne: (page, without) => {
      const { targets, flags } = links.mentionedBy(page.outputs[0] ?? '');
      return targets.some((target, index) => {
        const other = isShownApart({ ways: flags[index] ?? 0 }) ? pageOf.get(target) : undefined;
        return other?.outputs[0] === target && other.key !== without && isSharer(page, other);
      });
    },
  };
}

function isPickable(page: RecordedPage): boolean {
  return page.kind === 'content' && page.outputs.length > 0 && !isIndex(page.key);
}

function isShown({ ways }: Pick<Sharer, 'ways'>): boolean {
  return (ways & SHOWS.link) !== 0;
}

/** Shown for another reason than being the previous or next page. */
function isShownApart(sharer: Pick<Sharer, 'ways'>): boolean {
  return isShown(sharer) && ((sharer.ways & SHOWS.again) !== 0 || (sharer.ways & SHOWS.beside) === 0);
}

/** How many ways there are to pick so many of so many, as a power of two. */
function log2Choose(all: number, picked: number): number {
  let bits = 0;
  for (let index = 1; index <= picked; index++) bits += Math.log2((all - picked + index) / index);
  return bits;
}
