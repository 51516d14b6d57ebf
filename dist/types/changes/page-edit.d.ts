import type { PageDigest } from '../manifest/site-index.ts';
/** What an edit of a page touched, as far as other pages may care. */
export interface PageEdit {
    /** Front matter keys that were added, removed or changed. */
    readonly keys: ReadonlySet<string>;
    /** Keys came or went, and did not only change. */
    readonly keySet: boolean;
    /** The beginning of the text changed, from which excerpts are made. */
    readonly lead: boolean;
    /** Some of the text changed. */
    readonly body: boolean;
    /** The text became so much longer or shorter that its reading time may be another. */
    readonly minutes: boolean;
    /** The text has more or fewer words. */
    readonly words: boolean;
}
/** Nothing that anybody could see: other line ends, other quotes in the front matter. */
export declare const NO_EDIT: PageEdit;
/** What an author may well do to a page: another title, description, date, order and text. */
export declare const THOROUGH_EDIT: PageEdit;
/** Nobody knows what was edited. */
export declare const UNKNOWN_EDIT: PageEdit;
/** Compares a page with what was recorded of it by ourselves. */
export declare function editSince(recorded: PageDigest, now: PageDigest): PageEdit;
