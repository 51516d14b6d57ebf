import type { PatternSet } from './pattern.ts';
/** A set of patterns below one root, ready to be asked. Paths are absolute, as the system writes them. */
export interface Glob {
    /** The longest plain paths before the first special character: where a search has to begin. */
    readonly starts: readonly string[];
    /** Whether a file at this path belongs to the set. */
    matches(path: string): boolean;
    /** Whether a file below this folder may belong to the set. */
    mayHold(folder: string): boolean;
    /** Whether the n-th pattern names this path, whatever the others say. */
    names(index: number, path: string): boolean;
}
/**
 * Patterns as `@actions/glob` understands them, with our own walk: the library's walk asks the disk about one file at a
 * time, enters every folder, and prints debug commands to standard output, where the result of our command line belongs.
 */
export declare function openGlob(root: string, patterns: PatternSet): Promise<Glob>;
/** A path as a pattern in which no character is special. On Windows a backslash separates and cannot escape. */
export declare function escapePath(path: string): string;
