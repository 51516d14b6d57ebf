import type { LinkResolver } from './address.ts';
import type { Mentions } from './link-index.ts';
import { ENDS, needlesOf, SHOWS, STARTS, type Needle, type PageWords } from './needles.ts';
import { hashRun, hashWord, visibleText, wordsOf } from './words.ts';

/** A text file of the output. */
export interface OutputText {
  readonly path: string;
  readonly text: string;
}

export interface MentionBuilder {
  /** Reads one output file; its text may be dropped afterwards. */
  add(output: OutputText): void;
  build(): Mentions;
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
export function mentionBuilder(pages: Iterable<PageWords>, resolve: LinkResolver): MentionBuilder {
  const { runs, lengths, targets } = collectNeedles(pages);
  const mentions = new Map<string, Map<string, number>>();
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
  return {
    add({ path, text }) {
      read++;
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        if (`${path.slice(0, at)}/index.html` !== path) parents.add(`${path.slice(0, at)}/index.html`);
      if (path !== 'index.html') parents.add('index.html');
      const linked = linksIn(path, text, resolve);
      for (const target of linked) note(target, path, SHOWS.link | ((targets.get(target)?.vague ?? 0) & SHOWS.title));
      if (!path.endsWith('.html')) return;
      for (const [target, flags] of runsIn(text, runs, lengths)) {
        if (target === path) legible.set(path, flags);
        // A title or a date alone is no sign: only beside a link is it the page's.
        const shown = (linked.has(target) ? flags : flags & ~(SHOWS.title | SHOWS.date)) & ~(STARTS | ENDS);
        if (shown !== 0) note(target, path, shown);
      }
    },
    build() {
      for (const target of targets.values()) {
        const pages = mentions.get(target.output);
        const own = legible.get(target.output) ?? 0;
        const isMenu = parents.has(target.output) && (pages?.size ?? 0) > read / 2;
        for (const [page, flags] of pages ?? []) {
          // Every page's menu links to a section; those that show its text are the lists above it.
          if (!isMenu || isAbove(page, target.output)) pages?.set(page, flags | assumed(target, own, flags));
        }
      }
      return mentions;
    },
  };
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

function collectNeedles(pages: Iterable<PageWords>): {
  runs: Runs;
  lengths: readonly number[];
  targets: Map<string, Target>;
} {
  const runs = new Map<number, { output: string; length: number; shows: number }[]>();
  const all = Array.from(pages, (page) => ({ output: page.output, needles: needlesOf(page), told: toldBy(page) }));
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

function runsIn(html: string, runs: Runs, lengths: readonly number[]): Map<string, number> {
  const words = Uint32Array.from(wordsOf(visibleText(html)), hashWord);
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

const HTML_LINK = /\s(?:href|src|poster|content|data-[a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const SOURCE_SET = /\ssrcset\s*=\s*"([^"]*)"/gi;
const CSS_LINK = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi;

/** Files of the output that a text refers to. */
function linksIn(path: string, text: string, resolve: LinkResolver): Set<string> {
  const pattern = path.endsWith('.css') ? CSS_LINK : HTML_LINK;
  // One group for each way of quoting; those that did not match are undefined, whatever their type says.
  const links = Array.from(text.matchAll(pattern), (match) => match.slice(1).find(Boolean) ?? '');
  if (!path.endsWith('.css'))
    for (const [, set = ''] of text.matchAll(SOURCE_SET))
      links.push(...set.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
  return new Set(links.flatMap((link) => resolve(link, path) ?? []));
}
