import { field, type JsonValue } from '../core/json.ts';
import { readCacheFile, readPlainFile, type CacheFile, type PlainFile } from './cache-file.ts';
import { DEFAULT_LIMITS, type SizeLimits } from './size-limits.ts';

/** One file of the state, read as far as it can be. */
export type StateFile = CacheFile | PlainFile;

export interface StateReader {
  /** Reads `<name>.json.zst`, or `<name>.json` where that is absent, as Bengal does. */
  compressed(name: string): Promise<CacheFile>;
  /** Reads a file that Bengal never compresses. */
  plain(name: string): PlainFile;
}

export function stateReader(folder: string, limits: SizeLimits = DEFAULT_LIMITS): StateReader {
  return {
    compressed: (name) => readCacheFile(folder, name, limits),
    plain: (name) => readPlainFile(folder, name, limits),
  };
}

/** A field of a file that may be absent or corrupt. */
export function fieldOf(file: StateFile, key: string): JsonValue | undefined {
  return file.kind === 'read' ? field(file.value, key) : undefined;
}
