import type { SitePath } from '../core/paths.ts';
import { type Register } from '../place/register.ts';
export interface Swap {
    /** Site root, absolute. */
    readonly site: string;
    /** Where the new trees lie, absolute, on the disk of the site. */
    readonly folder: string;
    /** An empty folder for the old ones, absolute, on the same disk. */
    readonly aside: string;
    /** Folders or files, as site paths, none inside another. One that the new tree does not hold goes without a successor. */
    readonly roots: readonly SitePath[];
    /** Where the new and the old tree of a root lie whose place is on another disk than the site, both absolute. */
    readonly elsewhere?: ReadonlyMap<SitePath, {
        readonly fresh: string;
        readonly old: string;
    }>;
}
/**
 * Replaces the trees in the site by those in the staging folder, each by one rename. The site has all of the old ones or
 * all of the new ones: what fails is taken back, and what is killed is taken back by `recoverSwap`. A link that stands for
 * one of them stays, and what it leads to is replaced.
 */
export declare function swapTrees({ site, folder, aside, roots, elsewhere }: Swap): void;
/** Takes back a swap whose process was killed in the middle of it. Throws while one is under way. */
export declare function recoverSwap(register: Register): void;
