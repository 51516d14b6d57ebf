import { type JsonObject, type JsonValue } from '../../core/json.ts';
/**
 * Key -> JSON value, for tables whose keys are files. One file recorded under two spellings is one entry: the one under
 * the canonical key, where Bengal looks. The other spelling is written again beside it: the development version asks for
 * its configuration file by the absolute path (`orchestration/build/initialization.py`).
 */
export declare class EntryMap {
    #private;
    static fromJson(value: JsonValue | undefined, keyOf?: (recorded: string) => string): EntryMap;
    get size(): number;
    get(key: string): JsonValue | undefined;
    entries(): IterableIterator<[string, JsonValue]>;
    keys(): IterableIterator<string>;
    values(): IterableIterator<JsonValue>;
    has(key: string): boolean;
    set(key: string, entry: JsonValue): void;
    /** Answers whether there was one. */
    delete(key: string): boolean;
    clear(): void;
    toJson(): JsonObject;
}
