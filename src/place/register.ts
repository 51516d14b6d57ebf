import { createHash, randomBytes } from 'node:crypto';
import { homedir, hostname, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { look } from '../disk/look.ts';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from '../disk/node.ts';
import { atBest, codeOf } from '../disk/outcome.ts';
import { checkoutOf, isInside, realPathOf } from './resolve.ts';

/**
 * What this installation has under way in a site, noted where no repository can put anything: in the user's own folder for
 * caches. What lies in the site and is not noted here came with the repository, or from another machine, and is let be.
 */
export interface Register {
  /** Notes something under a name; `taken` where there is such a note already, and it is not to be replaced. */
  note(name: string, value: JsonObject, mode: 'first' | 'replace'): 'noted' | 'taken';
  /** `undefined` for what was never noted, or cannot be read any more. */
  read(name: string): JsonObject | undefined;
  names(): readonly string[];
  drop(name: string): void;
}

/** Larger than any note of ours. */
const MOST_BYTES = 1_000_000;
/** Noting takes no longer. */
const LONGEST_NOTE_MS = 60_000;
const NAME = /^[a-z0-9.-]+\.json$/i;

/** Throws where this user has no folder of their own at all. */
export function registerOf(site: string): Register {
  const root = realPathOf(site) ?? site;
  // A home can be shared by machines, and then each has its own sites under the same paths.
  const key = createHash('sha256').update(`${hostname()}\0${root}`).digest('hex').slice(0, 32);
  const folder = join(ownFolder(root), 'sites', key);
  const at = (name: string): string => join(folder, `${name}.json`);
  return {
    note(name, value, mode) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const prepared = join(folder, `${randomBytes(6).toString('hex')}.tmp`);
      writeFileSync(prepared, JSON.stringify(value), { mode: 0o600, flush: true });
      if (mode === 'replace') {
        renameSync(prepared, at(name));
        return 'noted';
      }
      try {
        appear(prepared, at(name));
        return 'noted';
      } catch (thrown) {
        if (codeOf(thrown) === 'EEXIST') return 'taken';
        throw thrown;
      } finally {
        rmSync(prepared, { force: true });
      }
    },
    read: (name) => readNote(at(name)),
    names: () => listNames(folder).map((name) => name.slice(0, -'.json'.length)),
    drop(name) {
      rmSync(at(name), { force: true });
      forget(folder);
    },
  };
}

/** A file appears with all of its content, or `EEXIST` is thrown. Where the disk has no hard links, the content follows. */
function appear(prepared: string, place: string): void {
  try {
    linkSync(prepared, place);
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') throw thrown;
    writeFileSync(place, readFileSync(prepared), { flag: 'wx', mode: 0o600, flush: true });
  }
}

function readNote(path: string): JsonObject | undefined {
  const entry = atBest(look(path));
  if (entry?.isFile() !== true || entry.size > MOST_BYTES) return undefined;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
    return isObject(value) ? value : undefined;
  } catch {
    // Cut off while it was written, or gone at this moment: nothing was noted.
    return undefined;
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name));
  } catch {
    // Nothing was ever noted of this site.
    return [];
  }
}

/** A site of which nothing is noted leaves no folder behind. */
function forget(folder: string): void {
  try {
    if (listNames(folder).length > 0) return;
    // Of a process that was killed while it noted something.
    for (const name of readdirSync(folder)) {
      const entry = atBest(look(join(folder, name)));
      if (name.endsWith('.tmp') && entry !== undefined && entry.mtimeMs < Date.now() - LONGEST_NOTE_MS)
        rmSync(join(folder, name), { force: true });
    }
    rmdirSync(folder);
  } catch {
    // Something else is noted still.
  }
}

/** The user's folder for caches, or one of their own among the temporary files; never one that lies in the checkout. */
function ownFolder(site: string): string {
  const own = candidates().find((folder) => isAbsolute(folder) && isOwn(folder, site));
  if (own !== undefined) return own;
  throw new Error(
    'there is no folder in which this user could note what is under way (neither home nor temporary files)',
  );
}

function candidates(): readonly string[] {
  const caches: Readonly<Record<string, string>> = { darwin: 'Library/Caches', win32: 'AppData/Local' };
  return [
    join(homeFolder(), caches[process.platform] ?? '.cache', 'bengal-cache'),
    join(tmpdir(), `bengal-cache-${String(process.getuid?.() ?? 'own')}`),
  ];
}

function homeFolder(): string {
  try {
    return homedir();
  } catch {
    // In a container the number of the user may stand for nobody.
    return '';
  }
}

/** A real folder that only this user writes to. It is made where there is none. */
function isOwn(folder: string, site: string): boolean {
  const real = realPathOf(folder);
  if (real === undefined || isInside(checkoutOf(site), real)) return false;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return false;
  }
  const entry = atBest(look(folder));
  if (entry?.isDirectory() !== true) return false;
  const user = process.getuid?.();
  // Windows has no owners in this sense, and each user has a home of their own there.
  return user === undefined || (entry.uid === user && (entry.mode & 0o022) === 0 && isWritable(folder));
}

function isWritable(folder: string): boolean {
  const probe = join(folder, `${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}
