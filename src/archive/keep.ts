import {
  closeSync,
  constants,
  cpSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from '../disk/node.ts';
import { moveFile } from '../disk/move.ts';
import { dirname, join } from 'node:path';
import { isWithin } from '../core/paths.ts';
import { resolvePlace } from '../place/resolve.ts';
import { hasPlainParents } from './plain-path.ts';

export interface Kept {
  /** Site root, absolute. */
  readonly site: string;
  /** The staged tree, absolute, on the disk of the site. */
  readonly folder: string;
  /** What is put into place as a whole, as site paths. */
  readonly roots: readonly string[];
  /** Staged files, as site paths; those that lie in one of the roots are meant. */
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
export function keepIdentical({ folder, ...kept }: Kept): number {
  return locate(kept).filter(({ path, at }) => keep(at, join(folder, path))).length;
}

interface Located {
  readonly path: string;
  /** Where it lies or would lie in the site, absolute; no link is on the way. */
  readonly at: string;
}

function locate({ site, roots, paths }: Omit<Kept, 'folder'>): Located[] {
  return roots.flatMap((root) => {
    const place = resolvePlace(site, root);
    if (place.kind === 'refused') return [];
    const plain = new Map<string, boolean>();
    const isReachable = (rest: string): boolean => {
      const parent = rest.slice(0, rest.lastIndexOf('/') + 1);
      const known = plain.get(parent) ?? hasPlainParents(place.at, rest);
      plain.set(parent, known);
      return known;
    };
    return paths.flatMap((path) => {
      if (!isWithin(root, path)) return [];
      const rest = path.slice(root.length + 1);
      return isReachable(rest) ? [{ path, at: join(place.at, rest) }] : [];
    });
  });
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
export function fillIn({ folder, ...kept }: Kept): number {
  let moved = 0;
  for (const { path, at } of locate(kept)) {
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(dirname(at), { recursive: true });
    moveFile(join(folder, path), at);
    moved += 1;
  }
  return moved;
}

export interface CarryOver extends Pick<Kept, 'site' | 'folder'> {
  /** The tree that is to be replaced, as a site path. */
  readonly root: string;
  /** Files below it. */
  readonly paths: Iterable<string>;
}

/** Lets files of the site stand in the staged tree as well, whatever it holds there, so that they are there after the swap. */
export function carryOver({ site, folder, root, paths }: CarryOver): void {
  const wanted = [...paths].map((path) => `${root}/${path}`);
  for (const { path, at } of locate({ site, roots: [root], paths: wanted })) {
    if (lstatSync(at, { throwIfNoEntry: false }) === undefined) continue;
    const staged = join(folder, path);
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(dirname(staged), { recursive: true });
    cpSync(at, staged, { preserveTimestamps: true, verbatimSymlinks: true });
  }
}
