import { readableAddress } from '../delta/address.ts';
import { changedPages, realChanges, type ChangedOutput, type Delta, type VanishedPage } from '../delta/delta.ts';
import {
  basePhrase,
  changeWords,
  deltaHeading,
  noisePhrase,
  otherOutputsPhrase,
  pagesByChange,
  vanishedHead,
  vanishedSentence,
  type ChangeWords,
  type DeltaAbout,
} from './delta-words.ts';
import { escapeMarkdown, linkedCode, shortName } from './markdown.ts';
import { count, digits } from './words.ts';

/** Where pages of the delta lead: addresses that are encoded already, or nowhere. */
export interface DeltaLinks {
  /** To a page as it is now. */
  readonly now: (address: string) => string | undefined;
  /** To a page as it was. */
  readonly before: (address: string) => string | undefined;
}

const ABOUT_NOTHING: DeltaAbout = { isPullRequest: false, pages: undefined };

export interface DeltaMarkdownOptions {
  readonly links: DeltaLinks;
  readonly about?: DeltaAbout | undefined;
  /** In UTF-16 units; no row is cut, what does not fit is counted. */
  readonly room: number;
  /** Whether vanished pages are told. */
  readonly vanished: boolean;
}

/** Rows that stand open; the rest is folded. */
const OPEN_ROWS = 10;
/** Nobody reads more of them, even unfolded. */
const MOST_ROWS = 400;
const ELSEWHERE = 'the JSON of the delta has them all';

/** What readers will see change, for the summary of a job and the comment on a pull request. */
export function deltaMarkdown(delta: Delta, options: DeltaMarkdownOptions): string {
  const { lead, body } = deltaPart(delta, options);
  return `### ${lead}\n\n${body}`;
}

/** The same, its heading apart. */
export function deltaPart(
  delta: Delta,
  { links, room, vanished, about = ABOUT_NOTHING }: DeltaMarkdownOptions,
): { readonly lead: string; readonly body: string } {
  const purse = { left: room };
  const spend = (part: string): string => {
    purse.left -= part.length + 2;
    return part;
  };
  const lead = spend(escapeMarkdown(shortName(deltaHeading(delta, about), 600)));
  const parts = [
    ...(vanished ? [spend(vanishedPart(delta.vanished, purse))] : []),
    ...(delta.base.kind === 'none' ? [] : Array.from(pageParts(delta, links, purse), spend)),
    spend(footer(delta)),
  ];
  return { lead, body: `${parts.filter((part) => part !== '').join('\n\n')}\n` };
}

interface Purse {
  left: number;
}

function* pageParts(delta: Delta, links: DeltaLinks, purse: Purse): Generator<string> {
  const { changed, navigation, head } = pagesByChange(delta);
  const [added, removed] = [changedPages(delta, 'added'), changedPages(delta, 'removed')];
  const row = (file: ChangedOutput): string => changedRow(file, links);
  // What comes after it keeps its room.
  yield list({ title: 'Changed', rows: changed.map((file) => () => row(file)), purse, share: 0.6 });
  yield list({ title: 'Added', rows: added.map((file) => () => plainRow(file, links.now)), purse, share: 0.4 });
  yield list({ title: 'Removed', rows: removed.map((file) => () => plainRow(file, links.before)), purse, share: 0.5 });
  yield folded(`Only navigation changed on ${count(navigation.length, 'page')}`, navigation, { links, purse });
  yield folded(`Only what programs see changed on ${count(head.length, 'page')}`, head, { links, purse });
}

function changedRow(file: ChangedOutput, links: DeltaLinks): string {
  const name = linkedCode(shortName(readableAddress(file.path)), links.now(file.address));
  const words = file.page?.changed === undefined ? [] : changeWords(file.page.changed);
  return `- ${name}${words.length === 0 ? '' : ` ${words.map(phraseOf).join('; ')}`}`;
}

function phraseOf({ what, before, after }: ChangeWords): string {
  if (before === undefined || after === undefined) return what;
  if (before === '') return `${what}: new ${quoted(after)}`;
  return after === '' ? `${what}: gone ${quoted(before)}` : `${what}: ${quoted(before)} → ${quoted(after)}`;
}

function quoted(text: string): string {
  return `“${escapeMarkdown(shortName(text, 240))}”`;
}

function plainRow({ path, address, page }: ChangedOutput, link: (address: string) => string | undefined): string {
  const title = page?.title ?? '';
  return `- ${linkedCode(shortName(readableAddress(path)), link(address))}${title === '' ? '' : ` ${escapeMarkdown(shortName(title))}`}`;
}

function vanishedPart(pages: readonly VanishedPage[], purse: Purse): string {
  const rows = pages.map((page) => () => `- ${escapeMarkdown(shortName(vanishedSentence(page), 800))}`);
  return list({ title: vanishedHead(pages), rows, purse, share: 0.3, counted: false });
}

/** One line, with the pages below it for who wants them. */
function folded(
  title: string,
  pages: readonly ChangedOutput[],
  { links, purse }: { readonly links: DeltaLinks; readonly purse: Purse },
): string {
  if (pages.length === 0) return '';
  const rows = pages.map(
    ({ address }) =>
      () =>
        linkedCode(shortName(address), links.now(address)),
  );
  const { lines, left } = fit(rows, purse.left - 400);
  const more = left === 0 ? '' : ` and ${digits(left)} more; ${ELSEWHERE}`;
  return details(title, `${lines.join(', ')}${more}`);
}

interface List {
  readonly title: string;
  /** Made only as long as there is room. */
  readonly rows: readonly (() => string)[];
  readonly purse: Purse;
  /** Of what is left. */
  readonly share: number;
  readonly counted?: boolean;
}

/** The first rows stand open, the others are folded, and what is left out is counted. */
function list({ title, rows, purse, share, counted = true }: List): string {
  if (rows.length === 0) return '';
  const { lines, left } = fit(rows, (purse.left - 400) * share);
  const head = `**${title}**${counted ? ` (${digits(rows.length)})` : ''}`;
  const more = left === 0 ? [] : [`- and ${digits(left)} more; ${ELSEWHERE}`];
  const [open, rest] = [lines.slice(0, OPEN_ROWS), lines.slice(OPEN_ROWS)];
  const below =
    rest.length === 0
      ? more
      : ['', details(`${digits(rows.length - open.length)} more`, [...rest, ...more].join('\n'))];
  return [head, '', ...open, ...below].join('\n');
}

function details(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function fit(rows: readonly (() => string)[], room: number): { lines: string[]; left: number } {
  const lines: string[] = [];
  let used = 0;
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = row();
    used += line.length + 2;
    if (used > room) break;
    lines.push(line);
  }
  return { lines, left: rows.length - lines.length };
}

function footer(delta: Delta): string {
  if (delta.base.kind === 'none') return `${count(realChanges(delta).length, 'file')} in the output.`;
  const others = otherOutputsPhrase(delta);
  const phrases = [
    `${escapeMarkdown(shortName(basePhrase(delta), 600))}.`,
    ...(others === '' ? [] : [`Beside pages: ${others}.`]),
    ...(noisePhrase(delta) === '' ? [] : [`${noisePhrase(delta)}.`]),
    `${count(delta.unchanged, 'file')} unchanged.`,
  ];
  return `<sub>${phrases.join(' ')}</sub>`;
}
