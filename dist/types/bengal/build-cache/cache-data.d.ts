import { type JsonObject, type JsonValue } from '../../core/json.ts';
import { type HotField } from './fields.ts';
import { LazyGroup, type GroupCodec } from './lazy-group.ts';
import { type Stores } from './stores.ts';
export interface CacheSource {
    /** The main file as it was read, or the fields of a fresh one. */
    readonly main: JsonObject;
    readonly stores: Stores;
    /** Nothing on disk belongs to this cache. */
    readonly fresh: boolean;
}
/** What a save writes: the stores first, then the main file. */
export interface ComposedCache {
    readonly main: JsonObject;
    readonly stores: readonly (readonly [HotField, JsonValue])[];
    /** Takes the composition back: what had changed still has to be written. */
    undo(): void;
}
/** The fields of a cache: JSON as it was read, and the groups that were decoded from it. */
export declare class CacheData {
    #private;
    constructor(source: CacheSource);
    /** Fields of the file that no Bengal knows. Its loader would discard everything for one of them. */
    get unknownFields(): readonly string[];
    /** The schema number of the file as it was read or last written; 0 where it had none. */
    get version(): number;
    group<Value>(codec: GroupCodec<Value>): LazyGroup<Value>;
    /** What has to be written now. Until `undo`, everything counts as written. */
    compose(): ComposedCache;
    /** The whole cache as JSON, hot maps inline. */
    toJson(): JsonObject;
}
/** The root of the checkout that wrote the cache, unless that is the present one: see `findRecordedRoot`. */
export declare function recordedRootOf(main: JsonObject, siteRoot: string): string | undefined;
