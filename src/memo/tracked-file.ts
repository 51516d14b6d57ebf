import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from '../disk/node.ts';
import { isOfSystem } from '../disk/system-files.ts';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { digestOfParts } from '../core/digest.ts';
import { by } from '../core/order.ts';
import { toPosix } from '../core/paths.ts';

/** What a tracked path without anything behind it has for a fingerprint. */
export const ABSENT = 'absent';
/** Of something that is there and cannot be read: never equal to what was recorded. */
export const UNREADABLE = 'unreadable';

const CHUNK_BYTES = 1 << 20;
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR']);

/** SHA-256 of a file's content, of a folder the digest of the names and kinds in it, or one of the two words above. */
export function fingerprintFile(path: string): string {
  try {
    return fingerprint(path);
  } catch (thrown) {
    return NOT_THERE.has((thrown as NodeJS.ErrnoException).code ?? '') ? ABSENT : UNREADABLE;
  }
}

function fingerprint(path: string): string {
  // Without blocking: nobody may ever write to a pipe that an entry names.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return fingerprintFolder(path);
    if (!stat.isFile() || isOfSystem(path)) return UNREADABLE;
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(1, stat.size)));
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}

function fingerprintFolder(path: string): string {
  const members = readdirSync(path, { withFileTypes: true }).sort(by((member) => member.name));
  return digestOfParts(members.map((member) => [member.name, member.isDirectory() ? 'folder' : 'file'] as const));
}

/** A path as it is recorded: below the root in POSIX form, so that a checkout elsewhere finds it; else absolute. */
export function recordedPath(root: string, path: string): string {
  const inside = relative(root, resolve(root, path));
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return toPosixOnWindows(outside ? resolve(root, path) : inside === '' ? '.' : inside);
}

/** A backslash is a separator there, and elsewhere a character like any other. */
function toPosixOnWindows(path: string): string {
  return sep === '\\' ? toPosix(path) : path;
}
