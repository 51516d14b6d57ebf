import { isSettled, type FailedPage, type FailureKind } from '../manifest/failed-pages.ts';
import { escapeMarkdown, shortName } from './markdown.ts';
import { count } from './words.ts';

/** What became of a page. A new kind does not compile until it has words. */
const FAILURE_WORDS: Readonly<Record<FailureKind, string>> = {
  'not-parsed': 'was not written, since it could not be parsed',
  'not-rendered': 'was not written, since it could not be rendered',
  'error-page': 'shows an error in its place',
  'error-in-page': 'shows an error in its text',
  'out-of-time': 'was not written in time',
  unexplained: 'was not written, and the log of the build does not say why',
};

/** Longest list in a summary, a log or at a terminal; the rest is counted. */
const LONGEST_LIST = 20;

/** One page, with Bengal's own message. */
export function failedPageLine({ page, how, message }: FailedPage): string {
  return `${page} ${FAILURE_WORDS[how]}${message === '' ? '' : `: ${message}`}`;
}

/** How many pages the build failed on; Bengal reports success all the same. */
export function failedPagesHead(pages: readonly FailedPage[]): string {
  const again = pages.filter(isSettled).length;
  const known =
    again === 0 ? '' : ` (${again === pages.length ? 'as' : `${String(again)} of them as`} in the build before)`;
  return `Bengal ended without an error, and failed on ${count(pages.length, 'page')}${known}`;
}

/** A line for each of the first pages. */
export function failedPageLines(pages: readonly FailedPage[]): string[] {
  const more = pages.length - LONGEST_LIST;
  const lines = pages.slice(0, LONGEST_LIST).map(failedPageLine);
  return more > 0 ? [...lines, `and ${count(more, 'more page')}`] : lines;
}

/** Markdown; empty where no page failed. */
export function failedPagesPart(pages: readonly FailedPage[]): string {
  if (pages.length === 0) return '';
  const items = failedPageLines(pages).map((line) => `- ${escapeMarkdown(shortName(line, 600))}`);
  return `\n${escapeMarkdown(failedPagesHead(pages))}:\n\n${items.join('\n')}\n`;
}

/** Why a state is not that of a full build; `undefined` where no page stands in the way. */
export function failedReason(pages: readonly FailedPage[]): string | undefined {
  const open = pages.filter((page) => !isSettled(page));
  const [first] = open;
  return first === undefined
    ? undefined
    : `the last build failed on ${count(open.length, 'page')}${open.length === 1 ? '' : ', such as'}: ${failedPageLine(first)}`;
}

/** What has to be said of a state that is used although pages failed; `undefined` where none did. */
export function failedWarning(pages: readonly FailedPage[]): string | undefined {
  const settled = pages.filter(isSettled);
  const [first] = settled;
  return first === undefined || settled.length < pages.length
    ? undefined
    : `Every build of these sources fails on ${count(settled.length, 'page')}${settled.length === 1 ? '' : ', such as'}: ${failedPageLine(first)}`;
}
