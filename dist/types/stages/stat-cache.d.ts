import type { FileStat } from '../disk/file-stat.ts';
import { type Sha256 } from '../core/digest.ts';
import type { SitePath } from '../core/paths.ts';
import type { FileRecord } from './file-record.ts';
/** The moment at which a look began, on the clock of the disk that holds the cache. */
export interface Beginning {
    readonly device: bigint;
    readonly nanoseconds: bigint;
}
/** Device, inode, mode, size, and the times of modification and change in nanoseconds. */
export type Mark = readonly bigint[];
/**
 * The marks of a path as it was before it was read. Something that changed in the very tick in which the look began could
 * change once more without showing it, and the clock of another disk may run apart: neither ever counts as unchanged.
 */
export declare function markOf(stat: FileStat | undefined, beginning: Beginning): Mark;
/** What a look found: sorted files, and the folders that were listed for it. */
export interface Look {
    /** What was looked for and where. */
    readonly question: string;
    /** Digest of the list of files. */
    readonly digest: Sha256;
    readonly files: readonly FileRecord[];
    /** Of the files, in their order. */
    readonly marks: readonly Mark[];
    readonly folders: readonly {
        readonly path: string;
        readonly mark: Mark;
    }[];
}
/**
 * Digests from an earlier look, with the marks by which the system shows that a file has not been written to since. An
 * aid to speed for one machine: where a mark differs, and on any other machine all of them do, the file is read again.
 */
export declare class StatCache {
    #private;
    readonly digest: Sha256;
    readonly paths: readonly SitePath[];
    readonly folders: readonly string[];
    constructor(parts: Parts);
    /** Whether a search would find the same files: no folder has been changed, and nothing that was missing has come. */
    listingHolds(root: string): boolean;
    /** Indexes of the files that have to be read again. */
    staleFiles(root: string): number[];
    record(index: number): FileRecord;
    mark(index: number): Mark;
}
export declare function lookAt(root: string, path: string): FileStat | undefined;
interface Parts {
    readonly digest: Sha256;
    readonly paths: readonly SitePath[];
    readonly folders: readonly string[];
    readonly kinds: Uint8Array;
    readonly digests: Buffer;
    readonly marks: BigUint64Array;
}
/** Title, digest of what follows, length of the names, names as JSON, then one column after the other. */
export declare function encodeLook(look: Look): Buffer;
/** `undefined` for anything but the whole answer to this very question: then everything is read again. */
export declare function decodeLook(bytes: Buffer, question: string): StatCache | undefined;
export {};
