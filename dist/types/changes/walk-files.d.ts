import type { SitePath } from '../core/paths.ts';
/**
 * Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
 * they could lead out of the site or around in a circle. `skip` leaves out whole folders.
 */
export declare function walkFiles(root: string, start: string, skip?: (path: string) => boolean): SitePath[];
