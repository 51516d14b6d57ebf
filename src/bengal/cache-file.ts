import { join } from 'node:path';
import type { ZstdCodec } from '../compression/codec.ts';
import { DEFAULT_LEVEL, loadCodec } from '../compression/zstd.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import { messageOf } from '../core/result.ts';
import { look } from '../disk/look.ts';
import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync } from '../disk/node.ts';
import { ifPresent } from '../disk/outcome.ts';
import { writeAtomically } from './atomic-write.ts';
import { headerFor, openEnvelope, type Envelope, type PythonMinor } from './envelope.ts';
import { parseExact, stringifyExact } from './exact-json.ts';
import { DEFAULT_LIMITS, type SizeLimits } from './size-limits.ts';

/** What `readCacheFile` found. */
export type CacheFile =
  | {
      readonly kind: 'read';
      /** File name that was read, with its suffix. */
      readonly path: string;
      /** Integers beyond 2^53 are exact: see `asInteger`. */
      readonly value: JsonObject;
      readonly envelope: Envelope;
      /** Read from the plain `.json` that Bengal wrote before 0.1.5, because there is no `.json.zst`. */
      readonly twin: boolean;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'corrupt'; readonly path: string; readonly why: string };

export type PlainFile = Exclude<CacheFile, { kind: 'read' }> | { readonly kind: 'read'; readonly value: JsonObject };

/** The format version in the header; Bengal reads no other. */
const HEADER_FORMAT = 1;
/** What Python's `mkstemp`, through which Bengal writes these files, gives a new one. */
const NEW_FILE_MODE = 0o600;

/**
 * Reads `<name>.json.zst` in a folder, or `<name>.json` when there is no such file. Takes no lock. Never throws for what
 * is on disk; a file above the limits is refused before memory is allocated for it. A damaged `.json.zst` is corrupt even
 * when an old twin lies beside it: the twin is older, and nobody knows by how much.
 */
export async function readCacheFile(
  folder: string,
  name: string,
  limits: SizeLimits = DEFAULT_LIMITS,
): Promise<CacheFile> {
  const codec = await loadCodec();
  const compressed = await readEnveloped(join(folder, `${name}.json.zst`), { codec, limits });
  if (compressed.kind !== 'absent') return named(compressed, `${name}.json.zst`, false);
  return named(await readEnveloped(join(folder, `${name}.json`), { codec, limits }), `${name}.json`, true);
}

function named(file: Enveloped, path: string, twin: boolean): CacheFile {
  switch (file.kind) {
    case 'read':
      return { ...file, path, twin };
    case 'corrupt':
      return { ...file, path };
    case 'absent':
      return file;
  }
}

/** Reads a plain JSON object: `stores/*.json` and their like. Otherwise as `readCacheFile`. */
export function readPlainFile(folder: string, path: string, limits: SizeLimits = DEFAULT_LIMITS): PlainFile {
  const bytes = readCapped(join(folder, path), limits.fileBytes);
  if (bytes.kind !== 'bytes') return bytes.kind === 'absent' ? bytes : { ...bytes, path };
  const parsed = parseObject(bytes.bytes);
  return parsed.kind === 'read' ? parsed : { ...parsed, path };
}

export interface WriteCacheFileOptions {
  /** An existing folder. */
  readonly folder: string;
  /** Without `.json.zst`. */
  readonly name: string;
  readonly value: JsonObject;
  /** The Python that will read it: Bengal refuses a file with another one's header. */
  readonly python: PythonMinor;
}

/**
 * Writes `<name>.json.zst` as Bengal does: compact ASCII JSON, zstd level 3, 15 bytes of header. Atomic; an existing file
 * keeps its mode, a new one gets 0600. Then an old `<name>.json` is removed: Bengal prefers the new one, and takes the
 * mere existence of `cache.json` for a wish to build incrementally. Takes no lock.
 *
 * @throws what the file system reports; the old file is then untouched.
 */
export async function writeCacheFile({ folder, name, value, python }: WriteCacheFileOptions): Promise<void> {
  const path = join(folder, `${name}.json.zst`);
  writeAtomically(path, await encodeCacheFile(value, python), { mode: NEW_FILE_MODE });
  rmSync(join(folder, `${name}.json`), { force: true });
}

/** The bytes of a `.json.zst` file. */
export async function encodeCacheFile(value: JsonObject, python: PythonMinor): Promise<Uint8Array> {
  // Only ASCII is left in the text, so one byte per character is UTF-8 too.
  const json = Buffer.from(stringifyExact(value, { ascii: true }), 'latin1');
  const codec = await loadCodec();
  return Buffer.concat([headerFor(python), await codec.compress(json, DEFAULT_LEVEL)]);
}

type Enveloped =
  | { readonly kind: 'read'; readonly value: JsonObject; readonly envelope: Envelope }
  | { readonly kind: 'absent' }
  | { readonly kind: 'corrupt'; readonly why: string };

async function readEnveloped(path: string, how: { codec: ZstdCodec; limits: SizeLimits }): Promise<Enveloped> {
  const file = readCapped(path, how.limits.fileBytes);
  if (file.kind !== 'bytes') return file;
  const opened = await openEnvelope(file.bytes, how.codec, how.limits.contentBytes);
  if (opened.kind !== 'content') return { kind: 'corrupt', why: opened.why };
  const { envelope } = opened;
  if (envelope.kind === 'headed' && envelope.format !== HEADER_FORMAT) {
    return { kind: 'corrupt', why: `its header has format ${String(envelope.format)}, and only 1 is understood` };
  }
  const parsed = parseObject(opened.content);
  return parsed.kind === 'read' ? { ...parsed, envelope } : parsed;
}

function parseObject(bytes: Uint8Array): { kind: 'read'; value: JsonObject } | { kind: 'corrupt'; why: string } {
  const parsed = parseExact(bytes);
  if (parsed.kind === 'malformed') return { kind: 'corrupt', why: parsed.why };
  return isObject(parsed.value)
    ? { kind: 'read', value: parsed.value }
    : { kind: 'corrupt', why: 'it holds no JSON object' };
}

type Bytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'corrupt'; readonly why: string };

function readCapped(path: string, maxBytes: number): Bytes {
  try {
    const entry = ifPresent(look(path));
    if (entry === undefined) return { kind: 'absent' };
    if (!entry.isFile()) return { kind: 'corrupt', why: 'not a regular file' };
    // The size is asked of the opened file: the name may stand for another one by now.
    const file = openSync(path, constants.O_RDONLY);
    try {
      const { size } = fstatSync(file);
      if (size > maxBytes)
        return { kind: 'corrupt', why: `${String(size)} bytes, more than the ${String(maxBytes)} that are read` };
      return { kind: 'bytes', bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    return { kind: 'corrupt', why: messageOf(thrown) };
  }
}
