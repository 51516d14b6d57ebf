import { basename, dirname, join, resolve } from 'node:path';
import { warnProcess } from '../../core/process-warning.ts';
import { UserError } from '../../core/user-error.ts';
import { mkdirSync, statSync } from '../../disk/node.ts';
import { readCacheFile, writeCacheFile, type CacheFile } from '../cache-file.ts';
import { withCacheLock, type CacheLockOptions } from '../cache-lock.ts';
import type { PythonMinor } from '../envelope.ts';
import { fileIdentity } from '../file-identity.ts';
import { readingPython } from '../recorded-python.ts';
import { DEFAULT_LIMITS, type SizeLimits } from '../size-limits.ts';
import { CacheData, recordedRootOf } from './cache-data.ts';
import { CURRENT_VERSION, freshFields } from './fields.ts';
import { PathKeys } from './path-keys.ts';
import { Stores } from './stores.ts';

export interface LockingOptions {
  /** Milliseconds to wait for the lock; 30 seconds like Bengal when absent. */
  readonly lockTimeoutMs?: number;
  /** `false` inside of `withCacheLock`, where it is held already, and where nobody else can come near; else `true`. */
  readonly useLock?: boolean;
}

export interface BuildCacheOptions extends LockingOptions {
  /** Site root; the parent of the `.bengal` folder when absent. */
  readonly siteRoot?: string;
  /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
  readonly limits?: SizeLimits;
  /** Told one sentence for a user when something that is on disk is not used; warnings of the process when absent. */
  readonly warn?: (sentence: string) => void;
}

export interface SaveBuildCacheOptions {
  /**
   * The Python that will read the file (`3.14`): Bengal refuses a file that another minor version wrote. Without it, the
   * one that wrote the file, or its neighbours in `.bengal`, or else 3.14.
   */
  readonly python?: string;
  /** When a build ended, if one did. Bengal takes every save for the end of a build; a program that only edits is none. */
  readonly builtAt?: Date;
}

/** A cache in memory and where it belongs. */
export interface OpenedCache {
  readonly folder: string;
  readonly options: BuildCacheOptions;
  readonly data: CacheData;
  readonly stores: Stores;
  readonly keys: PathKeys;
  /** Who wrote it, when its header tells. */
  readonly python: PythonMinor | undefined;
}

export type OpenOutcome =
  | { readonly kind: 'read'; readonly opened: OpenedCache }
  | { readonly kind: 'absent' }
  | { readonly kind: 'corrupt'; readonly why: string };

/**
 * The `.bengal` that a caller names, by itself or by its `cache.json.zst` (or `cache.json`).
 *
 * @throws UserError for any other file.
 */
export function folderOf(path: string): string {
  if (['cache.json.zst', 'cache.json'].includes(basename(path))) return dirname(path);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return path;
  throw new UserError([`Expected the folder .bengal, or the cache.json.zst in it, got the file ${path}`]);
}

/** The work under the lock that Bengal takes, unless the options say that there is no need. */
export async function underLock<T>(
  { folder, kind }: Pick<CacheLockOptions, 'folder' | 'kind'>,
  { lockTimeoutMs, useLock = true }: LockingOptions,
  work: () => Promise<T>,
): Promise<T> {
  const timeout = lockTimeoutMs === undefined ? {} : { timeoutMs: lockTimeoutMs };
  return useLock ? await withCacheLock({ folder, kind, ...timeout }, work) : await work();
}

/** Tells a user of a cache what is not used of it. */
function warnerOf({ warn = warnProcess }: BuildCacheOptions): (sentence: string) => void {
  return warn;
}

