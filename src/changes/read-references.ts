import { join } from 'node:path';
import { neededBytes } from '../disk/read.ts';
import { readPageText } from './page-text.ts';

/** What each of these pages refers to, as it says now. Reads them all. */
export function readReferences(site: string, pages: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    pages.map((path) => [path, readPageText(neededBytes(join(site, path)), path).digest.references] as const),
  );
}
