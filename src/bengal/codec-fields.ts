import { inspect } from 'node:util';
import { isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { jsonCopy } from '../core/json-copy.ts';
import { byCodePoint } from '../core/python-json.ts';
import { messageOf } from '../core/result.ts';
import type { Cacheable, Field } from './cache-codec.ts';
import { asInteger } from './exact-json.ts';
import { pythonTimestamp } from './python-time.ts';

// The kinds of fields that a codec's table is made of. The argument of each is the name under which it is stored.

/** A string. */
export function text(stored: string): Field<string> {
  return { stored, read: asText, write: checked(isText, 'a string') };
}

/** A string or `null`; a missing field reads as `null`, as Bengal's readers take it. */
export function nullableText(stored: string): Field<string | null> {
  return {
    stored,
    read: (json = null) => (json === null ? null : asText(json)),
    write: checked((value): value is string | null => value === null || isText(value), 'a string or null'),
  };
}

/** A finite number, within what a JavaScript number can hold. */
export function number(stored: string): Field<number> {
  return {
    stored,
    read: (json) => (typeof json === 'number' ? json : undefined),
    write: checked((value): value is number => Number.isFinite(value), 'a finite number'),
  };
}

/** `true` or `false`. */
export function flag(stored: string): Field<boolean> {
  return {
    stored,
    read: (json) => (typeof json === 'boolean' ? json : undefined),
    write: checked((value): value is boolean => typeof value === 'boolean', 'true or false'),
  };
}

/**
 * A point in time, stored as ISO 8601 as Python writes it: `2026-11-21T06:34:10.430000+00:00`. Read is every such text with
 * an offset or `Z`, to the millisecond; one without says no point in time, as do Bengal's dates of pages (see `PageCore`).
 */
export function date(stored: string): Field<Date> {
  return {
    stored,
    read(json) {
      const iso = asText(json);
      if (iso === undefined || !ISO_WITH_OFFSET.test(iso)) return undefined;
      const time = new Date(iso.replace(/(\.\d{3})\d+/, '$1'));
      return Number.isNaN(time.getTime()) ? undefined : time;
    },
    write(value, place) {
      const isDate = checked(
        (given): given is Date => given instanceof Date && !Number.isNaN(given.getTime()),
        'a Date',
      );
      isDate(value, place);
      return pythonTimestamp(value);
    },
  };
}

const ISO_WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** A list of strings, in stored order, repetitions kept. */
export function texts(stored: string): Field<readonly string[]> {
  return { stored, read: asTexts, write: (value, place) => listOfTexts(value, Array.isArray(value), place) };
}

/** A set of strings, stored as a list that is sorted as Python sorts: by code point. */
export function textSet(stored: string): Field<ReadonlySet<string>> {
  return {
    stored,
    read(json) {
      const items = asTexts(json);
      return items && new Set(items);
    },
    write: (value, place) => listOfTexts(value, value instanceof Set, place).sort(byCodePoint),
  };
}

/** Strings under string keys, in stored order. A map, so that no key is special. */
export function textMap(stored: string): Field<ReadonlyMap<string, string>> {
  return {
    stored,
    read(json) {
      if (!isObject(json)) return undefined;
      const map = new Map<string, string>();
      for (const [key, value] of Object.entries(json)) {
        const item = asText(value);
        if (item === undefined) return undefined;
        map.set(key, item);
      }
      return map;
    },
    write(value, place) {
      if (!(value instanceof Map)) throw refusal(value, { expected: 'a Map of strings', place });
      for (const pair of value) listOfTexts(pair, true, place);
      return Object.fromEntries(value as ReadonlyMap<string, string>);
    },
  };
}

/** A JSON object whose inside is nobody's business here. */
export function object(stored: string): Field<JsonObject> {
  return {
    stored,
    read: (json) => (isObject(json) ? json : undefined),
    write(value, place) {
      const copy = jsonCopy(value, place);
      if (!isObject(copy)) throw refusal(value, { expected: 'an object', place });
      return copy;
    },
  };
}

/** Any JSON value: what an author wrote in front matter keeps the type that YAML gave it. */
export function anything(stored: string): Field<JsonValue> {
  return { stored, read: (json) => json, write: jsonCopy };
}

/** An entry within an entry. */
export function nested<Value>(stored: string, codec: Cacheable<Value>): Field<Value> {
  return {
    stored,
    read: (json) => (isObject(json) ? codec.fromCache(json) : undefined),
    write(value, place) {
      try {
        return codec.toCache(value);
      } catch (thrown) {
        throw new TypeError(`${place}.${messageOf(thrown)}`, { cause: thrown });
      }
    },
  };
}

/** The same field, with a value for entries that lack it. A field that is there still has to fit. */
export function withDefault<Value>(field: Field<Value>, fallback: Value): Field<Value> {
  return { ...field, read: (json) => (json === undefined ? fallback : field.read(json)) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function checked<Value extends JsonValue | Date>(
  is: (value: unknown) => value is Value,
  expected: string,
): (value: Value, place: string) => Value {
  return (value, place) => {
    if (!is(value)) throw refusal(value, { expected, place });
    return value;
  };
}

function listOfTexts(items: Iterable<string>, isRight: boolean, place: string): string[] {
  const list: readonly unknown[] = isRight ? [...items] : [undefined];
  if (!list.every(isText)) throw refusal(items, { expected: 'strings', place });
  return [...list];
}

function refusal(
  value: unknown,
  { expected, place }: { readonly expected: string; readonly place: string },
): TypeError {
  return new TypeError(`${place}: expected ${expected}, got ${inspect(value, { depth: 0, breakLength: Infinity })}`);
}

/** A string that is one; integers beyond 2^53 are strings with a mark until they are written. */
function asText(json: JsonValue | undefined): string | undefined {
  return typeof json === 'string' && asInteger(json) === undefined ? json : undefined;
}

function asTexts(json: JsonValue | undefined): readonly string[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const items = (json as readonly JsonValue[]).map(asText);
  return items.includes(undefined) ? undefined : (items as readonly string[]);
}
