import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isSha256, sha256, type Sha256 } from '../core/digest.ts';
import { lookThrough } from '../disk/look.ts';
import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from '../disk/node.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededBytes } from '../disk/read.ts';
import { entryFromJson, entryKey, entryToJson, type Entry } from './memo-entry.ts';

/** An entry of thousands of files and children has a few hundred kilobytes. */
const MOST_ENTRY_BYTES = 16 * 1024 * 1024;

/** Where entries and results lie. What cannot be read, or is not what its name says, is as good as absent. */
export interface ResultStore {
  readonly folder: string;
  readEntry(key: Sha256): Entry | undefined;
  /** The bytes of a result, if they have the size and the digest that the entry says. */
  readResult(entry: Entry): Uint8Array | undefined;
  hasResult(entry: Entry): boolean;
  /** The result first: an entry never stands for one that is not there. Throws what the file system reports. */
  write(entry: Entry, bytes: Uint8Array): void;
  /** Notes that an entry was of use. */
  touch(key: Sha256, now: number): void;
  /** Every entry that can be read. */
  entries(): Generator<StoredEntry>;
  /** Files of entries and results that are none, results that no entry names, and the like. */
  strays(known: Iterable<Entry>): Generator<StrayFile>;
  remove(key: Sha256): void;
  /** Removes everything. Throws what the file system reports. */
  clear(): void;
}

export interface StoredEntry {
  readonly key: Sha256;
  readonly entry: Entry;
  /** When it was last of use, in milliseconds since 1970. */
  readonly usedAt: number;
}

export interface StrayFile {
  readonly path: string;
  readonly changedAt: number;
}

export function resultStore(folder: string): ResultStore {
  const entryPath = (key: string): string => join(folder, 'calls', key.slice(0, 2), `${key}.json`);
  const resultPath = (hash: string): string => join(folder, 'results', hash.slice(0, 2), `${hash}.bin`);
  const readEntry = (key: Sha256): Entry | undefined => {
    const text = readCapped(entryPath(key), MOST_ENTRY_BYTES);
    return text === undefined ? undefined : entryFromJson(text.toString('utf8'), key);
  };
  return {
    folder,
    readEntry,
    readResult(entry) {
      const bytes = readCapped(resultPath(entry.result), entry.bytes);
      return bytes?.byteLength === entry.bytes && sha256(bytes) === entry.result ? bytes : undefined;
    },
    hasResult: (entry) => sizeOf(resultPath(entry.result)) === entry.bytes,
    write(entry, bytes) {
      for (const [path, content] of [
        [resultPath(entry.result), bytes],
        [entryPath(entryKey(entry)), Buffer.from(entryToJson(entry), 'utf8')],
      ] as const) {
        writeWhole(path, content);
      }
    },
    touch(key, now) {
      try {
        utimesSync(entryPath(key), now / 1000, now / 1000);
      } catch {
        // Somebody removed it meanwhile, or may only read: then it merely looks older.
      }
    },
    *entries() {
      for (const path of filesBelow(join(folder, 'calls'))) {
        const key = nameOf(path);
        const entry = isSha256(key) ? readEntry(key) : undefined;
        const usedAt = changedAt(path);
        if (isSha256(key) && entry !== undefined && usedAt !== undefined) yield { key, entry, usedAt };
      }
    },
    *strays(known) {
      const named = new Set<string>();
      for (const entry of known)
        for (const path of [entryPath(entryKey(entry)), resultPath(entry.result)]) named.add(path);
      for (const part of ['calls', 'results']) {
        for (const path of filesBelow(join(folder, part))) {
          const changed = changedAt(path);
          if (!named.has(path) && changed !== undefined) yield { path, changedAt: changed };
        }
      }
    },
    remove: (key) => rmSync(entryPath(key), { force: true }),
    clear() {
      // Entries first: none may stand for a result that is gone.
      for (const part of ['calls', 'results']) rmSync(join(folder, part), { recursive: true, force: true });
    },
  };
}

/**
 * Nobody sees a part of the file. It is not flushed to the disk: after a power failure it may be damaged, which whoever
 * reads it notices, and a thousand small results are written in the time of ten that are flushed.
 */
function writeWhole(path: string, content: Uint8Array): void {
  const temporary = join(dirname(path), `tmp${randomBytes(6).toString('hex')}.tmp`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}

function readCapped(path: string, most: number): Buffer | undefined {
  const size = sizeOf(path);
  if (size === undefined || size > most) return undefined;
  try {
    return neededBytes(path);
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number | undefined {
  try {
    const stat = ifPresent(lookThrough(path));
    return stat?.isFile() === true ? stat.size : undefined;
  } catch {
    return undefined;
  }
}

function changedAt(path: string): number | undefined {
  try {
    return ifPresent(lookThrough(path))?.mtimeMs;
  } catch {
    return undefined;
  }
}

function nameOf(path: string): string {
  return /([^/\\]+)\.json$/.exec(path)?.[1] ?? '';
}

/** Two levels, sorted, so that everything made of it is the same each time. */
function filesBelow(folder: string): string[] {
  return listed(folder).flatMap((part) => listed(join(folder, part)).map((name) => join(folder, part, name)));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
