export interface Kept {
    /** Site root, absolute. */
    readonly site: string;
    /** The staged tree, absolute, on the disk of the site. */
    readonly folder: string;
    /** What is put into place as a whole, as site paths. */
    readonly roots: readonly string[];
    /** Staged files, as site paths; those that lie in one of the roots are meant. */
    readonly paths: readonly string[];
}
/**
 * Puts files of the site in the place of staged ones that hold the same bytes, under a second name: then they come
 * through the swap as they are, with their times. Answers how many. What shares its bytes with a third name, can be
 * executed or claims to be from the future is not kept.
 */
export declare function keepIdentical({ folder, ...kept }: Kept): number;
/** Moves staged files to where the site has nothing; what is there stays. Answers how many were moved. */
export declare function fillIn({ folder, ...kept }: Kept): number;
export interface CarryOver extends Pick<Kept, 'site' | 'folder'> {
    /** The tree that is to be replaced, as a site path. */
    readonly root: string;
    /** Files below it. */
    readonly paths: Iterable<string>;
}
/** Lets files of the site stand in the staged tree as well, whatever it holds there, so that they are there after the swap. */
export declare function carryOver({ site, folder, root, paths }: CarryOver): void;
