/**
 * Where a folder or file of a site really lies. This module alone decides which symbolic links are followed: a repository
 * can hold any link, and whoever follows one without asking reads, packs, replaces or removes what is not the site's.
 */
export type Place = 
/** No link is on the way, and nothing says that something is there. */
{
    readonly kind: 'plain';
    readonly at: string;
}
/** It lies behind a link that may be followed. `at` has no link in it; the link itself is to stay as it is. */
 | {
    readonly kind: 'linked';
    readonly at: string;
}
/** Nothing is read, written or removed there. `why` is a sentence that names the link. */
 | {
    readonly kind: 'refused';
    readonly why: string;
};
/**
 * Where the output, the state or what else travels lies: a path whose folders stay within the site, links included. The
 * last name may be a link that leads anywhere in the checkout, but not to what somebody wrote.
 *
 * @param site Site root, absolute.
 * @param path Relative to the site root.
 */
export declare function resolvePlace(site: string, path: string): Place;
/**
 * Where a source of the site lies: links may lead anywhere in the checkout, since the checkout is what is built.
 * `undefined` for what lies elsewhere, or nowhere.
 */
export declare function resolveSource(site: string, path: string): string | undefined;
/** Whether a path that exists lies in the checkout of a site, when all links in it are followed. */
export declare function isInCheckout(site: string, path: string): boolean;
/** The nearest folder at or above the site that is a checkout of git's; the site itself where there is none. */
export declare function checkoutOf(site: string): string;
/** A path without links, whether something is there or not; `undefined` for a circle and what nobody may look into. */
export declare function realPathOf(path: string): string | undefined;
/** `folder` itself or below it; both absolute. */
export declare function isInside(folder: string, path: string): boolean;
