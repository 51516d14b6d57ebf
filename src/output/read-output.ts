import { join } from 'node:path';
import { sha256, type Sha256 } from '../core/digest.ts';
import { hashFile } from '../disk/hash-file.ts';
import type { JsonValue } from '../core/json.ts';
import { NO_MEMORY, type DigestMemory } from '../core/digest-memory.ts';
import { lookExactly, lookThrough } from '../disk/look.ts';
import { readFolder } from '../disk/read.ts';
import { readHead } from '../disk/read-head.ts';
import { readFileSync } from '../disk/node.ts';
import { atBest, needed, outcomeOf } from '../disk/outcome.ts';
import { resolveSource } from '../place/resolve.ts';
import { filesBelow } from './plain-files.ts';

/** What a folder of outputs holds. */
export interface OutputFolder {
  /** Path below the folder, POSIX -> digest and size in bytes. Regular files alone. */
  readonly digests: ReadonlyMap<string, { readonly sha256: Sha256; readonly size: number }>;
  /** Links and pipes: nothing of them is published by a list of files. */
  readonly others: readonly string[];
}

/** Files of this size and more are hashed in pieces. */
const LARGE_BYTES = 64 * 1024 * 1024;
/** What is read to be looked at is text; more of it is nobody's. */
const MOST_READ_BYTES = 64 * 1024 * 1024;

/**
 * Reads and hashes every file of a folder once. Throws `DiskTrouble` for a file or a folder that cannot be read: what it
 * holds would count as gone.
 *
 * @param like Another folder and what it holds: a file that is the very same one there, under a second name, is not read
 *   again.
 * @param memory What has been read in this process already, or will be once more.
 */
export function readOutputFolder(
  folder: string,
  like?: OutputFolder & { readonly folder: string },
  memory: DigestMemory = NO_MEMORY,
): OutputFolder {
  const { files, others } = filesBelow(folder);
  for (const path of [folder, ...others.map((other) => join(folder, other))])
    if (atBest(lookThrough(path))?.isDirectory() === true && atBest(lookExactly(path))?.isSymbolicLink() !== true)
      needed(path, readFolder(path));
  const digests = new Map<string, { readonly sha256: Sha256; readonly size: number }>();
  for (const path of files) {
    if (/^\.bengal-cache(?:\/|$)/.test(path)) continue;
    const known = like?.digests.get(path);
    const same = known !== undefined && like !== undefined && isSameFile(join(folder, path), join(like.folder, path));
    digests.set(path, same ? known : digestOf(join(folder, path), memory));
  }
  return { digests, others };
}

function isSameFile(left: string, right: string): boolean {
  const [one, other] = [left, right].map((path) => atBest(lookExactly(path)));
  // A disk without numbers for its files says 0 for all of them.
  return one?.ino !== undefined && one.ino !== 0n && one.ino === other?.ino && one.dev === other.dev;
}

function digestOf(path: string, memory: DigestMemory): { readonly sha256: Sha256; readonly size: number } {
  const stat = needed(path, lookExactly(path));
  const digest = (): Sha256 => (stat.size >= LARGE_BYTES ? hashFile(path) : sha256(readFileSync(path)));
  return needed(
    path,
    outcomeOf(path, () => ({ sha256: memory.recall(stat, digest), size: Number(stat.size) })),
  );
}

/** A manifest of half a million files. */
const MOST_JSON_BYTES = 256 * 1024 * 1024;
/** Front matter is at the beginning. */
const MOST_HEAD_BYTES = 64 * 1024;

/** The bytes of an output, for whoever wants to look into it; `undefined`: there is none, or it is no page's size. */
export function readOutput(folder: string, path: string): Uint8Array | undefined {
  const entry = atBest(lookExactly(join(folder, path)));
  if (entry?.isFile() !== true || entry.size > MOST_READ_BYTES) return undefined;
  return atBest(outcomeOf(path, () => readFileSync(join(folder, path))));
}

/** The value in a file of JSON; `undefined` for anything else, and for what cannot be read. */
export function readJsonFile(path: string): JsonValue | undefined {
  try {
    const entry = atBest(lookThrough(path));
    if (entry?.isFile() !== true || entry.size > MOST_JSON_BYTES) return undefined;
    const bytes = readFileSync(path);
    return bytes[0] === 0x7b ? (JSON.parse(bytes.toString('utf8')) as JsonValue) : undefined;
  } catch {
    // No JSON, or nothing that may be read.
    return undefined;
  }
}

/** The text of a source, for whoever looks for a line in it; `undefined`: there is none. */
export function readSourceText(site: string, path: string): string | undefined {
  const at = resolveSource(site, path);
  const head = at === undefined ? undefined : atBest(readHead(at, MOST_HEAD_BYTES));
  return head?.toString('utf8');
}
