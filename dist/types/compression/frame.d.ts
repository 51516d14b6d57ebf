/**
 * Walks zstd frames without decoding them (format: RFC 8878). It answers, before a byte is allocated, how large the
 * content can be at most and whether the bytes are whole: neither codec tells that reliably. `@mongodb-js/zstd` returns
 * partial data for a truncated frame and has no output limit; Node's stops after the first frame.
 */
export interface ZstdFrame {
    /** Byte offsets within the walked bytes. */
    readonly start: number;
    readonly end: number;
    /** Size that the header declares, when it does. */
    readonly contentSize: number | undefined;
    /** Upper bound of the content size, from the block headers. */
    readonly maxContentSize: number;
}
export type Frames = {
    readonly kind: 'frames';
    readonly frames: readonly ZstdFrame[];
} | {
    readonly kind: 'malformed';
    readonly why: string;
};
/** Every data frame in order. Skippable frames are passed over; anything else between or after frames is malformed. */
export declare function walkFrames(bytes: Uint8Array): Frames;
