import { type Sha256 } from '../core/digest.ts';
import { type JsonObject, type JsonValue } from '../core/json.ts';
export interface FingerprintValues {
    /** Seconds since 1970, as Python's `st_mtime`. */
    readonly mtime: number;
    /** Nanoseconds since 1970, exact; absent in what Bengal before 0.3.3 wrote. */
    readonly mtimeNs?: bigint | undefined;
    /** Bytes. */
    readonly size: number;
    /** SHA-256, 64 hexadecimal digits; absent when nobody computed it. */
    readonly hash?: Sha256 | undefined;
}
/** What a stat says that fingerprints ask: `fs.statSync(path, { bigint: true })` has it exactly. */
export interface ExactStat {
    /** Nanoseconds since 1970. */
    readonly mtimeNs: bigint;
    /** Bytes. */
    readonly size: bigint | number;
}
/** What `fs.statSync(path)` says: a number of milliseconds, which leaves out the last three digits of the nanoseconds. */
export interface PlainStat {
    readonly mtimeMs: number;
    readonly size: number;
}
export type FingerprintStat = ExactStat | PlainStat;
/**
 * What Bengal notes about a file to see later whether it changed (`{mtime, mtime_ns, size, hash}` in
 * `file_fingerprints`, see `bengal/cache/build_cache/fingerprint.py` and `file_tracking.py`). Immutable.
 */
export declare class FileFingerprint implements FingerprintValues {
    #private;
    readonly mtime: number;
    readonly mtimeNs: bigint | undefined;
    readonly size: number;
    readonly hash: Sha256 | undefined;
    constructor({ mtime, mtimeNs, size, hash }: FingerprintValues);
    /**
     * The fingerprint of a file on disk. The time is taken before the content is read: a file that changes meanwhile will
     * look changed.
     *
     * @param options `hash: false` leaves the content unread.
     * @throws what the file system reports, e.g. `ENOENT`.
     */
    static fromPath(path: string, options?: {
        readonly hash?: boolean;
    }): FileFingerprint;
    static fromStat(stat: ExactStat, hash?: Sha256): FileFingerprint;
    /**
     * Reads an entry of `file_fingerprints`, the bare SHA-256 of the older `file_hashes`, or what `toJSON` gave. Missing
     * numbers are 0 as in Bengal: they match no file, and the hash decides. `undefined` for what is no entry.
     */
    static fromJSON(value: JsonValue | undefined): FileFingerprint | undefined;
    /**
     * Whether time and size are the recorded ones: then Bengal takes the file for unchanged. The nanoseconds decide where
     * both have them, else as many digits as there are.
     */
    matchesStat(stat: FingerprintStat): boolean;
    /**
     * This fingerprint with its hash, computed now where there was none.
     *
     * @throws Error when the file is no longer the one of the fingerprint: its hash would be another one's.
     * @throws what the file system reports.
     */
    withHash(path: string): FileFingerprint;
    /**
     * For `JSON.stringify`: `{mtime, mtime_ns, size, hash}`, the nanoseconds as a string of digits, since a JSON number
     * loses some of them in JavaScript. (`BuildCache` writes the integer that Bengal expects.)
     */
    toJSON(): JsonObject;
}
/** The entry that Bengal writes, for `stringifyExact`. */
export declare function fingerprintEntry({ mtime, mtimeNs, size, hash }: FingerprintValues): JsonObject;
/** Seconds as CPython makes them of nanoseconds (`posixmodule.c`, `fill_time`): the sum of two doubles, not a quotient. */
export declare function secondsOf(nanoseconds: bigint): number;
/**
 * SHA-256 of a file's bytes, read in pieces of 128 KiB.
 *
 * @throws what the file system reports.
 */
export declare function hashFileSync(path: string): Sha256;
