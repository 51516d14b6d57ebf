import { type SiteLayout } from './layout.ts';
export interface WalkedSources {
    /** Site paths of every source, those behind links under the links' names, as Bengal sees them. */
    readonly paths: string[];
    /** Every symbolic link, as a site path. */
    readonly links: string[];
    /** Links that were not followed: they lead out of the checkout, nowhere, in a circle, or to what a build writes. */
    readonly unfollowed: string[];
    /** Site path -> where the file really lies, for those behind links. */
    readonly behindLinks: ReadonlyMap<string, string>;
}
/** Every regular file in the source folders, and behind links there that stay within the checkout: Bengal follows them. */
export declare function walkSources(site: string, layout: SiteLayout): WalkedSources;
