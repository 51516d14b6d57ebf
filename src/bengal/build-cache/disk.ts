import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../core/user-error.ts';
import { readCacheFile, writeCacheFile, type CacheFile } from '../cache-file.ts';
import { withCacheLock } from '../cache-lock.ts';
import type { PythonMinor } from '../envelope.ts';
import { fileIdentity } from '../file-identity.ts';
import { recordedPython } from '../recorded-python.ts';
import { DEFAULT_LIMITS, type SizeLimits } from '../size-limits.ts';
import { CacheData, recordedRootOf } from './cache-data.ts';
import { CURRENT_VERSION, freshFields } from './fields.ts';
import { PathKeys } from './path-keys.ts';
import { Stores } from './stores.ts';

export interface BuildCacheOptions {
  /** Site root; the parent of the `.bengal` folder when absent. */
  readonly siteRoot?: string;
  /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
  readonly limits?: SizeLimits;
  /** Milliseconds to wait for the lock; 30 seconds like Bengal when absent. */
  readonly lockTimeoutMs?: number;
  /** Told one sentence for a user when something that is on disk is not used. */
  readonly warn?: (sentence: string) => void;
}

export interface SaveBuildCacheOptions {
  /**
   * The Python that will read the file (`3.14`): Bengal refuses a file that another minor version wrote. Without it, the
   * one that wrote the file, or else its neighbours in `.bengal`.
   */
  readonly python?: PythonMinor;
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

/** Reads the main file as it is under a shared lock. Stores are only looked at, not read. */
export async function openCache(folder: string, options: BuildCacheOptions): Promise<OpenOutcome> {
  const stores = storesOf(folder, options);
  const file = await readUnderLock(folder, { options, pin: () => stores.pin() });
  if (file.kind === 'absent') return file;
  if (file.kind === 'corrupt') return { kind: 'corrupt', why: `${file.path}: ${file.why}` };
  const main = file.value;
  const version = main['version'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0 || version > CURRENT_VERSION) {
    const shown = JSON.stringify(version).slice(0, 40);
    return { kind: 'corrupt', why: `${file.path}: its version is ${shown}, and only numbers up to 8 are understood` };
  }
  const siteRoot = siteRootOf(folder, options);
  const keys: PathKeys = new PathKeys({ siteRoot, findRecordedRoot: () => recordedRootOf(main, keys.siteRoot) });
  const python = file.envelope.kind === 'headed' ? file.envelope.python : undefined;
  const data = new CacheData({ main, stores, fresh: false });
  return { kind: 'read', opened: { folder, options, data, stores, keys, python } };
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
  const late = await withCacheLock({ folder, kind: 'shared', ...timeoutOf(options) }, async () => {
    pin();
    return identify() === before ? undefined : await readCacheFile(folder, 'cache', options.limits);
  });
  return late ?? (await early);
}

/** A cache of nothing, to be saved in the folder. */
export function openFresh(folder: string, options: BuildCacheOptions): OpenedCache {
  const stores = storesOf(folder, options);
  const keys = new PathKeys({ siteRoot: siteRootOf(folder, options), findRecordedRoot: () => undefined });
  const data = new CacheData({ main: freshFields(), stores, fresh: true });
  return { folder, options, data, stores, keys, python: undefined };
}

/** Writes what changed under an exclusive lock: first the stores, then the main file, each in one step. */
export async function saveCache(opened: OpenedCache, python: PythonMinor | undefined): Promise<void> {
  const { folder, options, data, stores } = opened;
  const reader = python ?? opened.python ?? recordedPython(folder);
  if (reader === undefined) {
    throw new UserError([
      `Expected the Python that will read cache.json.zst, e.g. save({ python: '3.14' }): no file of ${folder} tells it`,
    ]);
  }
  const composed = data.compose();
  try {
    await withCacheLock({ folder, kind: 'exclusive', ...timeoutOf(options) }, async () => {
      for (const [name, value] of composed.stores) stores.write(name, value);
      await writeCacheFile({ folder, name: 'cache', value: composed.main, python: reader });
      stores.pin();
    });
  } catch (thrown) {
    composed.undo();
    throw thrown;
  }
}

function storesOf(folder: string, { limits = DEFAULT_LIMITS, warn }: BuildCacheOptions): Stores {
  return new Stores({ folder, limits, warn: warn ?? (() => undefined) });
}

function siteRootOf(folder: string, { siteRoot }: BuildCacheOptions): string {
  return siteRoot ?? dirname(resolve(folder));
}

function timeoutOf({ lockTimeoutMs }: BuildCacheOptions): { timeoutMs?: number } {
  return lockTimeoutMs === undefined ? {} : { timeoutMs: lockTimeoutMs };
}
