import { type JsonObject } from '../../core/json.ts';
import type { StoredFile } from '../cache-store-file.ts';
/** What this module needs of a tag. */
interface TaggedPages {
    readonly pagePaths: readonly string[];
}
/** The other direction of an index of tags: page -> slugs. */
export declare function tagsByPage(tags: ReadonlyMap<string, TaggedPages>): Map<string, Set<string>>;
/** Where the stored map from pages to slugs and the tags disagree, if they do. Version 1 of the file had no such map. */
export declare function contradictionBetween({ otherFields, entries }: StoredFile<TaggedPages>): string | undefined;
/** The map from pages to slugs, in the order of the one that was stored, so that a rewritten file differs little. */
export declare function pageTagsField({ otherFields, entries }: StoredFile<TaggedPages>): JsonObject;
export {};
