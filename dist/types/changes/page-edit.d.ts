import { type JsonObject } from '../core/json.ts';
import type { PageDigest } from '../manifest/knowledge.ts';
import { type PageText } from './page-text.ts';
/** What an edit of a page touched, as far as other pages may care. */
export interface PageEdit {
    /** Front matter keys that were added, removed or changed. */
    readonly keys: ReadonlySet<string>;
    /** The beginning of the text changed, from which excerpts are made. */
    readonly lead: boolean;
    /** The same for the longest excerpts. */
    readonly longLead: boolean;
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
/** Compares a page with what was recorded of it by ourselves. */
export declare function editSince(recorded: PageDigest, now: PageDigest): PageEdit;
export interface BengalNotes {
    /** From `page_metadata`. */
    readonly metadata: JsonObject | undefined;
    /** From the page artifacts: the whole front matter, with what cascaded down to it. */
    readonly raw: JsonObject | undefined;
}
/** Compares a page with what Bengal noted of it; the old text is not known, so all of it counts as changed. */
export declare function editSinceBengal(path: string, notes: BengalNotes, now: PageText): PageEdit;
