import { type JsonValue } from '../core/json.ts';
/** What Bengal noted about a file when it last used it. */
export interface RecordedFingerprint {
    /** Modification time in nanoseconds since 1970; absent before Bengal 0.3.3. */
    readonly mtimeNs: bigint | undefined;
    /** Modification time in seconds. */
    readonly mtime: number | undefined;
    /** Bytes. */
    readonly size: number | undefined;
    /** SHA-256 in hexadecimal: 64 digits, or the first 16. */
    readonly hash: string | undefined;
}
/** Reads `{mtime, mtime_ns, size, hash}`, or the bare hash of old asset tables. */
export declare function readFingerprint(value: JsonValue): RecordedFingerprint;
/** A hexadecimal digest long enough to compare; anything else says nothing. */
export declare function asHash(value: string | undefined): string | undefined;
