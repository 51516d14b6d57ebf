/** Escapes hostile text for one line of GitHub's Markdown: no markup, no HTML, no mention, no link, no line break. */
export declare function escapeMarkdown(text: string): string;
/**
 * Text as code, in which GitHub looks for nothing. Not for cells of a table: there is no sure way to write a bar in one.
 */
export declare function inlineCode(text: string): string;
/** Text as code, leading to a web address that is encoded already. */
export declare function linkedCode(text: string, url: string | undefined): string;
/** The beginning and the end of a long name: a path is told by both. Counted in UTF-16 units, cut between characters. */
export declare function shortName(text: string, most?: number): string;
