import { lstatSync, readdirSync } from '../disk/node.ts';
import { join, relative } from 'node:path';
import { sortedUnique } from '../core/order.ts';
import { toPosix, type SitePath } from '../core/paths.ts';
import { isCacheable } from './cacheable.ts';

/** Regular files below a folder of the site that may travel in a cache, as site paths in code-unit order. */
export function listCacheable(site: string, folder: string): SitePath[] {
  const root = join(site, folder);
  if (lstatSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const paths = files.map((file) => `${folder}/${toPosix(relative(root, file))}`);
  return sortedUnique(paths.filter(isCacheable)) as SitePath[];
}
