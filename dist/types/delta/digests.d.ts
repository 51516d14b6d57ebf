import type { Sha256 } from '../core/digest.ts';
/** What one output holds. */
export interface OutputDigest {
    readonly sha256: Sha256;
    /** Bytes. */
    readonly size: number;
}
/** Path below the output folder -> what it holds; `unknown`: something lies there, and nobody knows what. */
export type OutputDigests = ReadonlyMap<string, OutputDigest | 'unknown'>;
/** Paths below the output folder, each list in code-unit order. */
export interface Differences {
    readonly added: readonly string[];
    /** Other bytes than before, or nobody knows which there were. */
    readonly changed: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
}
/** What differs between two outputs, byte for byte. */
export declare function compareDigests(before: OutputDigests, after: OutputDigests): Differences;
