import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORK = '/home/runner/work';
/** Lies beside the checkout, and says which process has it. */
const MARKER = '.recording';

/** Where a job of a repository on GitHub has its checkout. */
export function builtAt(name: string): string {
  return join(WORK, name, name);
}

/** A folder in which a job on GitHub would check out, for as long as something is built there. */
export interface Place extends Disposable {
  /** Where the site goes; nothing is there yet. */
  readonly at: string;
}

/**
 * States name files by absolute paths, so what is recorded is built where a job on GitHub builds: nothing of the machine
 * that records is in it. What a broken run of ours left there is removed; what anybody else left is not.
 */
export function takePlace(name: string): Place {
  const parent = join(WORK, name);
  clear(parent);
  const highest = firstMissing(parent);
  try {
    mkdirSync(parent, { recursive: true });
    writeFileSync(join(parent, MARKER), `${String(process.pid)}\n`);
  } catch (error) {
    throw new Error(`${parent} cannot be made: run this where you may write to ${WORK}`, { cause: error });
  }
  return {
    at: builtAt(name),
    [Symbol.dispose]() {
      rmSync(parent, { recursive: true, force: true });
      // What was made on the way, unless somebody else is there by now.
      for (let folder = dirname(parent); folder.length >= highest.length && isBare(folder); folder = dirname(folder))
        rmdirSync(folder);
    },
  };
}

function clear(parent: string): void {
  if (!existsSync(parent)) return;
  const owner = ownerOf(parent);
  if (owner === undefined && !isBare(parent))
    throw new Error(`${parent} exists already and is not ours: move it away, and start again`);
  if (owner !== undefined && isRunning(owner))
    throw new Error(`process ${String(owner)} builds in ${parent} at the moment: wait for it, and start again`);
  rmSync(parent, { recursive: true });
}

function ownerOf(parent: string): number | undefined {
  try {
    const owner = Number(readFileSync(join(parent, MARKER), 'utf8'));
    return Number.isSafeInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isBare(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}

function firstMissing(folder: string): string {
  const above = dirname(folder);
  return existsSync(above) ? folder : firstMissing(above);
}
