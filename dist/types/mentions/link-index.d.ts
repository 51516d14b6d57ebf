/** Who shows whom, read from the built output once: for each file, the pages that link to it or show its text. */
export interface LinkIndex {
    /** Pages (and style sheets) that mention the file, with `SHOWS` flags. */
    mentionsOf(output: string): ReadonlyMap<string, number>;
    /** Files that the page mentions, and how. */
    mentionedBy(page: string): MentionsOnPage;
    /** How many files the page that mentions most of them does. */
    mostOnOnePage(): number;
    /** Whole numbers that an index page shows; `undefined` when nobody looked. */
    numbersOn(page: string): readonly number[] | undefined;
    readonly size: number;
}
/** Two lists side by side, since a site can have millions of mentions. */
export interface MentionsOnPage {
    readonly targets: readonly string[];
    /** For each of them, `SHOWS` flags. */
    readonly flags: readonly number[];
}
/** All that was read from the output. */
export interface Mentioned {
    readonly mentions: Mentions;
    /** Index page -> whole numbers that it shows. */
    readonly numbers: ReadonlyMap<string, readonly number[]>;
}
/** Target -> mentioning page -> flags. */
export type Mentions = ReadonlyMap<string, ReadonlyMap<string, number>>;
/** Compact form: names once, then per target alternating page number (as a difference) and flags. */
export interface StoredLinkIndex {
    readonly names: readonly string[];
    readonly targets: readonly (readonly number[])[];
}
export declare function linkIndex({ mentions, numbers }: Mentioned): LinkIndex;
/** `targets[i]` belongs to `names[i]`; names that nobody mentions come last and have none. */
export declare function storeLinkIndex(mentions: Mentions): StoredLinkIndex;
/** `undefined` when the numbers do not add up: a damaged index is none. */
export declare function loadLinkIndex(stored: StoredLinkIndex): Mentions | undefined;
