import type { ZstdCodec } from '../compression/codec.ts';
import { field, type JsonObject } from '../core/json.ts';
import { type Envelope } from './envelope.ts';
/** One file of the state, read as far as it can be. */
export type StateFile = {
    readonly kind: 'read';
    readonly path: string;
    readonly value: JsonObject;
    readonly envelope: Envelope;
    readonly mtimeNs: bigint;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'corrupt';
    readonly path: string;
    readonly why: string;
};
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
export declare const DEFAULT_LIMITS: SizeLimits;
export interface StateReader {
    /** Reads a JSON object below `.bengal`; `name` without `.zst`. Tries `name.zst` first, then `name`, as Bengal does. */
    read(name: string): Promise<StateFile>;
}
export declare function stateReader(folder: string, codec: ZstdCodec, limits?: SizeLimits): StateReader;
/** A field of a file that may be absent or corrupt. */
export declare function fieldOf(file: StateFile, key: string): ReturnType<typeof field>;
