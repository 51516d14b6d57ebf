import { Transform, type Duplex } from 'node:stream';
/**
 * A stream that makes one zstd frame of what it is fed; with a checksum where Node has zstd, stored where it has not.
 *
 * @param bytes How much it will be fed at least, about: the whole of it is searched for repetitions.
 */
export declare function createCompressor(bytes: number): Duplex;
/** Streams that decode exactly one frame, to be piped into each other, and fail on whatever else there is. */
export declare function createDecompressor(): readonly Duplex[];
export declare function storingCompressor(): Transform;
/** Decodes with the JavaScript library, which takes more than one frame, any size and any checksum: those are ours to check. */
export declare function portableDecompressor(): Transform;
