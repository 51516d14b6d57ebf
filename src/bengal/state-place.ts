import { join } from 'node:path';
import { lookThrough } from '../disk/look.ts';
import { readdirSync } from '../disk/node.ts';
import { atBest, outcomeOf } from '../disk/outcome.ts';
import { isInside, realPathOf, resolvePlace, type Place } from '../place/resolve.ts';

/** Where the state of a site lies. Bengal makes no links in it, so a folder there that is one is refused with the whole. */
export function resolveState(site: string): Place {
  const place = resolvePlace(site, '.bengal');
  if (place.kind === 'refused') return place;
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const here = join(place.at, folder);
    for (const entry of atBest(outcomeOf(here, () => readdirSync(here, { withFileTypes: true }))) ?? []) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isSymbolicLink() && leavesState(place.at, join(place.at, path)))
        return {
          kind: 'refused',
          why: `${JSON.stringify(join('.bengal', path))} is a symbolic link that leads out of the state`,
        };
    }
  }
  return place;
}

function leavesState(state: string, link: string): boolean {
  if (atBest(lookThrough(link))?.isDirectory() !== true) return false;
  const [root, target] = [realPathOf(state), realPathOf(link)];
  return root === undefined || target === undefined || !isInside(root, target);
}
