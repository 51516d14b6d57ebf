import { join } from 'node:path';
import { neededText } from '../disk/read.ts';
import type { PageEdit } from './page-edit.ts';

/** What was edited in one page, for people. */
export interface EditedPage {
  readonly path: string;
  readonly keys: readonly EditedKey[];
  /** Whether the text below the front matter may have changed. */
  readonly body: boolean;
}

export interface EditedKey {
  readonly name: string;
  /** From 1; `null` when the key is gone, or is no key of the front matter. */
  readonly line: number | null;
}

/** Files that are read once more for this: notes on more of them nobody sees. */
const MOST_READ = 100;

/** Where in each edited page the keys stand that were edited. */
export function readEditedKeys(site: string, edits: ReadonlyMap<string, PageEdit>): EditedPage[] {
  return [...edits].slice(0, MOST_READ).map(([path, edit]) => {
    const lines = edit.keys.size === 0 ? new Map<string, number>() : linesOfKeys(neededText(join(site, path)));
    const keys = [...edit.keys].sort().map((name) => ({ name, line: lines.get(name) ?? null }));
    return { path, keys, body: edit.body };
  });
}

/** Line of each key at the top level of a page's front matter, from 1. */
export function linesOfKeys(source: string): Map<string, number> {
  const lines = new Map<string, number>();
  const [first, ...rest] = source.split(/\r\n|\r|\n/);
  if (first?.replace(/^\ufeff/, '').startsWith('---') !== true) return lines;
  for (const [index, line] of rest.entries()) {
    if (/^---[ \t]*$/.test(line)) return lines;
    const [, double, single, plain] = /^(?:(?:"([^"]+)"|'([^']+)')\s*|([^\s#'"\-[{][^:#]*)):(?:\s|$)/.exec(line) ?? [];
    const name = double ?? single ?? plain?.trimEnd();
    if (name !== undefined && !lines.has(name)) lines.set(name, index + 2);
  }
  return lines;
}
