import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';
interface Templates {
    /** Page key -> template names. */
    readonly names: Relation;
    /** Page key -> the page as Bengal wrote it, absolute where it is a file: Bengal takes these for paths. */
    readonly spelled: Map<string, string>;
}
/** `template_dependencies` (since 0.3.0): page -> names such as `page.html`, not paths. */
export declare function templatesCodec(keys: PathKeys): GroupCodec<Templates>;
/** Which templates each page was rendered with. */
export declare class TemplateTable {
    #private;
    constructor(group: LazyGroup<Templates>);
    /** Page -> names. Only to be read. */
    get names(): SetMap;
    record(page: {
        readonly key: string;
        readonly spelled: string;
    }, templates: Iterable<string>): void;
    of(page: string): ReadonlySet<string>;
    pagesOf(template: string): ReadonlySet<string>;
    delete(page: string): void;
    clear(): void;
}
export {};
