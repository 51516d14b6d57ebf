/** A page's text in its two parts. */
export interface PageText {
    /** YAML between the fences, without them; `undefined` when the page has none. */
    readonly frontMatter: string | undefined;
    readonly body: string;
}
/** Splits a page's source. Line ends are made one kind first, as Python does when it reads text. */
export declare function splitPage(source: string): PageText;
