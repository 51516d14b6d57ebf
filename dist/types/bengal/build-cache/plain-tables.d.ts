import { type JsonValue } from '../../core/json.ts';
import { EntryMap } from './entry-map.ts';
import type { FieldName } from './fields.ts';
import type { GroupCodec } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
/** A top-level field that is a map; its keys stay as they are unless they are files. */
export declare function entriesCodec(name: FieldName, keyOf?: (recorded: string) => string): GroupCodec<EntryMap>;
/** A top-level field that is a text or null. */
export declare function textCodec(name: FieldName): GroupCodec<{
    text: string | undefined;
}>;
/** Who owns a URL (`url_claims`). */
export interface UrlClaim {
    /** `content`, `autodoc:python`, `taxonomy`, `special_pages`, ... */
    readonly owner: string;
    /** Key of a file, or a bare name (`404.html`) for special pages. */
    readonly source: string;
    /** The higher one wins: 100 content, 80 generated documentation, 40 taxonomy, 10 special pages. */
    readonly priority: number;
    readonly version: string | undefined;
    readonly lang: string | undefined;
}
export declare function claimsOf(entries: Iterable<[string, JsonValue]>, keys: PathKeys): ReadonlyMap<string, UrlClaim>;
/** The entries that are texts. */
export declare function textsOf(entries: Iterable<[string, JsonValue]>): ReadonlyMap<string, string>;
/**
 * Forgets a page in `output_format_fingerprints`: format -> SHA-256 of all that goes into a site-wide file, and
 * `<format>:page_hashes` -> JSON text of page -> SHA-256 (`postprocess/output_formats/incremental.py`). The fingerprint of
 * a format that knew the page goes too, so that the file is written anew.
 */
export declare function forgetInFormats(formats: EntryMap, page: string): {
    readonly changed: boolean;
};
/** Whether any key or text in the value holds the text. */
export declare function mentions(value: JsonValue, text: string): boolean;
