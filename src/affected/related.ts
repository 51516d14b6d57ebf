import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import { by } from '../core/order.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { SHOWS } from '../mentions/needles.ts';
import { ORDERS, type Order, type SortablePage } from './order.ts';
import { folderOf, isIndex } from './places.ts';
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

/** Learns from the output which pages show pages that share tags, and how many. Asked for the first time, it looks once. */
export function relatedPages(site: Site): RelatedPages {
  let learnt: Learnt | undefined;
  const isPicked = (page: RecordedPage, other: TaggedPage, isReordered: boolean): boolean => {
    const sharers = sharersOf(page, site).filter(({ key }) => key !== other.key);
    learnt ??= learn(site);
    if (sharers.some((sharer) => showsApart(page, sharer, site))) {
      if (learnt.models.length === 0) return true;
      return learnt.models.some(({ model, limit }) => {
        const compare = comparing(page, model);
        // Where paths alone decide, nobody moves.
        if (isReordered && model.order.name === 'path') return false;
        return sharers.filter((sharer) => compare(tagged(sharer), other) < 0).length < limit;
      });
    }
    if (sharers.length === 0) return learnt.anyShown || !learnt.anyCould;
    // It shows none. A theme may look in the same folder alone, so only pages like the other one tell; and a single one
    // may have a reason of its own not to be shown.
    const isBeside = folderOf(page.key) === folderOf(other.key);
    const alike = sharers.filter(({ key }) => (folderOf(key) === folderOf(page.key)) === isBeside);
    return learnt.anyShown && alike.length < 2;
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

function learn(site: Site): Learnt {
  const pages = [...site.state.pages.values()]
    .filter((page) => page.kind === 'content' && page.tags.length > 0 && !isIndex(page.key))
    .sort(by((page) => page.key));
  const step = Math.max(1, Math.floor(pages.length / SAMPLE));
  const rows = pages
    .filter((_page, index) => index % step === 0)
    .map((page) => ({ page, sharers: sharersOf(page, site) }))
    .filter(({ sharers }) => sharers.length > 0);
  const showing = rows.filter(({ page, sharers }) => sharers.some((sharer) => showsApart(page, sharer, site)));
  const models = MODELS.flatMap((model) => {
    const limit = limitOf(model, showing, site);
    return limit === undefined ? [] : [{ model, limit }];
  });
  return { models, anyShown: showing.length > 0, anyCould: rows.length > 0 };
}

type Rows = readonly { readonly page: RecordedPage; readonly sharers: readonly RecordedPage[] }[];

/** How many pages each page shows if this is how they are picked; `undefined` when it is not, or when it says little. */
function limitOf(model: Model, rows: Rows, site: Site): number | undefined {
  let limit = Infinity;
  for (const { page, sharers } of rows) {
    const compare = comparing(page, model);
    const [shown, left]: [RecordedPage[], RecordedPage[]] = [[], []];
    for (const sharer of sharers) (shows(page, sharer, site) ? shown : left).push(sharer);
    const [first, ...others] = left.map(tagged);
    if (first === undefined) continue;
    const foremost = others.reduce((least, other) => (compare(other, least) < 0 ? other : least), first);
    limit = Math.min(limit, shown.filter((sharer) => compare(tagged(sharer), foremost) < 0).length);
  }
  if (limit === Infinity || limit === 0) return undefined;
  const bits = rows.reduce(
    (sum, { sharers }) => sum + (sharers.length > limit ? log2Choose(sharers.length, limit) : 0),
    0,
  );
  return bits < BITS ? undefined : limit;
}

function comparing(page: RecordedPage, { mostFirst, order }: Model): (left: TaggedPage, right: TaggedPage) => number {
  const shared = ({ tags }: TaggedPage): number => tags.filter((slug) => page.tags.includes(slug)).length;
  return (left, right) => (mostFirst ? shared(right) - shared(left) : 0) || order.compare(left, right);
}

function tagged(page: RecordedPage): TaggedPage {
  return { ...sortable(page), tags: page.tags };
}

/** Pages that share a tag with this one. */
function sharersOf(page: RecordedPage, { state }: Site): RecordedPage[] {
  const keys = new Set(page.tags.flatMap((slug) => [...(state.tags.get(slug) ?? [])]));
  keys.delete(page.key);
  return [...keys].flatMap((key) => {
    const other = state.pages.get(key);
    return other?.kind === 'content' && !isIndex(key) && other.outputs.length > 0 ? [other] : [];
  });
}

function shows(page: RecordedPage, other: RecordedPage, site: Site): boolean {
  return (waysOfShowing(page, other, site) & SHOWS.link) !== 0;
}

/** Shows it for another reason than being the previous or next page. */
function showsApart(page: RecordedPage, other: RecordedPage, site: Site): boolean {
  const ways = waysOfShowing(page, other, site);
  return (ways & SHOWS.link) !== 0 && ((ways & SHOWS.again) !== 0 || (ways & SHOWS.beside) === 0);
}

function waysOfShowing(page: RecordedPage, other: RecordedPage, { links }: Site): number {
  const [from, to] = [page.outputs[0], other.outputs[0]];
  return from === undefined || to === undefined ? 0 : (links.mentionsOf(to).get(from) ?? 0);
}

/** How many ways there are to pick so many of so many, as a power of two. */
function log2Choose(all: number, picked: number): number {
  let bits = 0;
  for (let index = 1; index <= picked; index++) bits += Math.log2((all - picked + index) / index);
  return bits;
}
