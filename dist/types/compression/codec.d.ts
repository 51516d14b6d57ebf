/** A zstd implementation: one frame at a time, no policy. `decompress.ts` adds the limits and checks. */
export interface ZstdCodec {
    readonly name: '@mongodb-js/zstd' | 'node:zlib' | 'fzstd';
    /** Whether `decompressFrame` keeps to `maxBytes` by itself. The addon cannot be told a limit. */
    readonly boundsOutput: boolean;
    /** One frame with its content size in the header. */
    compress(content: Uint8Array, level: number): Promise<Uint8Array>;
    /** Decodes exactly one whole frame; rejects when the bytes are no valid frame. */
    decompressFrame(frame: Uint8Array, maxBytes: number): Promise<Uint8Array>;
}
