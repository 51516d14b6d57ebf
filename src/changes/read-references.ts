import { readFileSync } from '../disk/node.ts';
import { join } from 'node:path';
import { readPageText } from './page-text.ts';

/** What each of these pages refers to, as it says now. Reads them all. */
export function readReferences(site: string, pages: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    pages.map((path) => [path, readPageText(readFileSync(join(site, path)), path).digest.references] as const),
  );
}
