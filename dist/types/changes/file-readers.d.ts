/** Whether a text holds the name of such a function, be it in prose, or runs code. */
export declare function namesReader(text: string): boolean;
/** Whether a template reads files by their names, wherever they lie. */
export declare function templateReadsFiles(text: string): boolean;
/** Whether a page does, or may. What its directives read below `data/` and beside the pages is found by its name. */
export declare function pageReadsFiles(text: string, contentDir: string): boolean;
/**
 * What stands between `{{` or `{%` and the last end of an expression before the next one begins: rather too much than
 * too little, since an expression can hold braces itself.
 */
export declare function expressionsOf(text: string): string[];
