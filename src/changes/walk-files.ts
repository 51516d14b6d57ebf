import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../core/order.ts';
import type { SitePath } from '../core/paths.ts';

/** Folders that never feed a build, at any depth. */
const NEVER = new Set(['.git', '.bengal', 'node_modules', '__pycache__', '.bengal-cache-transfer']);

/**
 * Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
 * they could lead out of the site or around in a circle. `skip` leaves out whole folders.
 */
export function walkFiles(root: string, start: string, skip: (path: string) => boolean = () => false): SitePath[] {
  const found: SitePath[] = [];
  const folders = [start];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of listFolder(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!NEVER.has(entry.name) && !skip(path)) folders.push(path);
      } else if (entry.isFile()) found.push(path as SitePath);
    }
  }
  return found.sort(byCodeUnit);
}

function listFolder(path: string): Dirent[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true ? readdirSync(path, { withFileTypes: true }) : [];
}
