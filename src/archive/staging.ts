import { join } from 'node:path';
import { look } from '../disk/look.ts';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from '../disk/node.ts';
import { atBest } from '../disk/outcome.ts';
import { remove } from '../disk/remove.ts';
import { isAlive, ownerSignature } from './owner.ts';
import { recoverSwap } from './swap.ts';

/** A folder of our own on the site's disk, so that what is made in it can be moved into place by a rename. */
export interface Staging {
  /** Absolute; holds nothing at first. */
  readonly folder: string;
  /** Absolute path for the archive file. */
  readonly archive: string;
  /** Absolute path of a folder for what is moved out of the way. */
  readonly aside: string;
  remove(): void;
}

const STAGING_PREFIX = '.bengal-cache-staging-';
const OWNER_FILE = 'owner';
/** No download takes a day. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * Opens a staging folder in the site, after clearing up what processes that were killed left there: half of a swap is
 * taken back, and their folders go.
 */
export function openStaging(site: string): Staging {
  recoverSwap(site);
  sweep(site);
  const root = mkdtempSync(join(site, STAGING_PREFIX));
  writeFileSync(join(root, OWNER_FILE), ownerSignature());
  const [folder, aside] = ['tree', 'aside'].map((name) => join(root, name)) as [string, string];
  mkdirSync(folder);
  mkdirSync(aside);
  return {
    folder,
    archive: join(root, 'archive.tar.zst'),
    aside,
    // Called in a `finally`: what cannot be removed is swept by the next run, and is no reason to fail this one.
    remove: () => void remove(root),
  };
}

function sweep(site: string): void {
  for (const name of readdirSync(site)) {
    if (!name.startsWith(STAGING_PREFIX)) continue;
    const root = join(site, name);
    if (atBest(look(root))?.isDirectory() === true && !isInUse(root)) remove(root);
  }
}

function isInUse(root: string): boolean {
  const owner = join(root, OWNER_FILE);
  const entry = lstatSync(owner, { throwIfNoEntry: false });
  // Without a signature: made a moment ago, or by nobody we know.
  const signature = entry?.isFile() === true && entry.size < 1000 ? readFileSync(owner, 'utf8') : 'unknown';
  return isAlive({ signature, atMs: (entry ?? lstatSync(root)).mtimeMs, longestMs: LONGEST_MS });
}
