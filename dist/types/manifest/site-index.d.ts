import { type JsonValue } from '../core/json.ts';
/** What we learned about a site from its sources and output, beyond what Bengal records. */
export interface SiteKnowledge {
    /** Site path of a page -> digests of its parts. */
    readonly pages: ReadonlyMap<string, PageDigest>;
    /** Data file -> digests of what is in it (`changes/data-file.ts`). */
    readonly data: ReadonlyMap<string, ReadonlyMap<string, string>>;
    /** Site asset -> names of the assets that it went into, as pages ask for them. */
    readonly assets: ReadonlyMap<string, readonly string[]>;
    /** What pages asked of the disk and the environment -> the answer (`changes/looks.ts`). */
    readonly looks: ReadonlyMap<string, string>;
}
/** Digests (16 hexadecimal digits) that tell which part of a page an edit touched. */
export interface PageDigest {
    /** By front matter key. `title` stands for the beginning of the text where the front matter has none. */
    readonly keys: ReadonlyMap<string, string>;
    /** Of the whole text with one kind of line end: the same means that Bengal reads the same. */
    readonly text: string;
    /** Of the text without front matter, but with it where the text can show front matter. */
    readonly body: string;
    /** Of the first words of the body, more than excerpts show. */
    readonly lead: string;
    /** Words of the body: reading times are made of it. */
    readonly words: number;
    /** What the text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
    readonly references: readonly string[];
}
/** With this every edit counts as one of everything. */
export declare const NOTHING_KNOWN: SiteKnowledge;
export declare function knowledgeToJson({ pages, data, assets, looks }: SiteKnowledge): JsonValue;
/** `undefined` for anything that we did not write. */
export declare function knowledgeFromJson(value: JsonValue | undefined): SiteKnowledge | undefined;
