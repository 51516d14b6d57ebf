import { packArchive } from '../archive/pack.ts';
import { openStaging, type Staging } from '../archive/staging.ts';
import { installTrees } from '../archive/install.ts';
import { unpackArchive } from '../archive/unpack.ts';
import { isCacheable } from '../bengal/cacheable.ts';
import { sha256, type Sha256 } from '../core/digest.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import { unreachable } from '../core/never.ts';
import { messageOf } from '../core/result.ts';
import { mayBuildUpon, TRUSTS, type Trust } from '../core/trust.ts';
import type { StageEntry } from '../stages/stage-entry.ts';
import { readEntry, readListing, recordPaths, type EntryPlace } from '../stages/entry-files.ts';
import type { FileRecord } from '../stages/file-record.ts';
import { readFileSet } from '../stages/file-set.ts';
import type { Listing } from '../stages/listing.ts';
import type { Stage } from '../stages/stage-definition.ts';
import { startDeadline } from '../store/deadline.ts';
import type { CacheStore, Restored, Saved } from '../store/port.ts';
import { keyPart, ownerOf, replacementKey, replacementPrefix } from '../transfer/cache-keys.ts';

/** Where the records of stages, and outputs, travel from job to job. */
export interface StageCache {
  readonly store: CacheStore;
  /** First part of every key. */
  readonly prefix: string;
  readonly mayRestore: boolean;
  readonly maySave: boolean;
  /** Whose code runs here, and whose successes count here. */
  readonly trust: Trust;
  readonly needs: Trust;
}

/** One stage with the place of its entry. */
export interface StagePlace {
  readonly stage: Stage;
  readonly place: EntryPlace;
}

export type FetchedRecord =
  | { readonly kind: 'found'; readonly entry: StageEntry; readonly listing: Listing }
  | { readonly kind: 'none' }
  | { readonly kind: 'trouble'; readonly why: string };

export type Stored =
  | { readonly kind: 'stored'; readonly bytes: number }
  | { readonly kind: 'exists' | 'absent' }
  | { readonly kind: 'trouble'; readonly why: string };

/** Layout of what we store. Another number finds no older records. */
const FORMAT = 'v1';

/** No stage is worth a longer wait for the cache. */
const DEADLINE_MS = 5 * 60 * 1000;

/**
 * Keys of one stage, from what must be the same to what may differ: the stage, the job, whose code it was, the key of
 * the tree, the time. Each part ends with a slash, so that no name is the beginning of another.
 */
function recordKey(cache: StageCache, stage: Stage, trust: Trust): string {
  const scope = sha256(stage.scope).slice(0, 16);
  return `${[keyPart(cache.prefix), 'stage', FORMAT, keyPart(stage.name), scope, trust].join('/')}/`;
}

function outputsKey(cache: StageCache, stage: Stage, outputs: Sha256): string {
  return [keyPart(cache.prefix), 'stage-outputs', FORMAT, keyPart(stage.name), outputs].join('/');
}

/** The newest success with this key, or else the newest of all, which tells what has changed since. */
export async function fetchRecord(
  cache: StageCache,
  { stage, place }: StagePlace,
  key: Sha256,
): Promise<FetchedRecord> {
  // Its own successes come first: they stand in for a record of others that is of no use.
  const readable = [cache.trust, ...TRUSTS.filter((writer) => writer !== cache.trust)].filter((writer) =>
    mayBuildUpon(writer, cache.needs),
  );
  const same = readable.map((writer) => `${recordKey(cache, stage, writer)}${key}/`);
  const any = readable.map((writer) => recordKey(cache, stage, writer));
  const [first = '', ...others] = [...same, ...any];
  return await inStaging(place, async ({ folder, archive }, signal): Promise<FetchedRecord> => {
    const restored = await cache.store.restore({ key: first, restoreKeys: others, file: archive, signal });
    if (restored.kind !== 'exact' && restored.kind !== 'prefix') return notRestored(restored);
    const paths = recordPaths(place, stage.name);
    const allow = (path: string): boolean => [paths.entry, paths.files].some((known) => isWithin(path, known));
    const unpacked = await unpackArchive({ file: archive, into: folder, allow, signal });
    if (unpacked.kind !== 'unpacked') return { kind: 'trouble', why: unpacked.why };
    const outcome = readEntry({ root: folder, entries: place.entries }, stage.name);
    if (outcome.kind !== 'read')
      return { kind: 'trouble', why: outcome.kind === 'absent' ? 'the record is missing in it' : outcome.why };
    const listing = readListing({ root: folder, entries: place.entries }, outcome.entry);
    if (listing === undefined) return { kind: 'trouble', why: 'the listing of its files is missing or damaged' };
    return { kind: 'found', entry: outcome.entry, listing };
  });
}

export type FetchedOutputs =
  | { readonly kind: 'installed'; readonly files: number }
  | { readonly kind: 'none' }
  /** What is stored is not what the record promises. It stays, so what is stored next has to stand in for it. */
  | { readonly kind: 'spoilt'; readonly why: string }
  | { readonly kind: 'trouble'; readonly why: string };

