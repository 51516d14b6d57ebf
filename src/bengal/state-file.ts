import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZstdCodec } from '../compression/codec.ts';
import { field, type JsonObject } from '../core/json.ts';
import { isObject } from '../core/json.ts';
import { messageOf } from '../core/result.ts';
import { openEnvelope, type Envelope } from './envelope.ts';
import { parseLossless } from './lossless-json.ts';

/** One file of the state, read as far as it can be. */
export type StateFile =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly value: JsonObject;
      readonly envelope: Envelope;
      readonly mtimeNs: bigint;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'corrupt'; readonly path: string; readonly why: string };

export interface SizeLimits {
  /** Largest file that is read at all, in bytes. */
  readonly fileBytes: number;
  /** Largest content after decompression, in bytes. */
  readonly contentBytes: number;
}

/**
 * A 629-page site has 48 MB in its largest state file. 256 MiB of JSON still parse within Node's default heap; V8 ends
 * the process, uncatchably, somewhere above, so larger files are refused before they are read.
 */
export const DEFAULT_LIMITS: SizeLimits = { fileBytes: 256 * 1024 * 1024, contentBytes: 256 * 1024 * 1024 };

export interface StateReader {
  /** Reads a JSON object below `.bengal`; `name` without `.zst`. Tries `name.zst` first, then `name`, as Bengal does. */
  read(name: string): Promise<StateFile>;
}

export function stateReader(folder: string, codec: ZstdCodec, limits: SizeLimits = DEFAULT_LIMITS): StateReader {
  return {
    async read(name) {
      const compressed = await readStateFile(folder, `${name}.zst`, { codec, limits });
      return compressed.kind === 'absent' ? readStateFile(folder, name, { codec, limits }) : compressed;
    },
  };
}

async function readStateFile(
  folder: string,
  name: string,
  options: { codec: ZstdCodec; limits: SizeLimits },
): Promise<StateFile> {
  const { codec, limits } = options;
  try {
    const stat = lstatSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'absent' };
    if (!stat.isFile()) return { kind: 'corrupt', path: name, why: 'not a regular file' };
    if (stat.size > limits.fileBytes)
      return {
        kind: 'corrupt',
        path: name,
        why: `${String(stat.size)} bytes, more than the ${String(limits.fileBytes)} that are read`,
      };
    const opened = await openEnvelope(readFileSync(join(folder, name)), codec, limits.contentBytes);
    if (opened.kind !== 'content') return { kind: 'corrupt', path: name, why: opened.why };
    const parsed = parseLossless(opened.content);
    if (parsed.kind === 'malformed') return { kind: 'corrupt', path: name, why: parsed.why };
    if (!isObject(parsed.value)) return { kind: 'corrupt', path: name, why: 'no JSON object' };
    return { kind: 'read', path: name, value: parsed.value, envelope: opened.envelope, mtimeNs: stat.mtimeNs };
  } catch (thrown) {
    return { kind: 'corrupt', path: name, why: messageOf(thrown) };
  }
}

/** A field of a file that may be absent or corrupt. */
export function fieldOf(file: StateFile, key: string): ReturnType<typeof field> {
  return file.kind === 'read' ? field(file.value, key) : undefined;
}
