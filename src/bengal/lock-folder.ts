import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from '../disk/node.ts';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../core/result.ts';
import type { Acquired, LockRequest } from './lock-outcome.ts';

const RETRY_MS = 50;
/** What renaming a folder onto one that is not empty gives, by platform. */
const OCCUPIED = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);

/**
 * An exclusive lock where there is no flock: the folder exists while somebody holds it. It is prepared elsewhere, with
 * its owner inside, and renamed into place, which succeeds for one process only. A folder whose owner has died on this
 * machine is cleared away.
 */
export async function acquireByFolder(path: string, { timeoutMs }: LockRequest): Promise<Acquired> {
  const owner = `${hostname()} ${String(process.pid)} ${randomBytes(8).toString('hex')}`;
  const prepared = temporaryBeside(path);
  const deadline = Date.now() + timeoutMs;
  try {
    mkdirSync(prepared);
    writeFileSync(join(prepared, 'owner'), owner);
    while (!takesPlace(prepared, path)) {
      clearIfAbandoned(path);
      if (Date.now() >= deadline) return { kind: 'timeout' };
      await sleep(RETRY_MS);
    }
  } catch (thrown) {
    return { kind: 'refused', why: messageOf(thrown) };
  } finally {
    rmSync(prepared, { recursive: true, force: true });
  }
  const release = (): Promise<void> => {
    removeIfOwned(path, owner);
    return Promise.resolve();
  };
  return { kind: 'held', release };
}

/** Waits until no writer holds the folder. Readers hold nothing: reading must not write. */
export async function waitForFolder(path: string, { timeoutMs }: LockRequest): Promise<Acquired> {
  const deadline = Date.now() + timeoutMs;
  while (existsSync(path) && !isAbandoned(path)) {
    if (Date.now() >= deadline) return { kind: 'timeout' };
    await sleep(RETRY_MS);
  }
  return { kind: 'held', release: () => Promise.resolve() };
}

function takesPlace(prepared: string, path: string): boolean {
  if (existsSync(path)) return false;
  try {
    renameSync(prepared, path);
    return true;
  } catch (thrown) {
    if (existsSync(path) && OCCUPIED.has((thrown as NodeJS.ErrnoException).code ?? '')) return false;
    throw thrown;
  }
}

function clearIfAbandoned(path: string): void {
  const owner = ownerOf(path);
  if (owner !== undefined && !isAlive(owner)) removeIfOwned(path, owner);
}

function isAbandoned(path: string): boolean {
  const owner = ownerOf(path);
  return owner !== undefined && !isAlive(owner);
}

/** Moved away first, so that of two processes that clear the same lock only one does. */
function removeIfOwned(path: string, owner: string): void {
  if (ownerOf(path) !== owner) return;
  const moved = temporaryBeside(path);
  try {
    renameSync(path, moved);
  } catch {
    // Somebody else was faster.
    return;
  }
  rmSync(moved, { recursive: true, force: true });
}

function ownerOf(path: string): string | undefined {
  try {
    return readFileSync(join(path, 'owner'), 'utf8');
  } catch {
    return undefined;
  }
}

/** Processes on other machines count as alive. */
function isAlive(owner: string): boolean {
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `tmp${randomBytes(4).toString('hex')}.tmp`);
}
