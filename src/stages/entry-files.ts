import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { sha256 } from '../core/digest.ts';
import { byCodeUnit } from '../core/order.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from '../disk/node.ts';
import { neededText } from '../disk/read.ts';
import { parseEntry, renderEntry, type EntryOutcome, type StageEntry } from './stage-entry.ts';
import type { FileRecord } from './file-record.ts';
import { escapePath } from './glob.ts';
import { lookAtPath } from './look-at.ts';
import { parseListing, parseOutputsOf, renderListing, ROLES, type Listing, type Role } from './listing.ts';
import type { PatternSet } from './pattern.ts';
import type { StageName } from './stage-definition.ts';

/** Where entries are, relative to the site. */
export const DEFAULT_ENTRIES = '.bengal/stages' as SitePath;

/** Where the entries of one site are. */
export interface EntryPlace {
  /** The site: absolute, without symbolic links. */
  readonly root: string;
  readonly entries: SitePath;
  /** Ending of the entries' names; `stage` when absent. */
  readonly ending?: string | undefined;
}

/** Patterns without the entries themselves: a record would change the very key that it is for. */
export function besidesEntries({ entries }: EntryPlace, patterns: PatternSet): PatternSet {
  return patterns.length === 0
    ? patterns
    : [...patterns, { given: '', glob: escapePath(entries), excludes: true, folder: true }];
}

const ENTRY_BYTES = 1024 ** 2;
const LISTING_BYTES = 256 * 1024 ** 2;

/** A repository can hold a symbolic link where the entries should be; records are not written through it. */
export function linkOnTheWay({ root, entries }: EntryPlace): string | undefined {
  const segments = entries.split('/');
  const folders = segments.map((_, index) => segments.slice(0, index + 1).join('/'));
  return folders.find((folder) => lookAtPath(join(root, folder))?.isSymbolicLink() === true);
}

/** The two files that make a record: the entry, and the listing of files that its digest names. */
export function recordPaths(
  place: EntryPlace,
  name: StageName,
): { readonly entry: SitePath; readonly files: SitePath } {
  const path = (ending: string): SitePath => sitePath(`${place.entries}/${name}.${ending}`) ?? place.entries;
  return { entry: path(place.ending ?? 'stage'), files: path('files') };
}

/** Where the marks of the files with this role are kept; of use on this machine alone. */
export function statCachePath(place: EntryPlace, name: StageName, role: Role): string {
  return join(place.root, place.entries, `${name}.${role}.stat`);
}

export function readEntry(place: EntryPlace, name: StageName): EntryOutcome {
  const text = readText(join(place.root, recordPaths(place, name).entry), ENTRY_BYTES);
  return text.kind === 'text' ? parseEntry(text.text, name) : text;
}

/** The files of one success; `undefined` when the listing is missing, damaged or of another success. */
export function readListing(place: EntryPlace, entry: StageEntry): Listing | undefined {
  const text = readListingText(place, entry);
  return text === undefined ? undefined : parseListing(text);
}

/** The outputs alone, which takes a moment however many inputs there were. */
export function readRecordedOutputs(place: EntryPlace, entry: StageEntry): readonly FileRecord[] | undefined {
  const text = readListingText(place, entry);
  return text === undefined ? undefined : parseOutputsOf(text);
}

function readListingText(place: EntryPlace, entry: StageEntry): string | undefined {
  const text = readText(join(place.root, recordPaths(place, entry.name).files), LISTING_BYTES);
  return text.kind === 'text' && sha256(text.text) === entry.files ? text.text : undefined;
}

type Text =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly why: string };

function readText(path: string, most: number): Text {
  try {
    const stat = lookAtPath(path);
    if (stat === undefined) return { kind: 'absent' };
    if (!stat.isFile() || stat.size > BigInt(most))
      return { kind: 'damaged', why: 'it is no regular file of a sane size' };
    return { kind: 'text', text: neededText(path) };
  } catch (thrown) {
    return { kind: 'damaged', why: messageOf(thrown) };
  }
}

/**
 * Writes a record, each file in one step. The listing comes first: whoever looks in between sees the old entry with a
 * listing that is not its own, which counts as damaged. Returns the entry as it was written; throws what the disk says.
 */
export function writeRecord(place: EntryPlace, entry: Omit<StageEntry, 'files'>, listing: Listing): StageEntry {
  const paths = recordPaths(place, entry.name);
  const text = renderListing(listing);
  mkdirSync(join(place.root, place.entries), { recursive: true });
  writeInOneStep(join(place.root, paths.files), text);
  const written = { ...entry, files: sha256(text) };
  writeInOneStep(join(place.root, paths.entry), renderEntry(written));
  return written;
}

/** Not flushed to the disk: what a crash of the machine leaves is whole, or does not fit its digest and is a miss. */
function writeInOneStep(path: string, text: string): void {
  const temporary = join(dirname(path), `tmp${randomBytes(4).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}

/** Forgets a success and everything kept for it; says whether there was one. */
export function removeRecord(place: EntryPlace, name: StageName): boolean {
  const { entry, files } = recordPaths(place, name);
  const existed = lookAtPath(join(place.root, entry)) !== undefined;
  for (const path of [entry, files]) rmSync(join(place.root, path), { force: true });
  for (const role of ROLES) rmSync(statCachePath(place, name, role), { force: true });
  return existed;
}

/** Names of the stages that have an entry, sorted. */
export function recordedNames(place: EntryPlace): string[] {
  const folder = join(place.root, place.entries);
  const ending = `.${place.ending ?? 'stage'}`;
  if (lookAtPath(folder)?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    .sort(byCodeUnit);
}
