/** By what a text can refer to a page: what can stand last in a reference, in lower case. */
export interface Names {
    readonly last: ReadonlySet<string>;
}
/** What the texts of a site refer to. */
export interface ReferenceIndex {
    /** Pages whose text can refer to the page with these names. */
    referring(names: Names): string[];
    /** Pages in whose text the build fills in something that it finds elsewhere. */
    readonly filledIn: () => readonly string[];
}
/** Says that the build fills in something in the text. */
export declare const FILLED_IN = "{}";
/** `references`: of each page, as `PageDigest.references`. Each is taken apart once, when somebody asks. */
export declare function referenceIndex(references: ReadonlyMap<string, readonly string[]>): ReferenceIndex;
