import type { SitePath } from '../core/paths.ts';
export interface WalkOptions {
    /** Leaves out whole folders. */
    readonly skip?: (path: string) => boolean;
    /** Asked before each name; the walk ends where it says no. */
    readonly mayGoOn?: () => boolean;
    /** Told of every symbolic link, `start` included. */
    readonly onLink?: (path: string) => void;
}
/**
 * Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
 * they could lead out of the site or around in a circle. Throws `DiskTrouble` for a folder that nobody may look into: what
 * is in it may matter.
 */
export declare function walkFiles(root: string, start: string, { skip, mayGoOn, onLink }?: WalkOptions): SitePath[];
