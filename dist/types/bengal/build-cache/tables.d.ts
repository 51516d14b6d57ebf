import { AutodocTable } from './autodoc-table.ts';
import { ContentTable } from './content-table.ts';
import { DependencyTable } from './dependency-table.ts';
import type { OpenedCache } from './disk.ts';
import type { EntryMap } from './entry-map.ts';
import { FileTable, OutputTable } from './file-table.ts';
import type { LazyGroup } from './lazy-group.ts';
import type { Freshness } from './page-content.ts';
import type { PathKeys } from './path-keys.ts';
import { TagTable, TermTable } from './tag-table.ts';
import { TemplateTable } from './template-table.ts';
type Text = LazyGroup<{
    text: string | undefined;
}>;
/** Every table of a cache, and what concerns more than one of them. */
export declare class Tables implements Freshness {
    #private;
    readonly keys: PathKeys;
    readonly files: FileTable;
    readonly outputs: OutputTable;
    readonly dependencies: DependencyTable;
    readonly tags: TagTable;
    readonly terms: TermTable;
    readonly templates: TemplateTable;
    readonly parsed: ContentTable;
    readonly rendered: ContentTable;
    readonly validation: ContentTable;
    readonly synthetic: ContentTable;
    readonly autodoc: AutodocTable;
    readonly artifacts: LazyGroup<EntryMap>;
    readonly formats: LazyGroup<EntryMap>;
    readonly claims: LazyGroup<EntryMap>;
    readonly assets: LazyGroup<EntryMap>;
    readonly configHash: Text;
    readonly lastBuild: Text;
    constructor({ data, keys }: Pick<OpenedCache, 'data' | 'keys'>);
    isChanged(key: string): boolean;
    dependenciesOf(page: string): ReadonlySet<string>;
    /** Whatever was made with the file is void as well: once its name is gone, nothing would show that it is missing. */
    forget(key: string): void;
    /** Whether the cache is for this configuration, or for none yet. For another one everything is cleared first. */
    adoptConfig(hash: string): boolean;
    clear(): void;
}
export {};
