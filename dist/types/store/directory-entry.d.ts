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
/** Copies a file, streaming, and digests what passed. `to` is replaced. */
export declare function copyDigesting(from: string, to: string): Promise<{
    bytes: number;
    sha256: Sha256;
}>;
