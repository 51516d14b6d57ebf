import { type JsonObject, type JsonValue } from '../core/json.ts';
import type { Cacheable, Field } from './cache-codec.ts';
/** A string. */
export declare function text(stored: string): Field<string>;
/** A string or `null`; a missing field reads as `null`, as Bengal's readers take it. */
export declare function nullableText(stored: string): Field<string | null>;
/** A finite number, within what a JavaScript number can hold. */
export declare function number(stored: string): Field<number>;
/** `true` or `false`. */
export declare function flag(stored: string): Field<boolean>;
/**
 * A point in time, stored as ISO 8601 as Python writes it: `2026-11-21T06:34:10.430000+00:00`. Read is every such text with
 * an offset or `Z`, to the millisecond; one without says no point in time, as do Bengal's dates of pages (see `PageCore`).
 */
export declare function date(stored: string): Field<Date>;
/** A list of strings, in stored order, repetitions kept. */
export declare function texts(stored: string): Field<readonly string[]>;
/** A set of strings, stored as a list that is sorted as Python sorts: by code point. */
export declare function textSet(stored: string): Field<ReadonlySet<string>>;
/** Strings under string keys, in stored order. A map, so that no key is special. */
export declare function textMap(stored: string): Field<ReadonlyMap<string, string>>;
/** A JSON object whose inside is nobody's business here. */
export declare function object(stored: string): Field<JsonObject>;
/** Any JSON value: what an author wrote in front matter keeps the type that YAML gave it. */
export declare function anything(stored: string): Field<JsonValue>;
/** An entry within an entry. */
export declare function nested<Value>(stored: string, codec: Cacheable<Value>): Field<Value>;
/** The same field, with a value for entries that lack it. A field that is there still has to fit. */
export declare function withDefault<Value>(field: Field<Value>, fallback: Value): Field<Value>;
