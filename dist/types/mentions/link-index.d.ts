/** Who shows whom, read from the built output once: for each file, the pages that link to it or show its text. */
export interface LinkIndex {
    /** Pages (and style sheets) that mention the file, with `SHOWS` flags. */
    mentionsOf(output: string): ReadonlyMap<string, number>;
    /** Files that the page mentions. */
    mentionedBy(page: string): readonly string[];
    readonly size: number;
}
/** Target -> mentioning page -> flags. */
export type Mentions = ReadonlyMap<string, ReadonlyMap<string, number>>;
/** Compact form: names once, then per target alternating page number (as a difference) and flags. */
export interface StoredLinkIndex {
    readonly names: readonly string[];
    readonly targets: readonly (readonly number[])[];
}
export declare function linkIndex(mentions: Mentions): LinkIndex;
/** `targets[i]` belongs to `names[i]`; names that nobody mentions come last and have none. */
export declare function storeLinkIndex(mentions: Mentions): StoredLinkIndex;
/** `undefined` when the numbers do not add up: a damaged index is none. */
export declare function loadLinkIndex(stored: StoredLinkIndex): Mentions | undefined;
