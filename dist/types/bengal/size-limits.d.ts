export interface SizeLimits {
    /** Largest file that is read at all, in bytes. */
    readonly fileBytes: number;
    /** Largest content after decompression, in bytes. */
    readonly contentBytes: number;
}
/**
 * A 629-page site has 48 MB in its largest state file. 256 MiB of JSON still parse within Node's default heap; V8 ends
 * the process, uncatchably, somewhere above, so larger files are refused before they are read.
 */
export declare const DEFAULT_LIMITS: SizeLimits;
