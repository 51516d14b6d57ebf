import type { SitePath } from '../core/paths.ts';
import type { FileStat } from '../disk/file-stat.ts';
import type { Glob } from './glob.ts';
/** A file of which nobody can say what it holds; whoever decides something must assume the worst. */
export interface FileDoubt {
    readonly path: string;
    readonly why: string;
}
export interface FoundFile {
    readonly path: SitePath;
    readonly kind: 'file' | 'link';
}
/** A folder that was listed, or a path that was looked for: while it stays as it was, the same files are found again. */
export interface LookedAt {
    /** Relative to the root, with `/`; empty for the root itself. */
    readonly path: string;
    /** From before it was listed; `undefined`: not there. */
    readonly stat: FileStat | undefined;
}
export interface FoundFiles {
    /** In code-unit order of their paths. */
    readonly files: readonly FoundFile[];
    readonly lookedAt: readonly LookedAt[];
    readonly doubts: readonly FileDoubt[];
}
/**
 * Every file below `root` that belongs to the set. Symbolic links are named, not followed: they could lead out of the
 * tree or around in a circle. Independent of the order in which the disk lists names.
 */
export declare function findFiles(root: string, glob: Glob): FoundFiles;
