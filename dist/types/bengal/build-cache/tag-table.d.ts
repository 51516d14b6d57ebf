import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';
interface Tags {
    /** Page -> tags as their authors wrote them. */
    readonly written: SetMap;
    /** Slug -> pages. */
    readonly pages: Relation;
    readonly known: Set<string>;
}
/** `page_tags`, `tag_to_pages`, `known_tags`. Since both absolute and relative pages stand in one map, they are united. */
export declare function tagsCodec(keys: PathKeys): GroupCodec<Tags>;
/** Which tags each page carries, and which pages each tag has. Pages are keys. */
export declare class TagTable {
    #private;
    constructor(group: LazyGroup<Tags>);
    /** Page -> tags as written. Only to be read. */
    get written(): SetMap;
    /** Slug -> pages. Only to be read. */
    get pages(): SetMap;
    /** As written, not slugs. */
    tagsOf(page: string): ReadonlySet<string>;
    pagesOf(slug: string): ReadonlySet<string>;
    slugs(): Set<string>;
    /** Sets a page's tags in both directions. Answers every slug that the page had or has. */
    update(page: string, tags: Iterable<string>): Set<string>;
    delete(page: string): void;
    clear(): void;
}
/** `taxonomy_deps`: term such as `tag:python` -> pages. Empty since 0.1.9. */
export declare function termsCodec(keys: PathKeys): GroupCodec<Relation>;
/** Which pages each taxonomy term affects. */
export declare class TermTable {
    #private;
    constructor(group: LazyGroup<Relation>);
    /** Term -> pages. Only to be read. */
    get pages(): SetMap;
    pagesOf(term: string): ReadonlySet<string>;
    add(term: string, page: string): void;
    delete(page: string): void;
    clear(): void;
}
export {};
