/**
 * Walks zstd frames without decoding them (format: RFC 8878). It answers, before a byte is allocated, how large the
 * content can be at most and whether the bytes are whole: neither codec tells that reliably. `@mongodb-js/zstd` returns
 * partial data for a truncated frame and has no output limit; Node's stops after the first frame.
 */
export interface ZstdFrame {
    /** Byte offsets within the walked bytes. */
    readonly start: number;
    readonly end: number;
    /** Byte offsets of the header of the last block, and of what follows that block. */
    readonly lastBlock: number;
    readonly blocksEnd: number;
    /** Size that the header declares, when it does. */
    readonly contentSize: number | undefined;
    /** Upper bound of the content size, from the block headers. */
    readonly maxContentSize: number;
    /** Low 32 bits of the content's XXH64, when the frame ends with them. */
    readonly checksum: number | undefined;
}
export type Frames = {
    readonly kind: 'frames';
    readonly frames: readonly ZstdFrame[];
} | {
    readonly kind: 'malformed';
    readonly why: string;
};
export declare const FRAME_MAGIC = 4247762216;
/** Why bytes are no frame that we decode. Thrown inside `compression/` only. */
export declare class Malformed extends Error {
}
/** Every data frame in order. Skippable frames are passed over; anything else between or after frames is malformed. */
export declare function walkFrames(bytes: Uint8Array): Frames;
export interface FrameHeader {
    /** Length of the header, the magic number included. */
    readonly bytes: number;
    readonly contentSize: number | undefined;
    /** Whether four bytes of checksum follow the last block. */
    readonly checksum: boolean;
}
/** Longest header: magic number, descriptor, window, four bytes of dictionary and eight of size. */
export declare const LONGEST_FRAME_HEADER = 18;
/** Reads the header of the frame that starts at `start`. Refuses what needs a dictionary or absurdly much memory. */
export declare function readFrameHeader(view: DataView, start: number): FrameHeader;
/** Little-endian unsigned integer of 0 to 8 bytes. */
export declare function readUint(view: DataView, offset: number, bytes: number): number;
