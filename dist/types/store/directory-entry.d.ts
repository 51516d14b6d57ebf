import type { Sha256 } from '../core/digest.ts';
/** What an entry says about itself, in `meta.json` beside its file. */
export interface EntryMetadata {
    readonly version: 1;
    readonly key: string;
    /** Microseconds since 1970. */
    readonly created: number;
    readonly bytes: number;
    readonly sha256: Sha256;
}
export type EntryLookup = {
    readonly kind: 'present';
    readonly metadata: EntryMetadata;
    readonly folder: string;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'damaged';
    readonly why: string;
};
export declare const ENTRY_FILE = "entry";
export declare const METADATA_FILE = "meta.json";
/** Keys may hold any character and be too long for a file name, so their digest names the folder. */
export declare function folderNameFor(key: string): string;
export declare function isFolderName(name: string): boolean;
export declare function readEntry(folder: string): Promise<EntryLookup>;
export interface CopyRequest {
    readonly from: string;
    /** Replaced when it exists. */
    readonly to: string;
    /** Size in bytes as told; of a larger file one byte more is copied. */
    readonly bytes?: number;
    readonly signal: AbortSignal | undefined;
}
/** Copies a regular file, streaming, and digests what passed. */
export declare function copyDigesting(request: CopyRequest): Promise<{
    bytes: number;
    sha256: Sha256;
}>;
