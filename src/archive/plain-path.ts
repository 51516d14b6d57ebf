import { lstatSync, mkdirSync } from '../disk/node.ts';
import { join } from 'node:path';
import { Rejection } from './rejection.ts';

/** Whether every folder above `path` is a real one, as far as it exists. What lies behind a link is not the site's. */
export function hasPlainParents(site: string, path: string): boolean {
  return findObstacle(site, path) === undefined;
}

/** Makes the folders above `path`, none of which may be a link. */
export function makeParents(site: string, path: string): void {
  const obstacle = findObstacle(site, path);
  if (obstacle !== undefined)
    throw new Rejection(`${JSON.stringify(obstacle)} in the site is a link or no folder, and nothing is put behind it`);
  mkdirSync(join(site, path, '..'), { recursive: true });
}

function findObstacle(site: string, path: string): string | undefined {
  const segments = path.split('/');
  for (let depth = 1; depth < segments.length; depth++) {
    const parent = segments.slice(0, depth).join('/');
    const entry = lstatSync(join(site, parent), { throwIfNoEntry: false });
    if (entry === undefined) return undefined;
    if (!entry.isDirectory()) return parent;
  }
  return undefined;
}
