import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from '../disk/node.ts';
import { join } from 'node:path';
import { hasPlainParents, makeParents } from './plain-path.ts';

export interface Kept {
  /** Site root, absolute. */
  readonly site: string;
  /** The staged tree, absolute, on the disk of the site. */
  readonly folder: string;
  /** Staged files, as site paths. */
  readonly paths: readonly string[];
}

/** Two files of this size are compared in memory; a larger one is simply replaced. */
const LARGEST = 64 * 1024 * 1024;

/** Set-id, sticky and executable bits. */
const SPECIAL_BITS = 0o7111n;

/**
 * Puts files of the site in the place of staged ones that hold the same bytes, under a second name: then they come
 * through the swap as they are, with their times. Answers how many. What shares its bytes with a third name, can be
 * executed or claims to be from the future is not kept.
 */
export function keepIdentical({ site, folder, paths }: Kept): number {
  const plain = new Map<string, boolean>();
  const isReachable = (path: string): boolean => {
    const parent = path.slice(0, path.lastIndexOf('/'));
    const known = plain.get(parent) ?? hasPlainParents(site, path);
    plain.set(parent, known);
    return known;
  };
  return paths.filter((path) => isReachable(path) && keep(join(site, path), join(folder, path))).length;
}

function keep(present: string, staged: string): boolean {
  const size = lstatSync(staged, { throwIfNoEntry: false })?.size;
  if (size === undefined || !isSame(present, staged, size)) return false;
  const second = `${staged}.kept.tmp`;
  try {
    linkSync(present, second);
    renameSync(second, staged);
    return true;
  } catch {
    // A disk without hard links, or somebody else's file: the staged one will do.
    rmSync(second, { force: true });
    return false;
  }
}

function isSame(present: string, staged: string, size: number): boolean {
  const entry = lstatSync(present, { bigint: true, throwIfNoEntry: false });
  if (entry?.isFile() !== true || Number(entry.size) !== size || size > LARGEST) return false;
  if (entry.nlink !== 1n || (entry.mode & SPECIAL_BITS) !== 0n || Number(entry.mtimeMs) > Date.now()) return false;
  return readRegular(present)?.equals(readFileSync(staged)) === true;
}

function readRegular(path: string): Buffer | undefined {
  try {
    // The name may stand for a link by now. Where the system has no such flag (Windows), it adds nothing.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return fstatSync(descriptor).isFile() ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Gone or unreadable: not the same, as far as anybody can tell.
    return undefined;
  }
}

/** Moves staged files to where the site has nothing; what is there stays. Answers how many were moved. */
export function fillIn({ site, folder, paths }: Kept): number {
  let moved = 0;
  for (const path of paths) {
    const [staged, place] = [join(folder, path), join(site, path)];
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined || !hasPlainParents(site, path)) continue;
    makeParents(site, path);
    renameSync(staged, place);
    moved += 1;
  }
  return moved;
}
