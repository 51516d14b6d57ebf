import type { PageEdit } from './page-edit.ts';
/** What was edited in one page, for people. */
export interface EditedPage {
    readonly path: string;
    readonly keys: readonly EditedKey[];
    /** Whether the text below the front matter may have changed. */
    readonly body: boolean;
}
export interface EditedKey {
    readonly name: string;
    /** From 1; `null` when the key is gone, or is no key of the front matter. */
    readonly line: number | null;
}
/** Where in each edited page the keys stand that were edited. */
export declare function readEditedKeys(site: string, edits: ReadonlyMap<string, PageEdit>): EditedPage[];
/** Line of each key at the top level of a page's front matter, from 1. */
export declare function linesOfKeys(source: string): Map<string, number>;
