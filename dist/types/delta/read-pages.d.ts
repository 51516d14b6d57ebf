import type { PagePair, PageView } from './page-view.ts';
/**
 * Reads a page once, from top to bottom, in a time that grows with its length; `undefined` for one that is nested deeper
 * than any page, for which the parser would take much longer.
 */
export declare function readPageView(html: string): PageView | undefined;
/**
 * The views of two versions of a page without what both share: what comes before the first tag that differs is read once,
 * and what comes after the last one not at all. Digests are of the rest, and blocks at the end that are the same are
 * missing on both sides. `comparePages` answers as for the whole views; titles and what programs are told are whole too.
 */
export declare function readPagePair(before: string, after: string): PagePair | undefined;
