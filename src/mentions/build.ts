import type { LinkResolver } from './address.ts';
import { readHtml, type HtmlText, type PlacedLink } from './html.ts';
import type { Mentioned } from './link-index.ts';
import { ENDS, needlesOf, SHOWS, STARTS, type Needle, type PageWords } from './needles.ts';
import { cardsAround, lonelyNumbers, numbersBeside, numbersOfList, numbersOfText, type Numbers } from './numbers.ts';
import { linksInStyle } from './style.ts';
import { hashRun } from './words.ts';

/** A text file of the output. */
export interface OutputText {
  readonly path: string;
  readonly text: string;
}

export interface MentionBuilder {
  /** Reads one output file; its text may be dropped afterwards. */
  add(output: OutputText): void;
  build(): Mentioned;
}

export interface MentionSources {
  /** Pages whose text may be shown on others. */
  readonly pages: Iterable<PageWords>;
  /** Output of a list -> how many entries it has. */
  readonly lists?: ReadonlyMap<string, number>;
  readonly resolve: LinkResolver;
}

/** A run of words that more pages share than this tells nothing about who is shown. */
const MOST_OWNERS = 3;

interface Target {
  readonly output: string;
  /** Flags that no run tells, or only runs that too many pages share: a link then stands for them. */
  readonly vague: number;
  /** For a short text, how pages show its end. */
  readonly endsFor: number;
}

/** Finds out who mentions whom, one output file at a time: linear in the words of the output, whatever the number of pages. */
export function mentionBuilder(sources: MentionSources): MentionBuilder {
  const words = Array.from(sources.pages);
  const { runs, lengths, targets } = collectNeedles(words);
  const wanted = collectNumbers(words, sources.lists ?? new Map<string, number>());
  const mentions = new Map<string, Map<string, number>>();
  const numbers = new Map<string, readonly number[]>();
  /** Which of its own needles a page shows: `STARTS`, `ENDS`. */
  const legible = new Map<string, number>();
  /** Indexes of folders that hold further pages. */
  const parents = new Set<string>();
  let read = 0;
  const note = (target: string, page: string, flags: number): void => {
    if (target === page) return;
    const known = mentions.get(target) ?? new Map<string, number>();
    mentions.set(target, known);
    known.set(page, (known.get(page) ?? 0) | flags);
  };
  const addPage = (path: string, html: HtmlText): void => {
    const linked = new Map<string, number>();
    const links = linksIn(path, html, sources.resolve);
    for (const { value: target, at, beside } of links) {
      const last = linked.get(target);
      // A picture and a title of one card are one place.
      const again = last !== undefined && !isOneCard(last, at, html.heading) ? SHOWS.again : 0;
      linked.set(target, at);
      const vague = (targets.get(target)?.vague ?? 0) & SHOWS.title;
      note(target, path, SHOWS.link | again | vague | (beside ? SHOWS.beside : 0));
    }
    const toPages = links.filter(({ value }) => value.endsWith('.html'));
    const cards = cardsAround(toPages, html.heading);
    for (const [index, { value: target }] of toPages.entries()) {
      const [numbersOf, card] = [wanted.get(target), cards[index]];
      if (numbersOf === undefined || card === undefined) continue;
      const beside = numbersBeside(card, numbersOf, html.numbers);
      if (beside !== 0) note(target, path, beside);
    }
    for (const [target, flags] of runsIn(html.words, runs, lengths)) {
      if (target === path) legible.set(path, flags);
      // A title or a date alone is no sign: only beside a link is it the page's.
      const shown = (linked.has(target) ? flags : flags & ~(SHOWS.title | SHOWS.date)) & ~(STARTS | ENDS);
      if (shown !== 0) note(target, path, shown);
    }
    numbers.set(path, lonelyNumbers(html));
  };
  return {
    add({ path, text }) {
      read++;
      for (const index of indexesAbove(path)) parents.add(index);
      if (path.endsWith('.html')) {
        addPage(path, readHtml(text));
        return;
      }
      for (const link of linksInStyle(text)) {
        const target = sources.resolve(link, path);
        if (target !== undefined) note(target, path, SHOWS.link);
      }
    },
    build() {
      for (const target of targets.values()) settle(target, { mentions, legible, parents, read });
      return { mentions, numbers: new Map([...numbers].filter(([page]) => parents.has(page))) };
    },
  };
}

/** Files of the output that a page refers to, in order. */
function linksIn(path: string, html: HtmlText, resolve: LinkResolver): PlacedLink[] {
  return html.links.flatMap((link) => {
    const target = resolve(link.value, path);
    return target === undefined ? [] : [{ ...link, value: target }];
  });
}

/** The indexes of the folders that a file lies in, from below; its own is none of them. */
function indexesAbove(path: string): string[] {
  const indexes: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    indexes.push(`${path.slice(0, at)}/index.html`);
  return [...indexes, 'index.html'].filter((index) => index !== path);
}

