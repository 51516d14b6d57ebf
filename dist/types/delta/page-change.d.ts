import type { PageView } from './page-view.ts';
/**
 * What of a page is another one for its reader, from what matters most: its title, its text, something else in it (a
 * picture, a link, a class), the site around it and lists of other pages, what only programs see. `unknown`: nobody has
 * the bytes of before at hand, or they are too many.
 */
export declare const CHANGED_PARTS: readonly ["title", "text", "markup", "navigation", "head", "unknown"];
export type ChangedPart = (typeof CHANGED_PARTS)[number];
export interface PageChange {
    /** In the order of `CHANGED_PARTS`; never empty. */
    readonly parts: readonly ChangedPart[];
    /** The title before and after, where it is another one. */
    readonly title?: Change;
    /** The first sentence that is another one; empty where there was, or is, none. */
    readonly text?: Change;
}
export interface Change {
    readonly before: string;
    readonly after: string;
}
export declare const UNKNOWN_CHANGE: PageChange;
/** What differs between two views of one page, of which the bytes differ and not only by noise. */
export declare function comparePages(before: PageView, after: PageView): PageChange;
