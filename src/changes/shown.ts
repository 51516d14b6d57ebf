import { join } from 'node:path';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { JsonObject } from '../core/json.ts';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededText } from '../disk/read.ts';
import { linkResolver } from '../mentions/address.ts';
import { readHtml } from '../mentions/html.ts';
import { hashWord, wordsOf } from '../mentions/words.ts';
import type { PageEdit } from './page-edit.ts';

export interface BuiltOutput {
  /** Output directory, absolute. */
  readonly folder: string;
  /** What stands before a page's path in absolute links. */
  readonly bases: readonly string[];
}

/** A page before and after its edit. */
export interface EditedPage {
  readonly outputs: readonly string[];
  readonly edit: PageEdit;
  /** Front matter as Bengal kept it. */
  readonly frontMatterBefore: JsonObject;
  /** Text without markup, as Bengal kept it. */
  readonly textBefore: string;
  /** Source text without front matter. */
  readonly bodyAfter: string;
  /** Keys that no template can show. */
  readonly unseenKeys: ReadonlySet<string>;
}

const RUN = 5;
/** Larger than any page that a person reads. */
const MOST_BYTES = 32 * 1024 ** 2;

/**
 * Whether the HTML of a page shows what the edit of another one changed: an old value beside a link to it, or words
 * that are gone. Reads the page itself, and asks no index, so that it can check what an index said. What cannot be
 * read or compared counts as shown.
 */
export function showsEdit(page: RecordedPage, edited: EditedPage, { folder, bases }: BuiltOutput): boolean {
  return page.outputs.some((output) => {
    const file = join(folder, output);
    const stat = ifPresent(look(file));
    if (stat?.isFile() !== true || stat.size > MOST_BYTES) return true;
    const { words, links } = readHtml(neededText(file));
    const resolve = linkResolver(bases, new Set(edited.outputs));
    const linked = links.some(({ value }) => resolve(value, output) !== undefined);
    return (linked && showsOldValue(runOf(words), edited)) || showsOldWords(words, linked, edited);
  });
}

function showsOldValue(text: string, { edit, frontMatterBefore, unseenKeys }: EditedPage): boolean {
  return [...edit.keys].some((key) => {
    if (unseenKeys.has(key)) return false;
    const before = frontMatterBefore[key];
    const words = typeof before === 'string' || typeof before === 'number' ? hashesOf(String(before)) : [];
    return words.length === 0 || text.includes(runOf(words));
  });
}

function showsOldWords(
  words: readonly number[],
  linked: boolean,
  { edit, textBefore, bodyAfter }: EditedPage,
): boolean {
  if (!edit.body) return false;
  const before = hashesOf(textBefore);
  if (before.length === 0) return linked;
  const length = Math.min(RUN, before.length);
  const runs = runsOf(before, length);
  const [after, shown] = [hashesOf(bodyAfter), words].map((hashes) => new Set(runsOf(hashes, length)));
  // A page that shows the very end would show what was added there.
  return runs.some((run, at) => (at === runs.length - 1 || after?.has(run) !== true) && shown?.has(run) === true);
}

/** Every run of so many words. */
function runsOf(hashes: readonly number[], length: number): string[] {
  return Array.from({ length: Math.max(0, hashes.length - length + 1) }, (_, at) =>
    runOf(hashes.slice(at, at + length)),
  );
}

function hashesOf(text: string): number[] {
  return wordsOf(text).map(hashWord);
}

/** Between blanks, so that a run is found whole. */
function runOf(hashes: readonly number[]): string {
  return ` ${hashes.join(' ')} `;
}
