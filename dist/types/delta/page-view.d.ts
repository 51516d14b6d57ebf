/** A page as its reader meets it, read with a real parser. Noise has been taken out before. */
export interface PageView {
    /** What the tab and a search result show. */
    readonly title: string;
    /** The first heading of the first rank. */
    readonly heading: string;
    /** The texts of the page itself, block by block, blanks put together; the heading is not among them. */
    readonly blocks: readonly string[];
    /** The same for blocks that are nothing but links: lists of other pages. */
    readonly links: readonly string[];
    /** Digests of everything, markup included, in the three parts of a page; each tells only whether it is the same. */
    readonly parts: Readonly<Record<PagePart, string>>;
    /** Where a page that only leads on leads to. */
    readonly redirect: string | undefined;
    /** It asks search engines to leave it out. */
    readonly noindex: boolean;
}
export type PagePart = 'head' | 'navigation' | 'content';
/** Two versions of one page, for `comparePages` alone. */
export interface PagePair {
    readonly before: PageView;
    readonly after: PageView;
}
