import type { ZstdCodec } from './codec.ts';
export type Decompressed = {
    readonly kind: 'content';
    readonly content: Uint8Array;
} | {
    readonly kind: 'malformed';
    readonly why: string;
} | {
    readonly kind: 'too-large';
    readonly why: string;
};
/** Level that Bengal and the zstd command line use. */
export declare const DEFAULT_LEVEL = 3;
/** The codec of this process: the addon where it loads, Node's own zstd elsewhere, and on an old Node one in JavaScript. */
export declare function loadCodec(): Promise<ZstdCodec>;
/**
 * Decodes all frames of `bytes`, strictly: truncated input, junk between or after frames and a content size other than
 * the declared one are malformed, and content that could exceed `maxBytes` is refused before anything is allocated.
 */
export declare function decompress(codec: ZstdCodec, bytes: Uint8Array, maxBytes: number): Promise<Decompressed>;
