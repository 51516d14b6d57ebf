import { asArray, asFiniteNumber, asString, field, type JsonObject, type JsonValue } from '../core/json.ts';
import type { SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { mkdirSync, renameSync } from '../disk/node.ts';
import { atBest, codeOf, DiskTrouble, ifPresent } from '../disk/outcome.ts';
import { dirname, join } from 'node:path';
import { registerOf, type Register } from '../place/register.ts';
import { resolvePlace } from '../place/resolve.ts';
import { isAlive, ownerSignature } from './owner.ts';
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
  /** Where the new and the old tree of a root lie whose place is on another disk than the site, both absolute. */
  readonly elsewhere?: ReadonlyMap<SitePath, { readonly fresh: string; readonly old: string }>;
}

/**
 * Noted while trees are swapped, and says which: it keeps others out, and whoever finds it after its owner was killed
 * puts the old trees back. Not in the site, where a repository could hold one.
 */
const JOURNAL = 'swap';
/** Swapping is a handful of renames. */
const LONGEST_MS = 10 * 60 * 1000;
const BUSY = 'another restore is under way in this site';

/** All paths absolute and without links. */
interface Journal {
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly moves: readonly Move[];
}

interface Move {
  readonly place: string;
  /** Where the old tree goes. */
  readonly old: string;
  /** Where the new tree comes from. */
  readonly fresh: string;
  readonly existed: boolean;
  readonly staged: boolean;
}

/**
 * Replaces the trees in the site by those in the staging folder, each by one rename. The site has all of the old ones or
 * all of the new ones: what fails is taken back, and what is killed is taken back by `recoverSwap`. A link that stands for
 * one of them stays, and what it leads to is replaced.
 */
export function swapTrees({ site, folder, aside, roots, elsewhere }: Swap): void {
  const moves = roots.map((path, index): Move => {
    const place = resolvePlace(site, path);
    if (place.kind === 'refused') throw new Rejection(`${place.why}, and nothing is put there`);
    const { old, fresh } = elsewhere?.get(path) ?? { old: join(aside, String(index)), fresh: join(folder, path) };
    return { place: place.at, old, fresh, existed: isThere(place.at), staged: isThere(fresh) };
  });
  for (const { place, staged } of moves) if (staged) mkdirSync(dirname(place), { recursive: true });
  const register = registerOf(site);
  const journal: Journal = { owner: ownerSignature(), at: Date.now(), moves };
  if (register.note(JOURNAL, { ...journal, moves: moves.map((move) => ({ ...move })) }, 'first') === 'taken')
    throw new Rejection(BUSY);
  try {
    for (const { place, old, fresh, existed, staged } of moves) {
      if (existed) renameSync(place, old);
      if (staged) renameSync(fresh, place);
    }
  } catch (thrown) {
    takeBack(journal);
    throw isHeld(thrown) ? new DiskTrouble(heldWords(roots, thrown), thrown) : thrown;
  } finally {
    register.drop(JOURNAL);
  }
}

/** A mount point is what the system renames least: nothing takes its place, and what lies in it stays. */
function isHeld(thrown: unknown): boolean {
  return ['EBUSY', 'EXDEV'].includes(codeOf(thrown) ?? '');
}

function heldWords(roots: readonly SitePath[], thrown: unknown): string {
  const names = roots.map((root) => JSON.stringify(root)).join(' or ');
  return `${names} cannot be replaced, as a mount point cannot, or a folder that a program holds (${codeOf(thrown) ?? ''}): mount the site or a folder above it instead`;
}

/** Takes back a swap whose process was killed in the middle of it. Throws while one is under way. */
export function recoverSwap(register: Register): void {
  if (!register.names().includes(JOURNAL)) return;
  const journal = readJournal(register.read(JOURNAL));
  if (journal !== undefined) {
    if (isAlive({ signature: journal.owner, atMs: journal.at, longestMs: LONGEST_MS })) throw new Rejection(BUSY);
    // A build that ran upon half a swap made something of it, and that is newer than either tree.
    if (!isBuiltUpon(journal)) takeBack(journal);
  }
  register.drop(JOURNAL);
}

/** Whether anything was written where the swap had put, or was to put, a tree: only its own renames touch a place. */
function isBuiltUpon({ at, moves }: Journal): boolean {
  return moves.some(({ place, old, fresh, existed, staged }) => {
    const entry = atBest(look(place));
    if (entry === undefined) return false;
    const isMoved = existed ? isThere(old) : true;
    if (!isMoved) return false;
    return !staged || isThere(fresh) || (entry.isDirectory() && entry.mtimeMs > at);
  });
}

/** Backwards through what was done, as far as it was done. Nothing is removed: new trees go back to where they came from. */
function takeBack({ moves }: Journal): void {
  for (const { place, old, fresh, existed, staged } of moves.toReversed()) {
    const isMoved = existed ? isThere(old) : staged && !isThere(fresh);
    if (!isMoved) continue;
    if (staged && !isThere(fresh) && isThere(place)) renameSync(place, fresh);
    if (existed && !isThere(place)) renameSync(old, place);
  }
}

function readJournal(value: JsonObject | undefined): Journal | undefined {
  const [owner, at] = [asString(field(value, 'owner')), asFiniteNumber(field(value, 'at'))];
  if (owner === undefined || at === undefined) return undefined;
  return { owner, at, moves: asArray(field(value, 'moves')).flatMap(readMove) };
}

function readMove(value: JsonValue): Move[] {
  const [place, old, fresh] = ['place', 'old', 'fresh'].map((name) => asString(field(value, name)));
  if (place === undefined || old === undefined || fresh === undefined) return [];
  return [{ place, old, fresh, existed: field(value, 'existed') === true, staged: field(value, 'staged') === true }];
}

function isThere(path: string): boolean {
  return ifPresent(look(path)) !== undefined;
}
