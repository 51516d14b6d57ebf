import { type SitePath } from '../core/paths.ts';
/**
 * A file as the state names it, freed from the machine that wrote it. Bengal records the same file now relative to the
 * site, now absolute; a checkout elsewhere, or another virtual environment, must not turn it into another file.
 */
export type FileRef = 
/** Below the site root. */
{
    readonly where: 'site';
    readonly path: SitePath;
}
/** In an installed Python package: `bengal/themes/default/templates/base.html`. */
 | {
    readonly where: 'package';
    readonly path: string;
    readonly recorded: string;
}
/** Anywhere else: an absolute path, or one relative to the site root's parent that climbs no further. */
 | {
    readonly where: 'elsewhere';
    readonly recorded: string;
};
/** Reads paths of a state that was written for a site at one of `siteRoots` (absolute, POSIX), the likeliest first. */
export declare function fileRefReader(...siteRoots: readonly string[]): (recorded: string) => FileRef;
/** A distinct name for each file: site paths are relative, all others are not. */
export declare function nameOfRef(ref: FileRef): string;
/**
 * The root of the checkout that wrote the state. Bengal records it nowhere, but it stands before the same page key in
 * absolute form: `/home/runner/work/site` in `/home/runner/work/site/content/a.md`. The most frequent answer wins.
 */
export declare function findRecordedRoot(absolutePaths: Iterable<string>, pageKeys: ReadonlySet<string>): string | undefined;
/** Every such root, the most frequent first: Bengal forgets nothing, so a site that was built in two places has two. */
export declare function findRecordedRoots(absolutePaths: Iterable<string>, pageKeys: ReadonlySet<string>): string[];
/** True for a file of an installed package of this name. */
export declare function belongsToPackage(ref: FileRef, name: string): boolean;
