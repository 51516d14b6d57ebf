import { readableAddress } from '../delta/address.ts';
import { changedPages, type ChangedOutput, type Delta } from '../delta/delta.ts';
import type { DeltaLinks } from '../report/delta-markdown.ts';
import {
  basePhrase,
  changeWords,
  deltaSentence,
  noisePhrase,
  otherOutputsPhrase,
  pagesByChange,
  vanishedHead,
  vanishedSentence,
  type ChangeWords,
} from '../report/delta-words.ts';
import { shortName } from '../report/markdown.ts';
import { count, digits } from '../report/words.ts';
import { escapeHtml } from './html.ts';

/** Where the section stands in a page. Names are escaped there, so nothing else can look like it. */
const [BEGIN, END] = ['<!-- delta -->', '<!-- /delta -->'];

/** Rows that stand open; the rest is folded. */
const OPEN_ROWS = 10;
/** Of each list: a page does not grow with the site without end. */
const MOST_ROWS = 1000;
const HEADING = '<h2>What readers will see</h2>';

/** What a page says of the delta before the build, when a later step may know it. */
export function awaitedDeltaSection(): string {
  return marked(
    `${HEADING}\n<p class="number">Known only after the build. The step after it writes it here, and into the job summary.</p>`,
  );
}

/** The page with the delta in its place; `undefined`: it has no place for one. */
export function withDeltaSection(page: string, section: string): string | undefined {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  return begin === -1 || end < begin ? undefined : `${page.slice(0, begin)}${section}${page.slice(end + END.length)}`;
}

export interface DeltaSectionOptions {
  readonly links: DeltaLinks;
  /** Whether vanished pages are told. */
  readonly vanished: boolean;
}

/** What readers will see change, as a part of the page of the report. */
export function deltaSection(delta: Delta, { links, vanished }: DeltaSectionOptions): string {
  const { changed, navigation, head } = pagesByChange(delta);
  const [added, removed] = [changedPages(delta, 'added'), changedPages(delta, 'removed')];
  const isCompared = delta.base.kind !== 'none';
  const told = vanished ? delta.vanished : [];
  const lists = [
    list(`Changed (${digits(changed.length)})`, changed, (file) => `${nameOf(file, links.now)} ${changeOf(file)}`),
    list(`Added (${digits(added.length)})`, added, (file) => `${nameOf(file, links.now)} ${titleOf(file)}`),
    list(`Removed (${digits(removed.length)})`, removed, (file) => `${nameOf(file, links.before)} ${titleOf(file)}`),
    folded(`Only navigation changed on ${count(navigation.length, 'page')}`, navigation, links.now),
    folded(`Only what programs see changed on ${count(head.length, 'page')}`, head, links.now),
  ];
  return marked(
    [
      HEADING,
      `<p>${escapeHtml(deltaSentence(delta))}.</p>`,
      `<p class="number">${escapeHtml(shortName(basePhrase(delta), 600))}.</p>`,
      list(vanishedHead(told), told, (page) => escapeHtml(shortName(vanishedSentence(page), 800))),
      ...(isCompared ? [...lists, `<p class="number">${escapeHtml(rest(delta))}</p>`] : []),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
}

function marked(content: string): string {
  return `${BEGIN}\n<section id="delta">\n${content}\n</section>\n${END}`;
}

function rest(delta: Delta): string {
  const others = otherOutputsPhrase(delta);
  const sentences = [others === '' ? '' : `Beside pages: ${others}`, noisePhrase(delta)];
  return [...sentences.filter((sentence) => sentence !== ''), `${count(delta.unchanged, 'file')} unchanged`]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

type Link = (address: string) => string | undefined;

function nameOf({ path, address }: ChangedOutput, link: Link): string {
  const name = `<span class="name">${escapeHtml(shortName(readableAddress(path)))}</span>`;
  const url = link(address);
  return url === undefined ? name : `<a href="${escapeHtml(url)}">${name}</a>`;
}

function titleOf({ page }: ChangedOutput): string {
  return escapeHtml(shortName(page?.title ?? ''));
}

function changeOf({ page }: ChangedOutput): string {
  return page?.changed === undefined ? '' : changeWords(page.changed).map(phraseOf).join('; ');
}

function phraseOf({ what, before, after }: ChangeWords): string {
  if (before === undefined || after === undefined) return what;
  const [was, is] = [
    before === '' ? '' : `<del>${escapeHtml(shortName(before, 240))}</del>`,
    after === '' ? '' : `<ins>${escapeHtml(shortName(after, 240))}</ins>`,
  ];
  return `${what}: ${was !== '' && is !== '' ? `${was} → ${is}` : was === '' ? `new ${is}` : `gone ${was}`}`;
}

/** The first rows stand open, the others are folded, and what is left out is counted. */
function list<Item>(title: string, items: readonly Item[], row: (item: Item) => string): string {
  if (items.length === 0) return '';
  const rows = items.slice(0, MOST_ROWS).map((item) => `<li>${row(item)}</li>`);
  const [open, hidden] = [rows.slice(0, OPEN_ROWS), rows.slice(OPEN_ROWS)];
  const more =
    hidden.length === 0 ? '' : details(`${digits(items.length - open.length)} more`, [...hidden, leftOut(items)]);
  return `<h3>${escapeHtml(title)}</h3>\n<ul>${open.join('\n')}</ul>${more}`;
}

function folded(title: string, files: readonly ChangedOutput[], link: Link): string {
  if (files.length === 0) return '';
  const rows = files.slice(0, MOST_ROWS).map((file) => `<li>${nameOf(file, link)}</li>`);
  return details(title, [...rows, leftOut(files)]);
}

function leftOut(items: readonly unknown[]): string {
  return items.length <= MOST_ROWS
    ? ''
    : `<li>and ${digits(items.length - MOST_ROWS)} more; the JSON of the delta has them all</li>`;
}

function details(title: string, rows: readonly string[]): string {
  return `\n<details><summary>${escapeHtml(title)}</summary>\n<ul>${rows.join('\n')}</ul></details>`;
}
