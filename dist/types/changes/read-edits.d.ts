import type { Manifest } from '../manifest/manifest.ts';
import { type DataDigests } from './data-file.ts';
import type { ChangeSet } from './detect.ts';
import { type SiteLayout } from './layout.ts';
import { type PageEdit } from './page-edit.ts';
import { type PageText } from './page-text.ts';
export interface EditSources {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    readonly changes: ChangeSet;
    readonly manifest: Manifest;
}
export interface Edits {
    /** Added and modified pages as they are now. */
    readonly texts: ReadonlyMap<string, PageText>;
    /** What each edit touched, of pages that were recorded. */
    readonly edits: ReadonlyMap<string, PageEdit>;
}
/** Reads the pages that changed and says what each edit touched. */
export declare function readEdits(sources: EditSources): Edits;
/** What is in a data file now; `undefined` where there is none, or none that can be read. */
export declare function readDataDigests(site: string, path: string): DataDigests | undefined;
