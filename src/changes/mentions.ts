import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOfOutput } from '../bengal/recorded-page.ts';
import type { SitePath } from '../core/paths.ts';

/** Output -> the outputs whose HTML holds its address. */
export type Mentions = ReadonlyMap<string, ReadonlySet<SitePath>>;

/** Larger than any page a person reads; such a file counts as mentioning everything. */
const MAX_HTML_BYTES = 32 * 1024 * 1024;

/**
 * Finds out from the built pages themselves who links to whom: no rule about themes can tell. `targets` and `pages`
 * are HTML files below `outputDir` (absolute). A page that cannot be read mentions nothing: it has to be built anyway.
 */
export function findMentions(outputDir: string, targets: readonly SitePath[], pages: readonly SitePath[]): Mentions {
  const needles = targets.map((target) => ({ target, addresses: addressesOf(target), found: new Set<SitePath>() }));
  if (needles.length === 0) return new Map();
  for (const page of pages) {
    const path = join(outputDir, page);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) continue;
    const html = stat.size > MAX_HTML_BYTES ? undefined : readFileSync(path, 'utf8');
    for (const { target, addresses, found } of needles) {
      if (page !== target && (html === undefined || addresses.some((address) => html.includes(address))))
        found.add(page);
    }
  }
  return new Map(needles.map(({ target, found }) => [target, found]));
}

/** How a link can spell an address: as it is, percent-encoded, or escaped for HTML. */
function addressesOf(output: SitePath): string[] {
  const url = urlOfOutput(output);
  return [...new Set([url, encodeURI(url), url.replaceAll('&', '&amp;')])];
}
