import { type JsonObject, type JsonValue } from '../../core/json.ts';
import { type ContentTable } from './content-table.ts';
import { type PageMetadata } from './metadata-hash.ts';
import { type Cached, type Freshness } from './page-content.ts';
/** What decides whether parsed content still holds. */
export interface ParsedContentTerms {
    readonly metadata: PageMetadata;
    /** Name such as `page.html`. */
    readonly template: string;
    /** Such as `patitas-0.4.0-toc2`. */
    readonly parserVersion: string;
}
/** What Bengal keeps of a parsed page (`parsed_content_cache.py`, `store_parsed_content`). */
export interface ParsedContent {
    /** The text as HTML, without the template around it. */
    readonly html: string;
    /** Table of contents as HTML. */
    readonly toc: string;
    readonly tocItems: readonly JsonObject[];
    /** Targets as they stand in the text. */
    readonly links?: readonly string[];
    /** Tokens of the parser; nothing when absent. */
    readonly ast?: JsonValue;
    readonly excerpt?: string;
    readonly metaDescription?: string;
    readonly plainText?: string;
    readonly wordCount?: number;
    /** Minutes. */
    readonly readingTime?: number;
    readonly detectedFeatures?: readonly string[];
    readonly targetAnchors?: readonly string[];
}
/** Parsed content as it comes back: what was not given is empty. */
export type StoredContent = Required<Omit<ParsedContent, 'detectedFeatures' | 'targetAnchors'>> & Pick<ParsedContent, 'detectedFeatures' | 'targetAnchors'>;
/** What is kept of a page if everything it was made of is unchanged, checked in Bengal's order. */
export declare function findParsedContent(table: ContentTable, page: string, check: {
    readonly terms: ParsedContentTerms;
    readonly freshness: Freshness;
}): Cached<StoredContent>;
/** The content of an entry, as a copy. */
export declare function parsedContentOf(entry: JsonObject): StoredContent;
export declare function parsedContentEntry(content: ParsedContent, terms: ParsedContentTerms): JsonObject;
