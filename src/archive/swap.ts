import { linkSync, lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from '../disk/node.ts';
import { dirname, join, relative } from 'node:path';
import { asString, asArray, field, type JsonValue } from '../core/json.ts';
import { AUTHORED_FOLDERS, sitePath, toPosix, type SitePath } from '../core/paths.ts';
import { isAlive, ownerSignature } from './owner.ts';
import { hasPlainParents, makeParents } from './plain-path.ts';
import { Rejection } from './rejection.ts';

export interface Swap {
  /** Site root, absolute. */
  readonly site: string;
  /** Where the new trees lie, absolute, on the disk of the site. */
  readonly folder: string;
  /** An empty folder for the old ones, absolute, on the same disk. */
  readonly aside: string;
  /** Folders or files, as site paths, none inside another. One that the new tree does not hold goes without a successor. */
  readonly roots: readonly SitePath[];
}

/**
 * Exists while trees are swapped, and says which: it keeps others out, and whoever finds it after its owner was killed
 * puts the old trees back. Inside the site, since only there anybody looks.
 */
const JOURNAL = '.bengal-cache-swap';
/** Swapping is a handful of renames. */
const LONGEST_MS = 10 * 60 * 1000;
const BUSY = 'another restore is under way in this site';

interface Journal {
  readonly owner: string;
  readonly folder: SitePath;
  readonly aside: SitePath;
  readonly roots: readonly { readonly path: SitePath; readonly existed: boolean }[];
}

/**
 * Replaces the trees in the site by those in the staging folder, each by one rename. The site has all of the old ones or
 * all of the new ones: what fails is taken back, and what is killed is taken back by `recoverSwap`.
 */
export function swapTrees(swap: Swap): void {
  for (const path of swap.roots) makeParents(swap.site, path);
  const journal: Journal = {
    owner: ownerSignature(),
    folder: within(swap.site, swap.folder),
    aside: within(swap.site, swap.aside),
    roots: swap.roots.map((path) => ({ path, existed: isThere(join(swap.site, path)) })),
  };
  begin(swap, journal);
  try {
    for (const [index, { path, existed }] of journal.roots.entries()) {
      if (existed) renameSync(join(swap.site, path), join(swap.aside, String(index)));
      if (isThere(join(swap.folder, path))) renameSync(join(swap.folder, path), join(swap.site, path));
    }
  } catch (thrown) {
    takeBack(swap.site, journal);
    rmSync(join(swap.site, JOURNAL));
    throw thrown;
  }
  rmSync(join(swap.site, JOURNAL));
}

/** Takes back a swap whose process was killed in the middle of it. Throws while one is under way. */
export function recoverSwap(site: string): void {
  const path = join(site, JOURNAL);
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return;
  const journal = entry.isFile() ? parseJournal(path) : undefined;
  if (journal !== undefined) {
    if (isAlive({ signature: journal.owner, atMs: entry.mtimeMs, longestMs: LONGEST_MS })) throw new Rejection(BUSY);
    takeBack(site, journal);
  }
  rmSync(path, { recursive: true, force: true });
}

/** The journal appears with all of its content, or another one is there already. */
function begin({ site, aside }: Swap, journal: Journal): void {
  const prepared = join(dirname(aside), 'journal');
  writeFileSync(prepared, JSON.stringify(journal), { flush: true });
  const place = join(site, JOURNAL);
  try {
    // Where the disk has no hard links, the content follows a moment after the name.
    if (!linked(prepared, place)) writeFileSync(place, JSON.stringify(journal), { flag: 'wx', flush: true });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw new Rejection(BUSY);
    throw thrown;
  } finally {
    rmSync(prepared);
  }
}

function linked(existing: string, name: string): boolean {
  try {
    linkSync(existing, name);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw thrown;
    return false;
  }
}

/** Backwards through what was done, as far as it was done. */
function takeBack(site: string, { folder, aside, roots }: Journal): void {
  if (![folder, aside].every((path) => hasPlainParents(site, `${path}/0`))) return;
  for (const [index, { path, existed }] of [...roots.entries()].reverse()) {
    if (!hasPlainParents(site, path)) continue;
    const [place, old, fresh] = [join(site, path), join(site, aside, String(index)), join(site, folder, path)];
    const wasMoved = existed ? isThere(old) : isThere(place) && !isThere(fresh);
    if (!wasMoved) continue;
    rmSync(place, { recursive: true, force: true });
    if (existed) renameSync(old, place);
  }
}

function parseJournal(path: string): Journal | undefined {
  if (statSync(path).size > 100_000) return undefined;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
    const [folder, aside] = ['folder', 'aside'].map((name) => stagingPath(field(value, name)));
    const roots = asArray(field(value, 'roots')).flatMap((root) => {
      const path = sitePath(asString(field(root, 'path')) ?? '');
      const isOurs = path !== undefined && !AUTHORED_FOLDERS.includes(path.split('/')[0] ?? '');
      return isOurs ? [{ path, existed: field(root, 'existed') === true }] : [];
    });
    const owner = asString(field(value, 'owner'));
    return folder === undefined || aside === undefined || owner === undefined
      ? undefined
      : { owner, folder, aside, roots };
  } catch {
    // Cut off while it was written: nothing was moved yet.
    return undefined;
  }
}

/** Anybody can put a journal into a repository: it moves what lies in a staging folder, and touches nothing authored. */
function stagingPath(value: JsonValue | undefined): SitePath | undefined {
  const path = sitePath(asString(value) ?? '');
  return path !== undefined && /^\.bengal-cache-staging-[^/]+\/[a-z]+$/.test(path) ? path : undefined;
}

function within(site: string, path: string): SitePath {
  return toPosix(relative(site, path)) as SitePath;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
