/** POSIX path relative to the site root, without `.`, `..`, a leading slash or an empty segment. */
export type SitePath = string & {
    readonly __brand: 'SitePath';
};
/** Backslashes become slashes, as Bengal stores paths. */
export declare function toPosix(path: string): string;
/** True for `/a`, `C:/a` and `//server/share` in POSIX spelling. */
export declare function isAbsolutePosix(path: string): boolean;
/**
 * A relative path that stays below its root, in normal form; `undefined` for anything else (absolute, climbing out,
 * empty, or with a NUL). Never throws: the path may come from a hostile file.
 */
export declare function sitePath(path: string): SitePath | undefined;
/** The path of `path` below `root` (both absolute, POSIX), or `undefined` when it lies elsewhere. */
export declare function below(root: string, path: string): SitePath | undefined;
/** `folder` itself or anything below it. */
export declare function isWithin(folder: string, path: string): boolean;
/** Folders of a site that hold what its author wrote, and the repository's own: nothing that is built lies there. */
export declare const AUTHORED_FOLDERS: readonly string[];
