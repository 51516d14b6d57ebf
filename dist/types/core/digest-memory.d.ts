import type { Sha256 } from './digest.ts';
/** What the disk says of a file. */
export interface FileFacts {
    readonly dev: bigint;
    readonly ino: bigint;
    /** Bytes. */
    readonly size: bigint;
    /** Nanoseconds since 1970. */
    readonly mtimeNs: bigint;
    readonly ctimeNs: bigint;
}
/**
 * Digests of files that this process has read, so that whoever comes later need not read them again. A file counts as the
 * one that was read while its place on the disk, its size and both its times are the same; the time of change cannot be
 * set by anybody. It belongs to whoever makes it and is handed on as a value.
 */
export interface DigestMemory {
    /** The digest of the file with these facts; `digest` reads the file where nobody has. */
    readonly recall: (stat: FileFacts, digest: () => Sha256) => Sha256;
}
/** @param now Nanoseconds since 1970. */
export declare function digestMemory(now?: () => bigint): DigestMemory;
/** Remembers nothing. */
export declare const NO_MEMORY: DigestMemory;
