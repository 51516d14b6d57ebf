import { join } from 'node:path';
import { byCodeUnit } from '../core/order.ts';
import type { SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readFolder } from '../disk/read.ts';

/** Folders that neither feed a build nor come out of one, at any depth. */
const NEVER = new Set(['.git', '.bengal']);
/** At the root: what we keep there while we work. */
const OURS = /^\.bengal-cache(?:-staging-.*|-[0-9a-f]{8})?$/;

export interface WalkOptions {
  /** Leaves out whole folders. */
  readonly skip?: (path: string) => boolean;
  /** Asked before each name; the walk ends where it says no. */
  readonly mayGoOn?: () => boolean;
  /** Told of every symbolic link, `start` included. */
  readonly onLink?: (path: string) => void;
}

/**
 * Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
 * they could lead out of the site or around in a circle. Throws `DiskTrouble` for a folder that nobody may look into: what
 * is in it may matter.
 */
export function walkFiles(root: string, start: string, { skip, mayGoOn, onLink }: WalkOptions = {}): SitePath[] {
  const found: SitePath[] = [];
  const folders = [start];
  if (ifPresent(look(join(root, start)))?.isSymbolicLink() === true) onLink?.(start);
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of ifPresent(readFolder(join(root, folder))) ?? []) {
      if (mayGoOn?.() === false) return found.sort(byCodeUnit);
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const isOurs = NEVER.has(entry.name) || OURS.test(path);
        if (!isOurs && skip?.(path) !== true) folders.push(path);
      } else if (entry.isFile()) found.push(path as SitePath);
      else if (entry.isSymbolicLink()) onLink?.(path);
    }
  }
  return found.sort(byCodeUnit);
}
