/** Which edition of a text a file holds. */
export interface Variant {
    /** The same for all editions of a text: below the content folder, without what tells them apart. */
    readonly path: string;
    /** Empty for the newest. */
    readonly version: string;
    /** Empty when the path does not tell. */
    readonly language: string;
}
/** `_versions/2.0/guide/a.md` and `fr/guide/a.md` and `guide/a.fr.md` are variants of `guide/a.md`. */
export declare function variantOf(key: string, contentDir: string): Variant;
/** Which pages are the same page in another language or version. */
export interface Editions {
    /** Paths of the other editions of a page, then and now. */
    besides(path: string): readonly string[];
}
/** `keysOf`: what pages that are joined by a key have for it, then and now. */
export declare function editionsOf(paths: Iterable<string>, contentDir: string, keysOf: (path: string) => readonly string[]): Editions;
