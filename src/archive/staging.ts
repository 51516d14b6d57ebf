import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { asFiniteNumber, asString, type JsonObject } from '../core/json.ts';
import { look, lookExactly } from '../disk/look.ts';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from '../disk/node.ts';
import { atBest, outcomeOf } from '../disk/outcome.ts';
import { remove } from '../disk/remove.ts';
import { registerOf, type Register } from '../place/register.ts';
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
 * taken back, and their folders go. A folder that is merely called so came with the repository, and stays.
 */
export function openStaging(site: string): Staging {
  const register = registerOf(site);
  recoverSwap(register);
  sweep(site, register);
  const name = randomBytes(6).toString('hex');
  const root = join(site, STAGING_PREFIX + name);
  const noted = { secret: randomBytes(16).toString('hex'), owner: ownerSignature(), at: Date.now() };
  const remove = (): void => {
    if (removed(root)) register.drop(noteOf(name));
  };
  const [folder, aside] = ['tree', 'aside'].map((part) => join(root, part)) as [string, string];
  // First the note, so that no moment is left in which nobody would know whose the folder is.
  register.note(noteOf(name), noted, 'replace');
  try {
    mkdirSync(root, { mode: 0o700 });
    register.note(noteOf(name), { ...noted, inode: inodeOf(root) }, 'replace');
    writeFileSync(join(root, OWNER_FILE), noted.secret);
    mkdirSync(folder);
    mkdirSync(aside);
  } catch (thrown) {
    remove();
    throw thrown;
  }
  return { folder, archive: join(root, 'archive.tar.zst'), aside, remove };
}

const noteOf = (name: string): string => `staging-${name}`;

/** What cannot be removed now is removed by whoever comes next. */
function removed(root: string): boolean {
  remove(root);
  return look(root).kind === 'absent';
}

function sweep(site: string, register: Register): void {
  for (const note of register.names().filter((name) => name.startsWith(noteOf('')))) {
    const noted = register.read(note);
    if (noted !== undefined && isInUse(noted)) continue;
    const root = join(site, STAGING_PREFIX + note.slice(noteOf('').length));
    if (noted === undefined || !isOurs(root, noted) || removed(root)) register.drop(note);
  }
}

function isInUse(noted: JsonObject): boolean {
  const signature = asString(noted['owner']) ?? '';
  return isAlive({ signature, atMs: asFiniteNumber(noted['at']) ?? 0, longestMs: LONGEST_MS });
}

/** The very folder that was made: another one may have its name by now, and a repository can hold a copy of it. */
function isOurs(root: string, { inode, secret }: JsonObject): boolean {
  if (atBest(look(root))?.isDirectory() !== true) return false;
  // Killed right after it was made.
  if (inode === undefined) return atBest(outcomeOf(root, () => readdirSync(root)))?.length === 0;
  if (inodeOf(root) !== inode) return false;
  const owner = join(root, OWNER_FILE);
  const size = atBest(look(owner))?.size;
  // Killed before its first file was written, or while it was removed.
  if (size === undefined) return true;
  return size < 100 && [secret, ''].includes(readFileSync(owner, 'utf8'));
}

function inodeOf(path: string): string {
  const entry = atBest(lookExactly(path));
  return entry === undefined ? '' : `${String(entry.dev)}-${String(entry.ino)}`;
}
