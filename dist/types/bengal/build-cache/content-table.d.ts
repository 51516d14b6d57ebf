import { type JsonObject, type JsonValue } from '../../core/json.ts';
import { type Storable } from '../../core/json-copy.ts';
import { EntryMap } from './entry-map.ts';
import type { HotField } from './fields.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { ContentStats } from './page-content.ts';
import type { PathKeys } from './path-keys.ts';
/** A hot map by page or file: `parsed_content`, `rendered_output`, `validation_results`. */
export declare function contentCodec(name: HotField, keys: PathKeys): GroupCodec<EntryMap>;
/** What tables of kept content have in common. What is set is copied, and so is what is got. */
export declare class ContentTable {
    #private;
    constructor(group: LazyGroup<EntryMap>);
    get size(): number;
    keys(): IterableIterator<string>;
    get(key: string): JsonObject | undefined;
    /** The entry itself, only to be looked at. */
    peek(key: string): JsonObject | undefined;
    /** @throws TypeError that names the place of what is no JSON. */
    set(key: string, entry: Storable): void;
    /** Answers whether there was one. */
    delete(key: string): boolean;
    deleteWhere(condemned: (entry: JsonValue, key: string) => boolean): void;
    clear(): void;
    stats(): ContentStats;
}
/** Whether a recorded text field is the given one. */
export declare function isRecorded(entry: JsonObject, name: string, value: string): boolean;
