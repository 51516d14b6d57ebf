import { type RecordedPage } from '../bengal/recorded-page.ts';
import type { PageText } from '../changes/page-text.ts';
/** What decides where lists hold a page. */
export interface PlacedPage {
    readonly path: string;
    /** In lower case. */
    readonly title: string;
    /** ISO 8601 to the second, or empty. */
    readonly date: string;
    /** Pages without a weight come last, as with Bengal. */
    readonly weight: number;
    readonly tags: readonly string[];
}
/** As Bengal noted it, with what cascaded to the page. */
export declare function placedThen({ key, metadata, tags }: RecordedPage): PlacedPage;
export interface Edited {
    /** What it was; `undefined`: it was not there. */
    readonly then: PlacedPage | undefined;
    readonly isEdited: (key: string) => boolean;
}
/** As it is now. What was not edited is as it was. */
export declare function placedNow(path: string, text: PageText, { then, isEdited }: Edited): PlacedPage;
