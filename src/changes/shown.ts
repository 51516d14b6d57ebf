import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { JsonObject } from '../core/json.ts';
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

/**
 * Whether the HTML of a page shows what the edit of another one changed: an old value beside a link to it, or words
 * that are gone. Reads the page itself, and asks no index, so that it can check what an index said. What cannot be
 * read or compared counts as shown.
 */
export function showsEdit(page: RecordedPage, edited: EditedPage, { folder, bases }: BuiltOutput): boolean {
  return page.outputs.some((output) => {
    const file = join(folder, output);
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return true;
    const { words, links } = readHtml(readFileSync(file, 'utf8'));
    const resolve = linkResolver(bases, new Set(edited.outputs));
    const linked = links.some(({ value }) => resolve(value, output) !== undefined);
    const text = runOf(words);
    return (linked && showsOldValue(text, edited)) || showsOldWords(text, linked, edited);
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

function showsOldWords(text: string, linked: boolean, { edit, textBefore, bodyAfter }: EditedPage): boolean {
  if (!edit.body) return false;
  const before = hashesOf(textBefore);
  if (before.length === 0) return linked;
  const after = runOf(hashesOf(bodyAfter));
  const runs = Array.from({ length: Math.max(1, before.length - RUN + 1) }, (_, at) =>
    runOf(before.slice(at, at + RUN)),
  );
  // A page that shows the very end would show what was added there.
  const telling = runs.filter((run, at) => at === runs.length - 1 || !after.includes(run));
  return telling.some((run) => text.includes(run));
}

function hashesOf(text: string): number[] {
  return wordsOf(text).map(hashWord);
}

/** Between blanks, so that a run is found whole. */
function runOf(hashes: readonly number[]): string {
  return ` ${hashes.join(' ')} `;
}
