import type { ZstdCodec } from './codec.ts';
/**
 * For Node before 22.15 where the addon is not to be had either: reads zstd in JavaScript, and writes frames that every
 * reader takes but that compress nothing. Always there; the last resort.
 */
export declare function portableCodec(): ZstdCodec;
/** The part of an XXH64 that frames hold. */
export declare function lowBits(hash: bigint): number;
/** Raw blocks of `content`; with `last`, the final one is marked as the frame's last. */
export declare function storedBlocks(content: Uint8Array, last: boolean): Uint8Array[];
/** What starts a frame whose size is not known yet: a window of 128 KiB, no content size, no checksum. */
export declare const OPEN_FRAME_HEADER: Uint8Array;
