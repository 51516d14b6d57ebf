import type { JsonValue } from '../core/json.ts';
import type { PageDigest } from '../manifest/site-index.ts';
/** What a page's source says, taken apart as far as other pages may care. */
export interface PageText {
    /** Top-level front matter, as YAML reads it; empty when there is none or it is no YAML. */
    readonly frontMatter: Readonly<Record<string, JsonValue>>;
    readonly body: string;
    /** The page's own title, or its first heading. */
    readonly title: string | undefined;
    readonly digest: PageDigest;
}
/** Front matter that cannot be taken apart counts as one key. */
export declare const WHOLE_FRONT_MATTER = "(front matter)";
/** Stands among the keys for the anchors that the text names. */
export declare const ANCHORS = "(anchors)";
/** Takes a page apart. Like Bengal, what is no UTF-8 is read as Latin-1. */
export declare function readPageText(bytes: Uint8Array, path: string): PageText;
/** Keys that were added, removed or changed. */
export declare function changedKeys(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string>;
