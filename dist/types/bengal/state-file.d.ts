import { type JsonValue } from '../core/json.ts';
import { type CacheFile, type PlainFile } from './cache-file.ts';
import { type SizeLimits } from './size-limits.ts';
/** One file of the state, read as far as it can be. */
export type StateFile = CacheFile | PlainFile;
export interface StateReader {
    /** Reads `<name>.json.zst`, or `<name>.json` where that is absent, as Bengal does. */
    compressed(name: string): Promise<CacheFile>;
    /** Reads a file that Bengal never compresses. */
    plain(name: string): PlainFile;
}
export declare function stateReader(folder: string, limits?: SizeLimits): StateReader;
/** A field of a file that may be absent or corrupt. */
export declare function fieldOf(file: StateFile, key: string): JsonValue | undefined;
