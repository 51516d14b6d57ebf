import { join } from 'node:path';
import { byCodeUnit } from '../core/order.ts';
import type { SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readFolder } from '../disk/read.ts';

/** Folders that neither feed a build nor come out of one, at any depth. */
const NEVER = new Set(['.git', '.bengal']);
/** At the root: what a restore keeps there while it runs. */
const STAGING = '.bengal-cache-staging-';

export interface WalkOptions {
  /** Leaves out whole folders. */
  readonly skip?: (path: string) => boolean;
  /** Told of every symbolic link, `start` included. */
  readonly onLink?: (path: string) => void;
}

/**
 * Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
 * they could lead out of the site or around in a circle. Throws `DiskTrouble` for a folder that nobody may look into: what
 * is in it may matter.
 */
export function walkFiles(root: string, start: string, { skip, onLink }: WalkOptions = {}): SitePath[] {
  const found: SitePath[] = [];
  const folders = [start];
  if (ifPresent(look(join(root, start)))?.isSymbolicLink() === true) onLink?.(start);
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of ifPresent(readFolder(join(root, folder))) ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const isOurs = NEVER.has(entry.name) || path.startsWith(STAGING);
        if (!isOurs && skip?.(path) !== true) folders.push(path);
      } else if (entry.isFile()) found.push(path as SitePath);
      else if (entry.isSymbolicLink()) onLink?.(path);
    }
  }
  return found.sort(byCodeUnit);
}
