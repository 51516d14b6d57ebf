/**
 * Writes `source` to `file` as exactly one zstd frame with a checksum.
 *
 * Every block is awaited before the next and before the end. When the end is announced while a block is still waiting,
 * Node finishes the frame with that block and then finishes once more, which appends a second, empty frame; our strict
 * reader would take that for trailing garbage. Fixed blocks also make the bytes independent of timing.
 *
 * @param options `bytes`: about how much `source` yields.
 */
export declare function compressTo(file: string, source: AsyncIterable<Uint8Array>, { bytes }: {
    readonly bytes: number;
}): Promise<void>;
