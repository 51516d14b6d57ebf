/** A folder of our own on the site's disk, so that what is made in it can be moved into place by a rename. */
export interface Staging {
    /** Absolute; holds nothing at first. */
    readonly folder: string;
    /** Absolute path for the archive file. */
    readonly archive: string;
    /** Absolute path of a folder for what is moved out of the way. */
    readonly aside: string;
    remove(): void;
}
/**
 * Opens a staging folder in the site, after clearing up what processes that were killed left there: half of a swap is
 * taken back, and their folders go. A folder that is merely called so came with the repository, and stays.
 */
export declare function openStaging(site: string): Staging;
