/**
 * Follows the bytes of exactly one frame as they pass, whatever pieces they come in, for a decoder that takes anything.
 * The same refusals as `walkFrames`, and none of its need for the whole.
 */
export declare class FrameScanner {
    #private;
    /** Throws on the first byte that cannot belong to the one frame. */
    push(chunk: Uint8Array): void;
    /** Call after the last byte. The checksum is that of the frame, to be compared by whoever saw the content. */
    end(): {
        readonly contentSize: number | undefined;
        readonly checksum: number | undefined;
    };
}
