/** What an archive may hold at most. All three are checked while unpacking, before the bytes reach the disk. */
export interface ArchiveLimits {
    /** Members, directories included. */
    readonly files: number;
    /** Bytes of all file contents together. */
    readonly bytes: number;
    /** Bytes of tar per byte of archive, counted beyond the first `RATIO_GRACE_BYTES`. */
    readonly ratio: number;
}
export declare const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits;
/** An archive this small once unpacked cannot hurt, whatever its ratio; without it tiny test sites could trip. */
export declare const RATIO_GRACE_BYTES: number;
