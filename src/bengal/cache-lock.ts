import { existsSync, mkdirSync } from '../disk/node.ts';
import { join, resolve } from 'node:path';
import { acquireByFolder, waitForFolder } from './lock-folder.ts';
import { holdersOf } from './lock-holders.ts';
import type { Acquired, LockKind, LockRequest, Release } from './lock-outcome.ts';
import { acquireByProgram, LOCK_PROGRAMS } from './lock-program.ts';

/** A file that Bengal locks with flock(2) around every load and save of `cache.json.zst` and `stores/*`. */
const LOCK_FILE = 'cache.json.lock';
/** Bengal waits as long (`bengal/utils/io/file_lock.py`). */
const DEFAULT_TIMEOUT_MS = 30_000;

export interface CacheLockOptions {
  /** The `.bengal` folder. */
  readonly folder: string;
  /** `shared` while reading, `exclusive` while writing. */
  readonly kind: LockKind;
  /** Milliseconds to wait for other holders; 30 seconds like Bengal when absent. */
  readonly timeoutMs?: number;
}

/** Another process held the lock for too long. */
export class CacheLockTimeout extends Error {
  override readonly name = 'CacheLockTimeout';
  /** The lock file. */
  readonly path: string;

  constructor(path: string, options: LockRequest) {
    const holders = holdersOf(path);
    const who =
      holders.length === 0
        ? 'Another process holds it: a running `bengal build` or `bengal serve`, or another bengal-cache.'
        : `It is held by ${holders.join(', ')}.`;
    super(
      `No ${options.kind} lock on ${path} within ${String(options.timeoutMs / 1000)} s. ${who} ` +
        'Wait until that process has ended, or end it, and try again. The lock vanishes with its holder: ' +
        'deleting the file frees nothing.',
    );
    this.path = path;
  }
}

/** The lock cannot be had at all: no permission, or a file system without locks. */
export class CacheLockError extends Error {
  override readonly name = 'CacheLockError';
}

/**
 * Does the work while holding the lock that Bengal itself takes: flock(2) on `cache.json.lock`, whole file. Node has no
 * flock, so a child process holds it (`flock` of util-linux or BusyBox, else `perl`, which macOS has) until its standard
 * input closes: the lock is free again even if this process is killed. The lock file is never truncated or deleted.
 *
 * A shared lock is only taken where the lock file exists: reading must not write. On Windows, and where neither program
 * is installed, a folder `cache.json.lock.d` keeps processes of this library apart; Bengal does not know of it.
 *
 * @throws CacheLockTimeout when others hold it for too long.
 * @throws CacheLockError when it cannot be had at all.
 * @throws whatever the work throws; the lock is released first.
 */
export async function withCacheLock<T>(options: CacheLockOptions, work: () => Promise<T>): Promise<T> {
  const { folder, kind, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const path = join(resolve(folder), LOCK_FILE);
  if (kind === 'exclusive') mkdirSync(folder, { recursive: true });
  const release = await acquire(path, { kind, timeoutMs });
  try {
    return await work();
  } finally {
    const released = release();
    // A reader need not wait until its lock is gone, which takes a process some milliseconds to notice.
    if (kind === 'exclusive') await released;
  }
}

async function acquire(path: string, options: LockRequest): Promise<Release> {
  for (const program of LOCK_PROGRAMS) {
    if (options.kind === 'shared' && !existsSync(path)) break;
    const acquired = await acquireByProgram(program, path, options);
    if (acquired.kind !== 'no-program') return releaseOrThrow(acquired, path, options);
  }
  if (options.kind === 'exclusive') return releaseOrThrow(await acquireByFolder(`${path}.d`, options), path, options);
  return releaseOrThrow(await waitForFolder(`${path}.d`, options), path, options);
}

function releaseOrThrow(acquired: Acquired, path: string, options: LockRequest): Release {
  switch (acquired.kind) {
    case 'held':
      return acquired.release;
    case 'timeout':
      throw new CacheLockTimeout(path, options);
    case 'refused':
      throw new CacheLockError(`No ${options.kind} lock on ${path}: ${acquired.why}`);
    case 'no-program':
      throw new CacheLockError(`No ${options.kind} lock on ${path}: there is no program that could hold it`);
  }
}
