import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from '../disk/node.ts';
import { lstat, open } from '../disk/node-promises.ts';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isSha256, sha256 } from '../core/digest.ts';
import type { Sha256 } from '../core/digest.ts';

/** What an entry says about itself, in `meta.json` beside its file. */
export interface EntryMetadata {
  readonly version: 1;
  readonly key: string;
  /** Microseconds since 1970. */
  readonly created: number;
  readonly bytes: number;
  readonly sha256: Sha256;
}

export type EntryLookup =
  | { readonly kind: 'present'; readonly metadata: EntryMetadata; readonly folder: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly why: string };

export const ENTRY_FILE = 'entry';
export const METADATA_FILE = 'meta.json';

const FOLDER_NAME = /^[0-9a-f]{64}$/;

/** A key has at most 512 UTF-16 units, which JSON writes as six characters each at worst. */
const LARGEST_METADATA = 8 * 1024;

/** Keys may hold any character and be too long for a file name, so their digest names the folder. */
export function folderNameFor(key: string): string {
  // UTF-16: in UTF-8 all lone surrogates would become the same bytes.
  return sha256(Buffer.from(key, 'utf16le'));
}

export function isFolderName(name: string): boolean {
  return FOLDER_NAME.test(name);
}

export async function readEntry(folder: string): Promise<EntryLookup> {
  const path = join(folder, METADATA_FILE);
  let text: string;
  try {
    text = await readSmallFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !(await isThere(folder))) return { kind: 'absent' };
    if (code === 'ENOENT') return { kind: 'damaged', why: `${folder} has no ${METADATA_FILE}` };
    throw error;
  }
  const metadata = parseMetadata(text);
  // One that was moved here from elsewhere answers to a key that it was not stored under.
  if (metadata === undefined || folderNameFor(metadata.key) !== basename(folder))
    return { kind: 'damaged', why: `${path} is not the metadata of a cache entry` };
  return { kind: 'present', metadata, folder };
}

/** The beginning of a file, which is more than all of a proper one. A pipe in its place must not make us wait. */
async function readSmallFile(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) return '';
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST_METADATA));
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function isThere(folder: string): Promise<boolean> {
  return await lstat(folder).then(
    () => true,
    () => false,
  );
}

function parseMetadata(text: string): EntryMetadata | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, key, created, bytes, sha256: digest } = value as Record<string, unknown>;
  if (version !== 1 || typeof key !== 'string' || typeof digest !== 'string' || !isSha256(digest)) return undefined;
  if (typeof created !== 'number' || !Number.isFinite(created)) return undefined;
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes)) return undefined;
  return { version, key, created, bytes, sha256: digest };
}

export interface CopyRequest {
  readonly from: string;
  /** Replaced when it exists. */
  readonly to: string;
  /** Size in bytes as told; of a larger file one byte more is copied. */
  readonly bytes?: number;
  readonly signal: AbortSignal | undefined;
}

/** Copies a regular file, streaming, and digests what passed. */
export async function copyDigesting(request: CopyRequest): Promise<{ bytes: number; sha256: Sha256 }> {
  const { from, to, bytes: end = Number.POSITIVE_INFINITY, signal } = request;
  if (!(await lstat(from)).isFile()) throw new Error(`${from} is not a regular file`);
  const digest = createHash('sha256');
  let bytes = 0;
  await pipeline(
    createReadStream(from, { end }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        digest.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    },
    createWriteStream(to),
    signal === undefined ? {} : { signal },
  );
  return { bytes, sha256: digest.digest('hex') as Sha256 };
}
