import { type SitePath } from '../core/paths.ts';
/** The output of a site, and what of it is known to be output. */
export interface OutputTree {
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    /** Files that a manifest recorded as output, below the output folder. Nothing else is touched. */
    readonly recorded: Iterable<string>;
    /** Folders and files that somebody wrote, relative to the site. An output that holds one of them is left alone. */
    readonly sources: Iterable<string>;
    /** Recorded files that are not what was recorded: they are removed, so that no build takes them over. */
    readonly damaged?: ReadonlySet<string>;
    /** Files below the output folder that somebody wrote all the same, such as those that the repository keeps. */
    readonly authored: ReadonlySet<string>;
}
/** Where recorded outputs go: nowhere, or under the same names into a folder of ours on the same disk. */
export type Destination = {
    readonly kind: 'removed';
} | {
    readonly kind: 'kept';
    readonly folder: string;
};
export type SetAside = {
    readonly kind: 'done';
    /** Files that are not where they were. */
    readonly files: number;
    /** What lies in the output still, below the output folder: not recorded, authored, or no regular file. */
    readonly left: readonly string[];
}
/** Nothing was touched. */
 | {
    readonly kind: 'refused';
    readonly why: string;
}
/** The disk refused in the middle of it; what had been set aside was put back, what had been removed is gone. */
 | {
    readonly kind: 'failed';
    readonly why: string;
};
/**
 * Takes the recorded outputs away before a build that makes all of them anew, file by file, and then the folders that this
 * left empty. Never a folder as a whole, never through a link, never what nobody recorded. The output folder itself stays
 * where a link stands for it: a build cannot make a folder behind a link that leads nowhere.
 */
export declare function setAsideOutput(tree: OutputTree, destination: Destination): SetAside;
/** Why an output is no folder for outputs alone; `undefined` when it is, as far as anybody can tell. */
export declare function findOverlap({ site, outputDir, sources, }: Pick<OutputTree, 'site' | 'outputDir' | 'sources'>): string | undefined;
export interface PutBack {
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    /** Where the output was set aside, absolute. */
    readonly folder: string;
    /** Only these come back, below the output folder. */
    readonly recorded: Iterable<string>;
}
export type PutBackOutcome = {
    readonly kind: 'done';
    /** Files that are in their place again. */
    readonly files: number;
    /** Files that stayed aside: something stands in their place, or nobody recorded them. */
    readonly left: number;
} | {
    readonly kind: 'failed';
    readonly why: string;
};
/** Puts an output back that was set aside for a build that never ran. What stands in its place by now stays. */
export declare function restoreOutput({ site, outputDir, folder, recorded }: PutBack): PutBackOutcome;
/** Removes what was set aside: regular files and the folders above them, nothing else. Answers whether all of it is gone. */
export declare function discardOutput(folder: string): boolean;
