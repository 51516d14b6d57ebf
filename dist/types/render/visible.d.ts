/**
 * Hostile text as one line in which every character can be seen: invisible ones become `\u{202e}`, and so do blanks at
 * its ends, which many formats cut off. No text at all becomes two quotes.
 */
export declare function visibleText(text: string): string;
/** The beginning and the end of a text, which is what tells paths apart. At most `most` characters. */
export declare function shortText(text: string, most: number): string;