/** Puts the outputs of a success in their place: all of them, with the recorded digests, or none. */
export async function fetchOutputs(
  cache: StageCache,
  { stage, place }: StagePlace,
  record: { readonly entry: StageEntry; readonly listing: Listing },
): Promise<FetchedOutputs> {
  const { outputs } = record.entry;
  const known = new Set<string>(
    record.listing.output
      .map(({ path }) => path)
      .filter(isCacheable)
      .flatMap(withParents),
  );
  return await inStaging(place, async ({ folder, archive, aside }, signal): Promise<FetchedOutputs> => {
    const key = outputsKey(cache, stage, outputs);
    // What stands in for it comes first: where something does, the entry itself is of no use.
    const asked = { key: replacementPrefix(key), restoreKeys: [key] };
    const restored = await cache.store.restore({ ...asked, file: archive, signal });
    if (restored.kind === 'refused') return { kind: 'spoilt', why: restored.why };
    if (restored.kind !== 'exact' && restored.kind !== 'prefix') return notRestored(restored);
    if (ownerOf(restored.key, key) !== key) return { kind: 'none' };
    const allow = (path: string): boolean => known.has(path);
    const unpacked = await unpackArchive({ file: archive, into: folder, allow, keepExecutable: true, signal });
    if (unpacked.kind === 'rejected') return { kind: 'spoilt', why: unpacked.why };
    if (unpacked.kind === 'failed') return { kind: 'trouble', why: unpacked.why };
    const unpackedSet = await readFileSet({ root: folder, patterns: stage.outputs.patterns });
    if (unpackedSet.digest !== outputs || unpackedSet.count !== unpacked.files)
      return { kind: 'spoilt', why: 'they are not what was recorded' };
    const roots = rootsOf(
      stage,
      unpackedSet.records().map(({ path }) => path),
    );
    installTrees({ site: place.root, folder, aside, roots });
    return { kind: 'installed', files: unpacked.files };
  });
}

function withParents(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Declared folders as a whole, so that nothing older stays in them; any other output by itself. */
function rootsOf({ outputs }: Stage, paths: readonly SitePath[]): SitePath[] {
  const filled = outputs.folders.filter((folder) => paths.some((path) => isWithin(folder, path)));
  const folders = filled.filter((folder) => !filled.some((other) => other !== folder && isWithin(other, folder)));
  return [...new Set([...folders, ...paths.filter((path) => !folders.some((folder) => isWithin(folder, path)))])];
}

/** Stores the record that lies in its place. */
export async function storeRecord(cache: StageCache, { stage, place }: StagePlace, entry: StageEntry): Promise<Stored> {
  const { entry: path, files } = recordPaths(place, stage.name);
  // A later success of the same tree has a key of its own, since keys are never written to twice.
  const key = `${recordKey(cache, stage, cache.trust)}${entry.key}/${String(entry.recorded)}`;
  return await storeFiles(cache, place, { key, paths: [path, files] });
}

export interface OutputsToStore {
  readonly digest: Sha256;
  readonly files: readonly FileRecord[];
  /** Set where what is stored under their digest is of no use: when they were made, which no other key has. */
  readonly instead?: number | undefined;
}

/** Stores the outputs under their digest: the same outputs are stored once. All of them, or none. */
export async function storeOutputs(
  cache: StageCache,
  { stage, place }: StagePlace,
  outputs: OutputsToStore,
): Promise<Stored> {
  const odd = outputs.files.find(({ path, kind }) => kind === 'link' || !isCacheable(path));
  if (odd !== undefined) return { kind: 'trouble', why: `${odd.path} is a link, or of a kind that is never cached` };
  const paths = outputs.files.map(({ path }) => path);
  const usual = outputsKey(cache, stage, outputs.digest);
  const key = outputs.instead === undefined ? usual : replacementKey(usual, String(outputs.instead));
  return await storeFiles(cache, place, { key, paths });
}

async function storeFiles(
  { store }: StageCache,
  place: EntryPlace,
  { key, paths }: { readonly key: string; readonly paths: readonly string[] },
): Promise<Stored> {
  return await inStaging(place, async ({ archive }, signal): Promise<Stored> => {
    const packed = await packArchive({ root: place.root, paths, file: archive, signal });
    if (packed.kind === 'refused') return { kind: 'trouble', why: packed.why };
    return storedFrom(await store.save({ key, file: archive, signal }));
  });
}

function storedFrom(saved: Saved): Stored {
  switch (saved.kind) {
    case 'saved':
      return { kind: 'stored', bytes: saved.bytes };
    case 'exists':
    case 'absent':
      return { kind: saved.kind };
    case 'denied':
    case 'unavailable':
      return { kind: 'trouble', why: saved.why };
    default:
      return unreachable(saved);
  }
}

type NotRestored = Exclude<Restored, { kind: 'exact' | 'prefix' }>;

/** A place without a cache is no trouble: everything that was recorded here still counts. */
function notRestored({ kind, why }: NotRestored): { kind: 'none' } | { kind: 'trouble'; why: string } {
  return kind === 'miss' || kind === 'absent' ? { kind: 'none' } : { kind: 'trouble', why };
}

/** A cache never breaks a job: whatever is thrown here becomes an outcome. */
async function inStaging<Outcome>(
  place: EntryPlace,
  work: (staging: Staging, signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | { kind: 'trouble'; why: string }> {
  const deadline = startDeadline(DEADLINE_MS, 'waiting for the cache');
  let staging: Staging | undefined;
  try {
    staging = openStaging(place.root);
    return await work(staging, deadline.signal);
  } catch (thrown) {
    return { kind: 'trouble', why: messageOf(thrown) };
  } finally {
    deadline.clear();
    staging?.remove();
  }
}
