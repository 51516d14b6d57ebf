import type { HtmlText, Placed } from './html.ts';
import { MONTH_HASHES, SHOWS, type PageWords } from './needles.ts';

/** Numbers that a page can show of another one, as ranges: nobody knows how a theme counts words, or rounds. */
export interface Numbers {
  readonly shows: number;
  readonly least: number;
  readonly most: number;
  /** How many words before and after a link they can stand. */
  readonly before: number;
  readonly after: number;
}

/** The rest of a card: a date before its title, an excerpt behind it. */
const CARD = { before: 30, after: 200 };
/** Right beside a tag. */
const BESIDE = { before: 2, after: 6 };

/** Words of a source that a theme may leave out, being markup, and words that it may find besides. */
const LEAST_WORDS = 0.6;
const MOST_WORDS = 1.2;
const SLOWEST = 180;
const FASTEST = 300;

/** Of a page's text: how long it is, and how long it takes to read. */
export function numbersOfText({ body }: Pick<PageWords, 'body'>): Numbers[] {
  const words = body.match(/\S+/g)?.length ?? 0;
  const [least, most] = [Math.floor(words * LEAST_WORDS), Math.ceil(words * MOST_WORDS)];
  return [
    // Most themes say one minute of what takes none.
    {
      shows: SHOWS.minutes,
      least: Math.floor(least / FASTEST),
      most: Math.max(1, Math.ceil(most / SLOWEST)),
      ...CARD,
    },
    { shows: SHOWS.words, least, most, ...CARD },
  ];
}

/** Of a list: how many entries it has. */
export function numbersOfList(entries: number): Numbers[] {
  return [{ shows: SHOWS.count, least: entries, most: entries, ...BESIDE }];
}

/** Links that a card can hold besides the one to its page: to its author, to a tag. */
const OTHER_LINKS = 2;

/** For each link the part of a page that can belong to it: up to some further links, and not across the page's own heading. */
export function cardsAround(links: readonly Placed<string>[], heading: number): Card[] {
  const groups = groupsOf(links);
  return groups.flatMap(({ places }, index) => {
    const before = othersFrom(groups, index, -1)?.places.at(-1) ?? 0;
    const after = othersFrom(groups, index, 1)?.places[0] ?? Infinity;
    return places.map((at) =>
      at < heading
        ? { at, from: before, to: Math.min(after, heading) }
        : { at, from: Math.max(before, heading), to: after },
    );
  });
}

/** Links to one page that follow each other. */
interface Group {
  readonly value: string;
  readonly places: number[];
}

function groupsOf(links: readonly Placed<string>[]): Group[] {
  const groups: Group[] = [];
  for (const { value, at } of links) {
    const last = groups.at(-1);
    if (last?.value === value) last.places.push(at);
    else groups.push({ value, places: [at] });
  }
  return groups;
}

/** The first group in a direction that is one too many for a card; `undefined` without one. */
function othersFrom(groups: readonly Group[], index: number, step: 1 | -1): Group | undefined {
  let others = 0;
  for (let at = index + step; at >= 0 && at < groups.length; at += step) {
    const group = groups[at];
    if (group?.value !== groups[index]?.value) others++;
    if (others > OTHER_LINKS) return group;
  }
  return undefined;
}

export interface Card {
  /** Place of the link. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Which of the numbers stand beside a link. */
export function numbersBeside(
  { at, from, to }: Card,
  wanted: readonly Numbers[],
  numbers: HtmlText['numbers'],
): number {
  let flags = 0;
  for (const { shows, least, most, before, after } of wanted) {
    const last = Math.min(to, at + after);
    for (let index = firstFrom(numbers, Math.max(from, at - before)); index < numbers.length; index++) {
      const number = numbers[index];
      if (number === undefined || number.at > last) break;
      if (number.value >= least && number.value <= most) flags |= shows;
    }
  }
  return flags;
}

/** Numbers that stand alone: not those of a date or a version, in which numbers and months stand side by side. */
export function lonelyNumbers({ numbers, words }: HtmlText): number[] {
  const places = new Set(numbers.map(({ at }) => at));
  const isDatePart = (at: number): boolean => places.has(at) || MONTH_HASHES.has(words[at] ?? 0);
  const lonely = numbers.filter(({ at }) => !isDatePart(at - 1) && !isDatePart(at + 1));
  return [...new Set(lonely.map(({ value }) => value))];
}

/** Index of the first number at this place or behind it. */
function firstFrom(numbers: HtmlText['numbers'], at: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
