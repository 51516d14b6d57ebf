/** One line of the table of what travels in a cache. The first rule that matches a path decides. */
export interface CachedPathRule {
    /** Pattern for people. `OUTPUT` and `PATH` stand for the output directory and the paths that a user adds. */
    readonly path: string;
    /** The same for the program; asked of site paths. */
    readonly matches: RegExp;
    readonly cached: boolean;
    /** A sentence for people. */
    readonly why: string;
}
export declare const CACHED_PATHS: readonly CachedPathRule[];
/** Whether a file is a compiled template, which travels only where the workflow or a signature vouches for it. */
export declare function isCompiledTemplate(path: string): boolean;
/**
 * Whether a file may go into a cache, and may come out of one. Asked of site paths below `.bengal`, the output directory
 * or a path that the user added; where else a path lies is not judged here.
 */
export declare function isCacheable(path: string): boolean;
/**
 * Why a path that a user wants cached besides the state and the output cannot be; `undefined` when it can. It is known
 * to lie inside the site, and outside of the state and the output.
 */
export declare function findExtraPathProblem(path: string): string | undefined;
