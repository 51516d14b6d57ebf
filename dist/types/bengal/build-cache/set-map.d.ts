import { type JsonObject, type JsonValue } from '../../core/json.ts';
export interface SetMapNames {
    readonly key: (recorded: string) => string;
    readonly item: (recorded: string) => string;
}
/**
 * Key -> set of strings, as Bengal stores it: `{ "key": ["a", "b"] }`, in random order there and sorted here. Entries of
 * two spellings of one key are united. What is no string is kept aside and written again.
 */
export declare class SetMap {
    #private;
    static fromJson(value: JsonValue | undefined, names?: SetMapNames): SetMap;
    get size(): number;
    get(key: string): ReadonlySet<string>;
    has(key: string): boolean;
    entries(): IterableIterator<[string, ReadonlySet<string>]>;
    keys(): IterableIterator<string>;
    add(key: string, item: string): void;
    /** A key without items is kept: it says that there are none. */
    replace(key: string, items: Iterable<string>): void;
    /** A key whose last item this was goes too. Answers whether it did. */
    remove(key: string, item: string): boolean;
    delete(key: string): void;
    clear(): void;
    toJson(spell?: (key: string) => string): JsonObject;
}
