import type { Variables } from '../config/environment.ts';
import type { GitHash } from '../core/digest.ts';
/** What git knows of files without reading them. */
export type GitTree = {
    readonly kind: 'read';
    readonly algorithm: GitHash;
    /** Path relative to the site -> blob id, only of files that hold the stored bytes, unconverted and unedited. */
    readonly ids: ReadonlyMap<string, string>;
    /** When git last noted how files look, in nanoseconds since 1970. What was touched later may have been edited. */
    readonly indexedNs: bigint;
}
/** Nothing that git says can be relied upon; the files have to be read. */
 | {
    readonly kind: 'unusable';
    readonly why: string;
};
export interface GitTreeOptions {
    /** Site root, absolute. */
    readonly site: string;
    /** Files and folders to ask for, relative to the site; `../` leads to the rest of the repository. */
    readonly paths: readonly string[];
    readonly variables: Variables;
    readonly timeoutMs?: number;
}
/**
 * Asks the index of the repository that the site lies in, which is as good as reading every file, and much faster. Where
 * git has to look into a file itself, it must not run the filters that the repository names; submodules are left alone.
 */
export declare function readGitTree(options: GitTreeOptions): GitTree;
