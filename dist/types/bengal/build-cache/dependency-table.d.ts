import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
/**
 * `dependencies` (page -> files) and `reverse_dependencies` (file -> pages, since 0.1.7). A pair that stands in only one of
 * them counts: too many pages are rebuilt then, never too few.
 */
export declare function dependenciesCodec(keys: PathKeys): GroupCodec<Relation>;
/** Which files each page was made with. Keys on both sides. */
export declare class DependencyTable {
    #private;
    constructor(group: LazyGroup<Relation>);
    /** Page -> files. Only to be read. */
    get relation(): Relation;
    get pairs(): number;
    add(page: string, file: string): void;
    of(page: string): ReadonlySet<string>;
    dependents(file: string): ReadonlySet<string>;
    /** Pages that depend on the file, and the file itself if it is such a page. */
    affectedBy(file: string): Set<string>;
    delete(key: string): void;
    clear(): void;
}
