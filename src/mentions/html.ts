import { markupIn } from './markup.ts';
import { decodeEntities, hashWord, wordsOf } from './words.ts';

/** A page as it reads from top to bottom. Places count words: a link at 7 has seven words before it. */
export interface HtmlText {
  /** Hashes of the words that a reader can see, then those that only attributes say. */
  readonly words: readonly number[];
  /** Whole numbers, in the order of their places. */
  readonly numbers: readonly Placed<number>[];
  /** What links, images and the like refer to, in order. */
  readonly links: readonly PlacedLink[];
  /** Where the page's own heading stands; behind everything when it has none. */
  readonly heading: number;
}

export interface PlacedLink extends Placed<string> {
  /** Whether it says of itself that it leads to the previous or the next page. */
  readonly beside: boolean;
}

export interface Placed<Value> {
  readonly value: Value;
  readonly at: number;
}

const LINK = /\s(?:href|src|poster|content|data-[a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const RELATION = /\srel\s*=(?=(\s*["']?))/gi;
const SOURCE_SET = /\ssrcset\s*=\s*"([^"]*)"/gi;
/** Attributes that hold text for people. */
const SPOKEN = /\s(?:datetime|title|alt|aria-label|data-title|data-description)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** Attributes that can hold a number for people, by way of a style sheet. */
const COUNTED = /\s(?:data-[a-z-]*)\s*=\s*["']?(\d{1,6})["'\s>]/gi;

/** Whether a tag has any of these attributes; most have none. */
const TELLING = /\s(?:href|src|srcset|poster|content|data-[a-z-]*|datetime|title|alt|aria-label)\s*=/i;

/** Reads a page once, roughly as a browser would: markup parts words, and entities are what they stand for. */
export function readHtml(html: string): HtmlText {
  const words: number[] = [];
  const spoken: number[] = [];
  const numbers: Placed<number>[] = [];
  const links: PlacedLink[] = [];
  const say = (text: string): void => {
    if (!/\S/.test(text)) return;
    for (const word of wordsIn(text)) {
      if (/^\d{1,6}$/.test(word)) numbers.push({ value: Number(word), at: words.length });
      words.push(hashWord(word));
    }
  };
  let end = 0;
  let heading: number | undefined;
  for (const { index, text: markup, kind } of markupIn(html)) {
    if (index > end) say(html.slice(end, index));
    end = index + markup.length;
    if (heading === undefined && /^<h1\b/i.test(markup)) heading = words.length;
    if (!TELLING.test(markup)) continue;
    const beside = leadsOn(markup);
    for (const link of linksOf(markup)) links.push({ value: link, at: words.length, beside });
    if (kind === 'element' || markup.startsWith('<!--')) continue;
    for (const [, number = ''] of markup.matchAll(COUNTED)) numbers.push({ value: Number(number), at: words.length });
    // Apart, so that they part no words that stand together.
    for (const [, double = '', single = ''] of markup.matchAll(SPOKEN))
      for (const word of wordsIn(double || single)) {
        if (/^\d{1,6}$/.test(word)) numbers.push({ value: Number(word), at: words.length });
        spoken.push(hashWord(word));
      }
  }
  say(html.slice(end));
  return { words: words.concat(spoken), numbers, links, heading: heading ?? words.length };
}

/** The T of a time would make one word of the day and the hour. */
function wordsIn(text: string): string[] {
  return wordsOf(decodeEntities(text).replace(/(?<=-\d\d)T(?=\d\d)/g, ' '));
}

/** Whether one of its `rel` says `prev` or `next`. */
function leadsOn(markup: string): boolean {
  let looked = 0;
  for (const match of markup.matchAll(RELATION)) {
    const [name, opening = ''] = match;
    const start = match.index + name.length + opening.length;
    // One that stands in the value of another one is looked through already.
    if (start < looked) continue;
    const [value = ''] = /^[^"'>]*/.exec(markup.slice(start)) ?? [];
    if (/\b(?:prev|next)\b/i.test(value)) return true;
    looked = start + value.length;
  }
  return false;
}

function linksOf(markup: string): string[] {
  // One group for each way of quoting; those that did not match are undefined, whatever their type says.
  const links = Array.from(markup.matchAll(LINK), (match) => match.slice(1).find(Boolean) ?? '');
  for (const [, set = ''] of markup.matchAll(SOURCE_SET))
    links.push(...set.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
  return links;
}
