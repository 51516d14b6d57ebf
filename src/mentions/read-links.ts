import { lstatSync, readFileSync } from '../disk/node.ts';
import { join } from 'node:path';
import { linkResolver } from './address.ts';
import { mentionBuilder } from './build.ts';
import type { Mentioned } from './link-index.ts';
import type { PageWords } from './needles.ts';

export interface ReadLinksOptions {
  /** Output directory, absolute. */
  readonly folder: string;
  /** Every file in it, relative. */
  readonly files: ReadonlySet<string>;
  /** Pages whose text may be shown on others. */
  readonly pages: Iterable<PageWords>;
  /** Output of a list -> how many entries it has. */
  readonly lists?: ReadonlyMap<string, number>;
  /** What stands before a page's path in absolute links. */
  readonly bases: readonly string[];
}

/** Larger than any page that a person reads. It counts as showing nothing; it has to be a page of its own to matter. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Reads every page and style sheet of the output once. */
export function readMentions({ folder, files, pages, lists, bases }: ReadLinksOptions): Mentioned {
  const words = Array.from(pages);
  // A page that Bengal failed to render is linked to all the same.
  const known = new Set([...files, ...words.map(({ output }) => output)]);
  const builder = mentionBuilder({ pages: words, resolve: linkResolver(bases, known), ...(lists && { lists }) });
  for (const path of files) {
    if (!/\.(?:html|css)$/.test(path)) continue;
    const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (stat?.isFile() === true && stat.size <= MAX_BYTES)
      builder.add({ path, text: readFileSync(join(folder, path), 'utf8') });
  }
  return builder.build();
}
