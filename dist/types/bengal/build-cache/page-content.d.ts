/** Why kept content cannot be used. */
export type MissReason = 'not-cached' | 'source-changed' | 'metadata-changed'
/** Another template name than then. */
 | 'template-changed' | 'parser-changed'
/** A template or another file that the page was made with changed or is gone. */
 | 'dependency-changed'
/** The asset manifest is another: links to fingerprinted assets may lead nowhere. */
 | 'assets-changed'
/** Checked in another context than the one asked for. */
 | 'context-changed';
export type Cached<Content> = {
    readonly kind: 'cached';
    readonly content: Content;
} | {
    readonly kind: 'miss';
    readonly why: MissReason;
};
export declare function miss(why: MissReason): {
    readonly kind: 'miss';
    readonly why: MissReason;
};
/** What kept content is checked against. Keys. */
export interface Freshness {
    isChanged(key: string): boolean;
    dependenciesOf(page: string): ReadonlySet<string>;
}
export interface ContentStats {
    readonly pages: number;
    /** As Bengal counts: bytes of the kept texts in UTF-8. */
    readonly totalBytes: number;
    /** 0 without pages. */
    readonly averageBytes: number;
}
