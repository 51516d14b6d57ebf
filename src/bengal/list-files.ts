import { join } from 'node:path';
import { sortedUnique } from '../core/order.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readFolder } from '../disk/read.ts';
import { resolvePlace } from '../place/resolve.ts';
import { isCacheable, isCompiledTemplate } from './cacheable.ts';
import { resolveState } from './state-place.ts';

/**
 * Regular files below a folder of the site that may travel in a cache, as site paths in code-unit order. Throws
 * `DiskTrouble` for a folder that nobody may look into.
 */
export function listCacheable(site: string, folder: string): SitePath[] {
  return listWhere(site, folder, isCacheable);
}

/** The compiled templates of a state, as site paths in code-unit order. */
export function listCompiledTemplates(site: string): SitePath[] {
  return listWhere(site, '.bengal', isCompiledTemplate);
}

function listWhere(site: string, folder: string, matches: (path: string) => boolean): SitePath[] {
  const place = isWithin('.bengal', folder) ? resolveState(site) : resolvePlace(site, folder);
  if (place.kind === 'refused') return [];
  const paths: string[] = [];
  const folders = [''];
  for (let next = folders.pop(); next !== undefined; next = folders.pop())
    for (const entry of ifPresent(readFolder(join(place.at, next))) ?? []) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) paths.push(`${folder}/${path}`);
    }
  return sortedUnique(paths.filter(matches)) as SitePath[];
}
