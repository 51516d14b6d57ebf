/** In what way a page shows another one. Flags, so that a pair of pages costs one number. */
export declare const SHOWS: {
    /** Links to it. */
    readonly link: 1;
    readonly title: 2;
    readonly description: 4;
    /** The beginning of its text, as an excerpt does. */
    readonly lead: 8;
    /** Later parts of its text. */
    readonly text: 16;
    readonly date: 32;
    /** More of the beginning than most excerpts do. */
    readonly longLead: 64;
    /** A number beside a link that can be its reading time in minutes. */
    readonly minutes: 128;
    /** A number beside a link that can be its number of words. */
    readonly words: 256;
    /** Of a list: the number of its entries, beside a link. */
    readonly count: 512;
    /** Links to it in more than one place. */
    readonly again: 1024;
    /** Links to it as the previous or the next page. */
    readonly beside: 2048;
};
/** What of a page can turn up on others. */
export interface PageWords {
    /** HTML file below the output directory. */
    readonly output: string;
    readonly title: string;
    readonly description: string;
    /** ISO 8601 date, or anything that begins like one. */
    readonly date: string;
    /** Source text without front matter. */
    readonly body: string;
}
/** A run of words that gives a page away, with what it would show. */
export interface Needle {
    readonly hash: number;
    readonly length: number;
    readonly shows: number;
}
/** The first words of a text, which the shortest excerpts show. Never stored, like `ENDS`. */
export declare const STARTS = 4096;
/** The last words of a text that is short enough for an excerpt to show all of it. */
export declare const ENDS = 8192;
/** Most excerpts are shorter than this many words of the source. */
export declare const LEAD_WORDS = 60;
/** Longer ones are shorter than this. */
export declare const LONG_LEAD_WORDS = 160;
/** The runs to look for. Words of markup stand between those of the text, so several runs stand for one excerpt. */
export declare function needlesOf(page: PageWords): Needle[];
/** Hashes of month names, long and short. */
export declare const MONTH_HASHES: ReadonlySet<number>;
