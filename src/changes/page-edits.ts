import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../manifest/manifest.ts';
import { frontMatterDigest } from './front-matter.ts';

/** Of the modified files, the pages whose front matter says what it said when it was recorded. */
export function readBodyOnlyEdits(
  site: string,
  modified: readonly string[],
  manifest: Manifest | undefined,
): ReadonlySet<string> {
  return new Set(
    modified.filter((path) => {
      const recorded = manifest?.sources.get(path)?.frontMatter;
      return recorded !== undefined && recorded === frontMatterDigest(readFileSync(join(site, path), 'utf8'));
    }),
  );
}
