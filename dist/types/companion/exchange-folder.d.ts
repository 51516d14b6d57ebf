import type { SitePath } from '../core/paths.ts';
/**
 * Folder of the site in which we and our companion in the build leave things for each other. It lies beside the output,
 * on the same disk, so that kept files need no copy; it never travels.
 */
export declare const EXCHANGE_FOLDER: SitePath;
export interface ExchangePaths {
    /** What the build may keep, written before it. */
    readonly plan: string;
    /** What the build did, written by the companion. */
    readonly journal: string;
    /** The last build's output, set aside. */
    readonly previous: string;
    /** The variables that the build needs, for a shell. */
    readonly environment: string;
}
/** Absolute paths below a site root. */
export declare function exchangePaths(site: string): ExchangePaths;
/** The trace below the site: what each rendering of the last build read. */
export declare const TRACE_PATH: SitePath;
