import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from '../disk/node-promises.ts';
import { join } from 'node:path';
import { byCodeUnit } from '../core/order.ts';
import { messageOf } from '../core/result.ts';
import { copyDigesting, ENTRY_FILE, folderNameFor, isFolderName, METADATA_FILE, readEntry } from './directory-entry.ts';
import type { EntryLookup, EntryMetadata } from './directory-entry.ts';
import { incomingFolderName, sweepIncoming } from './directory-sweep.ts';
import { assertKey, assertKeys, describePrefixes } from './keys.ts';
import type { CacheStore, NotServed, Restored, RestoreRequest, Saved, SaveRequest } from './port.ts';

export interface DirectoryStoreOptions {
  /** Absolute path; created at the first save. */
  readonly root: string;
  /** Refuse every save. */
  readonly readOnly?: boolean;
  /** Milliseconds since 1970, with fractions; for tests. */
  readonly now?: () => number;
}

type PresentEntry = Extract<EntryLookup, { kind: 'present' }>;

/** The wall clock with microseconds: two entries saved within a millisecond keep their order. */
const preciseNow = (): number => performance.timeOrigin + performance.now();

/**
 * A store in a folder, `<root>/<digest of key>/{entry,meta.json}`, for any number of processes on one machine.
 * An entry is prepared beside its place and published by one rename of its folder, so it is there whole or not at all.
 */
export function directoryStore({ root, readOnly = false, now = preciseNow }: DirectoryStoreOptions): CacheStore {
  return {
    name: 'directory',
    async restore(request) {
      assertKeys(request);
      try {
        return await restore(root, request);
      } catch (error) {
        return describeTrouble(error, request.signal);
      }
    },
    async save(request) {
      assertKey(request.key);
      if (readOnly) return { kind: 'denied', why: `the cache folder ${root} is to be left as it is` };
      try {
        return await save(request, { root, now });
      } catch (error) {
        return describeTrouble(error, request.signal);
      }
    },
  };
}

async function restore(root: string, request: RestoreRequest): Promise<Restored> {
  request.signal?.throwIfAborted();
  const found = await find(root, request);
  if (found.kind === 'absent')
    return {
      kind: 'miss',
      why: `nothing is stored in ${root} under a key that begins with ${describePrefixes(request)}`,
    };
  if (found.kind === 'damaged') return { kind: 'unavailable', why: found.why };
  const { key } = found.metadata;
  if (request.lookupOnly !== true) {
    const problem = await deliver(found, request);
    if (problem !== undefined) return { kind: 'refused', key, why: problem };
  }
  return { kind: key === request.key ? 'exact' : 'prefix', key };
}

async function find(root: string, { key, restoreKeys }: RestoreRequest): Promise<EntryLookup> {
  const exact = await readEntry(join(root, folderNameFor(key)));
  if (exact.kind === 'damaged' || (exact.kind === 'present' && exact.metadata.key === key)) return exact;
  const entries = await readAllEntries(root);
  const newestFirst = entries.filter((entry) => entry.kind === 'present').sort(byAge);
  for (const prefix of [key, ...restoreKeys]) {
    const match = newestFirst.find(({ metadata }) => metadata.key.startsWith(prefix));
    if (match !== undefined) return match;
  }
  // Nothing readable fits, but an unreadable entry might have: that is doubt, not a miss.
  return entries.find((entry) => entry.kind === 'damaged') ?? { kind: 'absent' };
}

async function readAllEntries(root: string): Promise<EntryLookup[]> {
  let names: string[];
  try {
    names = await readdir(root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const entries: EntryLookup[] = [];
  for (const name of names.filter(isFolderName).sort(byCodeUnit)) entries.push(await readEntry(join(root, name)));
  return entries;
}

function byAge({ metadata: left }: PresentEntry, { metadata: right }: PresentEntry): number {
  return right.created - left.created || byCodeUnit(left.key, right.key);
}

/** Copies the file of an entry to its destination in one step; yields what is wrong with it. */
async function deliver(
  { metadata, folder }: PresentEntry,
  { file, signal }: RestoreRequest,
): Promise<string | undefined> {
  const partial = `${file}.${randomUUID()}.part`;
  if (!(await holdsFile(folder))) return `the entry in ${folder} is damaged: it has no file`;
  try {
    const { bytes } = metadata;
    const copied = await copyDigesting({ from: join(folder, ENTRY_FILE), to: partial, bytes, signal });
    if (copied.sha256 !== metadata.sha256 || copied.bytes !== bytes)
      return `the entry in ${folder} is damaged: its digest differs`;
    await rename(partial, file);
    return undefined;
  } finally {
    await rm(partial, { force: true });
  }
}

async function holdsFile(folder: string): Promise<boolean> {
  return await lstat(join(folder, ENTRY_FILE)).then(
    (facts) => facts.isFile(),
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function save(
  { key, file, signal }: SaveRequest,
  { root, now }: { root: string; now: () => number },
): Promise<Saved> {
  signal?.throwIfAborted();
  const place = join(root, folderNameFor(key));
  const present = await readEntry(place);
  if (present.kind === 'present') return { kind: 'exists', key };
  await sweepIncoming(root, now());
  // Nobody can read what lies there, so nobody loses it, and it would keep this key from ever serving again.
  if (present.kind === 'damaged') await setAside(root, place);
  const incoming = join(root, incomingFolderName());
  try {
    await mkdir(incoming, { recursive: true });
    const copied = await copyDigesting({ from: file, to: join(incoming, ENTRY_FILE), signal });
    const metadata: EntryMetadata = { version: 1, key, created: Math.round(now() * 1000), ...copied };
    await writeFile(join(incoming, METADATA_FILE), `${JSON.stringify(metadata)}\n`);
    return (await publish(incoming, place)) ? { kind: 'saved', key, bytes: copied.bytes } : { kind: 'exists', key };
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}

async function setAside(root: string, place: string): Promise<void> {
  const aside = join(root, incomingFolderName());
  await rename(place, aside);
  await rm(aside, { recursive: true, force: true });
}

/** Whether the entry got its place; `false` when another process was first. */
async function publish(incoming: string, place: string): Promise<boolean> {
  try {
    await rename(incoming, place);
    return true;
  } catch (error) {
    // Linux and macOS report a folder in the way by the first two, Windows by a refusal that could also mean others.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    if (code === 'EPERM' && (await readEntry(place)).kind === 'present') return false;
    throw error;
  }
}

/** Codes of a folder that may be read but not written to. */
const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS']);

function describeTrouble(error: unknown, signal: AbortSignal | undefined): NotServed {
  if (signal?.aborted === true) return { kind: 'unavailable', why: messageOf(signal.reason) };
  const refused = REFUSALS.has((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  return { kind: refused ? 'denied' : 'unavailable', why: messageOf(error) };
}