interface Gathered {
  readonly mentions: ReadonlyMap<string, Map<string, number>>;
  readonly legible: ReadonlyMap<string, number>;
  readonly parents: ReadonlySet<string>;
  /** Files that were read. */
  readonly read: number;
}

/** What a link stands for can only be told when every page was read. */
function settle(target: Target, { mentions, legible, parents, read }: Gathered): void {
  const pages = mentions.get(target.output);
  const own = legible.get(target.output) ?? 0;
  const isMenu = parents.has(target.output) && (pages?.size ?? 0) > read / 2;
  for (const [page, flags] of pages ?? []) {
    // Every page's menu links to a section; those that show its text are the lists above it.
    if (isMenu && !isAbove(page, target.output)) pages?.set(page, flags & ~(SHOWS.minutes | SHOWS.words));
    else pages?.set(page, flags | assumed(target, own, flags));
  }
}

/** What to look for beside links: how long each page is, and how many entries each list has. */
function collectNumbers(
  pages: readonly PageWords[],
  lists: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Numbers[]> {
  return new Map([
    ...pages.map((page) => [page.output, numbersOfText(page)] as const),
    ...Array.from(lists, ([output, entries]) => [output, numbersOfList(entries)] as const),
  ]);
}

/** How many words of a card can stand between two links to its page. */
const CARD_WORDS = 12;

function isOneCard(first: number, second: number, heading: number): boolean {
  return second - first <= CARD_WORDS && first < heading === second < heading;
}

/** Whether a page is the index of a folder around another one. */
function isAbove(page: string, other: string): boolean {
  return page !== other && page.endsWith('index.html') && other.startsWith(page.slice(0, -'index.html'.length));
}

/**
 * What a page may show of another without our finding it: where markup breaks even a page's own beginning or end, or
 * there is none, it would not be found elsewhere either.
 */
function assumed({ vague, endsFor }: Target, own: number, flags: number): number {
  const unclear = (flags & SHOWS.link) !== 0 ? vague : 0;
  const start = (own & STARTS) === 0 && (flags & SHOWS.link) !== 0 ? SHOWS.lead : 0;
  const end = (own & ENDS) === 0 && ((flags | start) & endsFor) !== 0 ? SHOWS.longLead | SHOWS.text : 0;
  return unclear | start | end;
}

type Runs = ReadonlyMap<
  number,
  readonly { readonly output: string; readonly length: number; readonly shows: number }[]
>;

function collectNeedles(pages: readonly PageWords[]): {
  runs: Runs;
  lengths: readonly number[];
  targets: Map<string, Target>;
} {
  const runs = new Map<number, { output: string; length: number; shows: number }[]>();
  const all = pages.map((page) => ({ output: page.output, needles: needlesOf(page), told: toldBy(page) }));
  for (const { output, needles } of all) {
    for (const needle of needles) {
      const known = runs.get(needle.hash) ?? [];
      runs.set(needle.hash, known);
      if (!known.some((other) => other.output === output && other.shows === needle.shows))
        known.push({ output, length: needle.length, shows: needle.shows });
    }
  }
  const loose = SHOWS.title | SHOWS.date;
  const isVague = (hash: number): boolean =>
    new Set((runs.get(hash) ?? []).filter((owner) => (owner.shows & loose) === 0).map((owner) => owner.output)).size >
    MOST_OWNERS;
  const targets = new Map<string, Target>();
  for (const { output, needles, told } of all) {
    let clear = 0;
    for (const needle of needles) {
      if ((needle.shows & loose) !== 0 || !isVague(needle.hash)) clear |= needle.shows;
    }
    targets.set(output, { output, vague: (told | toldByRuns(needles)) & ~clear, endsFor: endsFor(needles) });
  }
  for (const [hash, owners] of runs)
    if (isVague(hash))
      runs.set(
        hash,
        owners.filter((owner) => (owner.shows & loose) !== 0),
      );
  return {
    runs,
    lengths: [...new Set([...runs.values()].flatMap((owners) => owners.map((owner) => owner.length)))],
    targets,
  };
}

/** What a page has to show, whether or not there are words in it to look for. */
function toldBy({ title, description }: PageWords): number {
  return (title === '' ? 0 : SHOWS.title) | (description === '' ? 0 : SHOWS.description);
}

function toldByRuns(needles: readonly Needle[]): number {
  const whole = needles.filter(({ shows }) => (shows & ENDS) === 0);
  return whole.reduce((flags, { shows }) => flags | shows, 0) & ~STARTS;
}

function endsFor(needles: readonly Needle[]): number {
  const end = needles.find(({ shows }) => (shows & ENDS) !== 0);
  return end === undefined ? 0 : (end.shows & SHOWS.lead) | SHOWS.longLead;
}

function runsIn(words: readonly number[], runs: Runs, lengths: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let start = 0; start < words.length; start++) {
    for (const length of lengths) {
      if (start + length > words.length) continue;
      for (const owner of runs.get(hashRun(words, start, length)) ?? []) {
        if (owner.length === length) found.set(owner.output, (found.get(owner.output) ?? 0) | owner.shows);
      }
    }
  }
  return found;
}
