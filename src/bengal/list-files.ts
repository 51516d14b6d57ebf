import { look } from '../disk/look.ts';
import { readdirSync } from '../disk/node.ts';
import { atBest } from '../disk/outcome.ts';
import { join, relative } from 'node:path';
import { sortedUnique } from '../core/order.ts';
import { isWithin, toPosix, type SitePath } from '../core/paths.ts';
import { resolvePlace } from '../place/resolve.ts';
import { isCacheable } from './cacheable.ts';
import { resolveState } from './state-place.ts';

/** Regular files below a folder of the site that may travel in a cache, as site paths in code-unit order. */
export function listCacheable(site: string, folder: string): SitePath[] {
  const place = isWithin('.bengal', folder) ? resolveState(site) : resolvePlace(site, folder);
  if (place.kind === 'refused') return [];
  const root = place.at;
  if (atBest(look(root))?.isDirectory() !== true) return [];
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const paths = files.map((file) => `${folder}/${toPosix(relative(root, file))}`);
  return sortedUnique(paths.filter(isCacheable)) as SitePath[];
}
