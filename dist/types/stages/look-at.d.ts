import type { FileStat } from '../disk/file-stat.ts';
/**
 * What stands at a path, without following a link; `undefined` when nothing does, or nobody can tell: a part of the path
 * may be a file, or closed to us. Whoever goes on to read it then gets the reason.
 */
export declare function lookAtPath(path: string): FileStat | undefined;
