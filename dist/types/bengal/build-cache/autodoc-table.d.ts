import { EntryMap } from './entry-map.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';
interface Autodoc {
    /** Source -> pages made of it. */
    readonly pages: Relation;
    /** Source -> `[sha256, mtime in float seconds, {page: hash of its documentation}]`. */
    readonly metadata: EntryMap;
    /** Source -> `{source_hash, module_element_dict}`. */
    readonly modules: EntryMap;
}
/** `autodoc_dependencies`, `autodoc_source_metadata` (since 0.1.8), `autodoc_content_cache` (since 0.1.9). */
export declare function autodocCodec(keys: PathKeys): GroupCodec<Autodoc>;
/** What is known about a source of generated documentation. */
export interface AutodocSource {
    /** SHA-256 of the source's bytes: 64 hexadecimal digits, or the first 16. */
    readonly sourceHash: string;
    /** Modification time in float seconds. */
    readonly sourceMtime: number;
    /** Hash of the documentation on this page, if pages of one source are to be told apart. */
    readonly contentHash?: string;
}
/** Which sources generated documentation is made of. Sources are autodoc keys, pages pseudo paths like `api/x/y.md`. */
export declare class AutodocTable {
    #private;
    constructor(group: LazyGroup<Autodoc>, keys: PathKeys);
    get sources(): number;
    get pairs(): number;
    add(source: string, page: string, about: AutodocSource): void;
    /** Source -> pages. Only to be read. */
    get pages(): SetMap;
    pagesOf(source: string): ReadonlySet<string>;
    docHash(source: string, page: string): string | undefined;
    /** Sources that changed, are gone, or of which too little is noted to tell; sorted. */
    stale(): string[];
    deleteSource(source: string): void;
    deletePage(page: string): void;
    clear(): void;
}
export {};
