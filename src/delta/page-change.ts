import { isSameList } from '../core/order.ts';
import type { PageView } from './page-view.ts';

/**
 * What of a page is another one for its reader, from what matters most: its title, its text, something else in it (a
 * picture, a link, a class), the site around it and lists of other pages, what only programs see. `unknown`: nobody has
 * the bytes of before at hand, or they are too many.
 */
export const CHANGED_PARTS = ['title', 'text', 'markup', 'navigation', 'head', 'unknown'] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

export interface PageChange {
  /** In the order of `CHANGED_PARTS`; never empty. */
  readonly parts: readonly ChangedPart[];
  /** The title before and after, where it is another one. */
  readonly title?: Change;
  /** The first sentence that is another one; empty where there was, or is, none. */
  readonly text?: Change;
}

export interface Change {
  readonly before: string;
  readonly after: string;
}

export const UNKNOWN_CHANGE: PageChange = { parts: ['unknown'] };
/** In UTF-16 units; a longer one is cut. */
const LONGEST_SENTENCE = 240;

/** What differs between two views of one page, of which the bytes differ and not only by noise. */
export function comparePages(before: PageView, after: PageView): PageChange {
  const title = titleChange(before, after);
  const text = textChange(before.blocks, after.blocks);
  const links = !isSameList(before.links, after.links);
  const { parts: was } = before;
  const { parts: is } = after;
  const isOtherContent = was.content !== is.content || before.redirect !== after.redirect;
  const heading = before.heading !== after.heading;
  const found: Readonly<Record<Exclude<ChangedPart, 'unknown'>, boolean>> = {
    title: title !== undefined,
    text: text !== undefined,
    markup: isOtherContent && text === undefined && !links && !heading,
    navigation: was.navigation !== is.navigation || links,
    head: was.head !== is.head && title === undefined,
  };
  const parts = CHANGED_PARTS.filter((part) => part !== 'unknown' && found[part]);
  return {
    // A byte outside of everything that a parser tells, such as a blank between attributes.
    parts: parts.length === 0 ? ['markup'] : parts,
    ...(title && { title }),
    ...(text && { text }),
  };
}

/** What heads the page; the name of the site, which titles carry, is left to the title itself. */
function titleChange(before: PageView, after: PageView): Change | undefined {
  if (before.heading !== after.heading && after.heading !== '' && before.heading !== '')
    return { before: before.heading, after: after.heading };
  return before.title === after.title ? undefined : { before: before.title, after: after.title };
}

function textChange(before: readonly string[], after: readonly string[]): Change | undefined {
  if (isSameList(before, after)) return undefined;
  // The end first, as pairs of pages are read: what both end with is missing there.
  let end = 0;
  const most = Math.min(before.length, after.length);
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  let start = 0;
  while (start < most - end && before[start] === after[start]) start++;
  const [was, is] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  // What only stands in another place is no other text, as long as anything is.
  const [gone, come] = [new Set(was), new Set(is)];
  const old = was.find((block) => !come.has(block)) ?? (come.size === gone.size ? was[0] : undefined);
  const now = is.find((block) => !gone.has(block)) ?? (come.size === gone.size ? is[0] : undefined);
  if (old === undefined || now === undefined) return { before: firstSentence(old), after: firstSentence(now) };
  return firstDifference(old, now);
}

/** The first sentences of two texts that are not the same. */
function firstDifference(before: string, after: string): Change {
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const at = was.findIndex((sentence, index) => sentence !== is[index]);
  const index = at === -1 ? was.length : at;
  return { before: cut(was[index] ?? ''), after: cut(is[index] ?? '') };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment.trim());
}

function firstSentence(text = ''): string {
  return cut(sentencesOf(text.slice(0, 4 * LONGEST_SENTENCE))[0] ?? '');
}

/** At a blank, where there is one nearby, and never within a character. */
function cut(text: string): string {
  if (text.length <= LONGEST_SENTENCE) return text;
  const head = text
    .slice(0, LONGEST_SENTENCE)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const blank = head.lastIndexOf(' ');
  return `${head.slice(0, blank > LONGEST_SENTENCE / 2 ? blank : undefined)}…`;
}
