import { type JsonObject } from '../core/json.ts';
import { type Envelope, type PythonMinor } from './envelope.ts';
import { type SizeLimits } from './size-limits.ts';
/** What `readCacheFile` found. */
export type CacheFile = {
    readonly kind: 'read';
    /** File name that was read, with its suffix. */
    readonly path: string;
    /** Integers beyond 2^53 are exact: see `asInteger`. */
    readonly value: JsonObject;
    readonly envelope: Envelope;
    /** Read from the plain `.json` that Bengal wrote before 0.1.5, because there is no `.json.zst`. */
    readonly twin: boolean;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'corrupt';
    readonly path: string;
    readonly why: string;
};
export type PlainFile = Exclude<CacheFile, {
    kind: 'read';
}> | {
    readonly kind: 'read';
    readonly value: JsonObject;
};
/**
 * Reads `<name>.json.zst` in a folder, or `<name>.json` when there is no such file. Takes no lock. Never throws for what
 * is on disk; a file above the limits is refused before memory is allocated for it. A damaged `.json.zst` is corrupt even
 * when an old twin lies beside it: the twin is older, and nobody knows by how much.
 */
export declare function readCacheFile(folder: string, name: string, limits?: SizeLimits): Promise<CacheFile>;
/** Reads a plain JSON object: `stores/*.json` and their like. Otherwise as `readCacheFile`. */
export declare function readPlainFile(folder: string, path: string, limits?: SizeLimits): PlainFile;
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
export declare function writeCacheFile({ folder, name, value, python }: WriteCacheFileOptions): Promise<void>;
/** The bytes of a `.json.zst` file. */
export declare function encodeCacheFile(value: JsonObject, python: PythonMinor): Promise<Uint8Array>;
