import type { SitePath } from '../core/paths.ts';
export interface WalkOptions {
    /** Leaves out whole folders. */
    readonly skip?: (path: string) => boolean;
    /** Told of every symbolic link, `start` included. */
    readonly onLink?: (path: string) => void;
}
/**
 * Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
 * they could lead out of the site or around in a circle.
 */
export declare function walkFiles(root: string, start: string, { skip, onLink }?: WalkOptions): SitePath[];
