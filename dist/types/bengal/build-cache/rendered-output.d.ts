import { type JsonObject } from '../../core/json.ts';
import { type ContentTable } from './content-table.ts';
import { type PageMetadata } from './metadata-hash.ts';
import { type Cached, type Freshness } from './page-content.ts';
/** What decides whether rendered output still holds. */
export interface RenderedOutputTerms {
    readonly metadata: PageMetadata;
    /** Name such as `page.html`. */
    readonly template: string;
}
export interface RenderedOutput {
    /** The whole page, as it is written to the output directory. */
    readonly html: string;
    /** Templates and other files, absolute or relative to the site root. */
    readonly dependencies?: readonly string[];
}
export interface RenderedOutputCheck {
    readonly terms: RenderedOutputTerms;
    readonly freshness: Freshness;
    /** Float seconds, `null` when there is no manifest. */
    readonly assetManifestMtime: number | null;
    readonly keyOfRecorded: (path: string) => string;
}
/** The kept HTML if everything it was made of is unchanged, checked in Bengal's order. */
export declare function findRenderedOutput(table: ContentTable, page: string, check: RenderedOutputCheck): Cached<string>;
export declare function renderedOutputEntry(output: {
    readonly html: string;
    readonly dependencies: readonly string[];
}, terms: RenderedOutputTerms, assetManifestMtime: number | null): JsonObject;
