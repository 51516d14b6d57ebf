import { type JsonObject, type JsonValue } from '../core/json.ts';
/**
 * How a typed value becomes one entry of a cache file and back. The laws, which `test/support/cacheable-law.ts` checks
 * for any codec:
 *
 * - `fromCache(toCache(value))` equals `value`;
 * - `toCache(fromCache(json))` equals `json` for every entry that Bengal wrote, fields that we do not know included;
 * - `toCache` yields JSON values only, and equal values give the same keys in the same order.
 */
export interface Cacheable<Value> {
    /**
     * The entry as Bengal would store it, keys in Bengal's order; nothing in it is an object of the value.
     *
     * @throws TypeError that names the field, for a value that is none of this type, or holds what JSON lacks.
     */
    toCache(value: Value): JsonObject;
    /** The typed value; `undefined` when `json` is no such entry. Never throws: the file may be anybody's. */
    fromCache(json: JsonObject): Value | undefined;
    /** Whether anything at all is such a value: whether `toCache` takes it. */
    is(value: unknown): value is Value;
}
/** What every entry made by `defineCodec` may carry besides its own fields. */
export interface CacheEntry {
    /** Stored fields that this version of the library does not know. They are written back as they were. */
    readonly unknownFields?: JsonObject;
}
/** One field of an entry: the name under which it is stored and how its value is read and written. */
export interface Field<Value> {
    readonly stored: string;
    /** `json` is `undefined` when the field is missing. The answer is `undefined` when the field does not fit. */
    read(json: JsonValue | undefined): Value | undefined;
    /**
     * A copy. `place` is what a message calls the value.
     *
     * @throws TypeError for what is no such value: only the compiler looks at types, and not all programs have one.
     */
    write(value: Value, place: string): JsonValue;
}
/** One `Field` for each property of `Value`, in the order in which Bengal stores them. */
export type FieldTable<Value extends CacheEntry> = {
    readonly [Name in Exclude<keyof Value, 'unknownFields'>]-?: Field<Value[Name]>;
};
/**
 * A codec from a table of fields (see `codec-fields.ts` for the kinds):
 *
 *     interface Visit extends CacheEntry { readonly page: string; readonly isValid: boolean }
 *     const visitCodec = defineCodec<Visit>({ page: text('page'), isValid: withDefault(flag('is_valid'), true) });
 *
 * An entry with a field that does not fit is no such entry. A field with a default is filled in when it is missing, as
 * Bengal's own readers do.
 */
export declare function defineCodec<Value extends CacheEntry>(table: FieldTable<Value>): Cacheable<Value>;
