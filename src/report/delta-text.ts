import { readableAddress } from '../delta/address.ts';
import { changedPages, realChanges, type ChangedOutput, type Delta } from '../delta/delta.ts';
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
} from './delta-words.ts';
import { shortName } from './markdown.ts';
import { count, digits } from './words.ts';

const MOST_ROWS = 100;

/** The delta for a terminal or a log, one line for each page. Plain text: whoever prints it makes it printable. */
export function deltaText(delta: Delta): string {
  const { changed, navigation, head } = pagesByChange(delta);
  const isCompared = delta.base.kind !== 'none';
  const others = otherOutputsPhrase(delta);
  const lines = [
    deltaSentence(delta),
    ...(isCompared ? [basePhrase(delta)] : []),
    ...(isCompared
      ? [
          ...rows('~', changed),
          ...rows('+', changedPages(delta, 'added')),
          ...rows('-', changedPages(delta, 'removed')),
          ...rows('~', navigation, ' navigation or lists of other pages'),
          ...rows('~', head, ' what only programs see'),
        ]
      : [`${count(realChanges(delta).length, 'file')} in the output`]),
    ...(delta.vanished.length === 0 ? [] : [vanishedHead(delta.vanished), ...vanishedRows(delta.vanished)]),
    ...(isCompared && others !== '' ? [`Beside pages: ${others}`] : []),
    ...(noisePhrase(delta) === '' ? [] : [noisePhrase(delta)]),
    ...(isCompared ? [`${count(delta.unchanged, 'file')} unchanged`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function rows(sign: string, files: readonly ChangedOutput[], what?: string): string[] {
  return firstOf(files, (file) => `  ${sign} ${shortName(readableAddress(file.path))}${what ?? wordsOf(file)}`);
}

function vanishedRows(pages: Delta['vanished']): string[] {
  return firstOf(pages, (page) => `  ! ${vanishedSentence(page)}`);
}

/** A log does not grow with the site: what is left out is counted. */
function firstOf<Item>(items: readonly Item[], row: (item: Item) => string): string[] {
  const lines = items.slice(0, MOST_ROWS).map(row);
  return items.length > MOST_ROWS ? [...lines, `  and ${digits(items.length - MOST_ROWS)} more`] : lines;
}

function wordsOf({ page }: ChangedOutput): string {
  if (page?.changed === undefined) return page === undefined || page.title === '' ? '' : ` ${shortName(page.title)}`;
  return changeWords(page.changed)
    .map((words) => ` ${phraseOf(words)}`)
    .join(';');
}

function phraseOf({ what, before, after }: ChangeWords): string {
  if (before === undefined || after === undefined) return what;
  if (before === '') return `${what}: new "${shortName(after)}"`;
  return after === ''
    ? `${what}: gone "${shortName(before)}"`
    : `${what}: "${shortName(before)}" -> "${shortName(after)}"`;
}