/** Reads the main file as it is under a shared lock. Stores are only looked at, not read. */
export async function openCache(path: string, options: BuildCacheOptions): Promise<OpenOutcome> {
  const folder = folderOf(path);
  const stores = storesOf(folder, options);
  const file = await readUnderLock(folder, { options, pin: () => stores.pin() });
  if (file.kind === 'absent') return file;
  if (file.kind === 'corrupt') return { kind: 'corrupt', why: `${file.path}: ${file.why}` };
  const main = file.value;
  const version = main['version'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    const shown = JSON.stringify(version).slice(0, 40);
    return { kind: 'corrupt', why: `${file.path}: its version is ${shown}, and only whole numbers are understood` };
  }
  if (version !== CURRENT_VERSION) warnerOf(options)(`${file.path} ${otherVersion(version)}`);
  const siteRoot = siteRootOf(folder, options);
  const keys: PathKeys = new PathKeys({ siteRoot, findRecordedRoot: () => recordedRootOf(main, keys.siteRoot) });
  const python = file.envelope.kind === 'headed' ? file.envelope.python : undefined;
  const data = new CacheData({ main, stores, fresh: false });
  return { kind: 'read', opened: { folder, options, data, stores, keys, python } };
}

/** As `openCache`; a fresh cache where there is none that can be used, with a warning if there is one. */
export async function openOrFresh(path: string, options: BuildCacheOptions): Promise<OpenedCache> {
  const outcome = await openCache(path, options);
  if (outcome.kind === 'read') return outcome.opened;
  if (outcome.kind === 'corrupt')
    warnerOf(options)(`Bengal's build cache is not used, and a fresh one begun: ${outcome.why}`);
  return openFresh(path, options);
}

function otherVersion(version: number): string {
  const what = version > CURRENT_VERSION ? 'newer than' : 'older than';
  return (
    `has version ${String(version)}, ${what} the ${String(CURRENT_VERSION)} of Bengal 0.2.4 to 0.5.1. ` +
    'What is known of it is used; saving makes it that version.'
  );
}

/**
 * Getting the lock takes a process its time, so the file is read meanwhile. What was read counts if the file is still the
 * same once the lock is held.
 */
async function readUnderLock(
  folder: string,
  { options, pin }: { readonly options: BuildCacheOptions; readonly pin: () => void },
): Promise<CacheFile> {
  const identify = (): string =>
    JSON.stringify(['cache.json.zst', 'cache.json'].map((name) => fileIdentity(join(folder, name)) ?? null));
  const before = identify();
  const early = readCacheFile(folder, 'cache', options.limits);
  // Starting a process blocks this one for milliseconds; decompression in its own thread is to run by then.
  await new Promise(setImmediate);
  const late = await underLock({ folder, kind: 'shared' }, options, async () => {
    pin();
    return identify() === before ? undefined : await readCacheFile(folder, 'cache', options.limits);
  });
  return late ?? (await early);
}

/** A cache of nothing, to be saved in the folder. */
export function openFresh(path: string, options: BuildCacheOptions): OpenedCache {
  const folder = folderOf(path);
  const stores = storesOf(folder, options);
  const keys = new PathKeys({ siteRoot: siteRootOf(folder, options), findRecordedRoot: () => undefined });
  const data = new CacheData({ main: freshFields(), stores, fresh: true });
  return { folder, options, data, stores, keys, python: undefined };
}

/** Writes what changed under an exclusive lock: first the stores, then the main file, each in one step. */
export async function saveCache(opened: OpenedCache, asked: SaveBuildCacheOptions & LockingOptions): Promise<void> {
  const { folder, options, data, stores } = opened;
  const reader = readingPython(folder, { asked: asked.python, wrote: opened.python });
  const composed = data.compose();
  try {
    await underLock({ folder, kind: 'exclusive' }, { ...options, ...asked }, async () => {
      mkdirSync(folder, { recursive: true });
      for (const [name, value] of composed.stores) stores.write(name, value);
      await writeCacheFile({ folder, name: 'cache', value: composed.main, python: reader });
      stores.pin();
    });
  } catch (thrown) {
    composed.undo();
    throw thrown;
  }
}

function storesOf(folder: string, options: BuildCacheOptions): Stores {
  return new Stores({ folder, limits: options.limits ?? DEFAULT_LIMITS, warn: warnerOf(options) });
}

function siteRootOf(folder: string, { siteRoot }: BuildCacheOptions): string {
  return siteRoot ?? dirname(resolve(folder));
}
