import { isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { byCodePoint } from '../core/python-json.ts';
import type { Cacheable, Field } from './cache-codec.ts';
import { asInteger } from './exact-json.ts';

// The kinds of fields that a codec's table is made of. The argument of each is the name under which it is stored.

/** A string. */
export function text(stored: string): Field<string> {
  return { stored, read: asText, write: (value) => value };
}

/** A string or `null`; a missing field reads as `null`, as Bengal's readers take it. */
export function nullableText(stored: string): Field<string | null> {
  return { stored, read: (json = null) => (json === null ? null : asText(json)), write: (value) => value };
}

/** A finite number, within what a JavaScript number can hold. */
export function number(stored: string): Field<number> {
  return {
    stored,
    read: (json) => (typeof json === 'number' ? json : undefined),
    write(value) {
      if (!Number.isFinite(value)) throw new RangeError(`JSON has no number ${String(value)} (field ${stored})`);
      return value;
    },
  };
}

/** `true` or `false`. */
export function flag(stored: string): Field<boolean> {
  return { stored, read: (json) => (typeof json === 'boolean' ? json : undefined), write: (value) => value };
}

/** A list of strings, in stored order, repetitions kept. */
export function texts(stored: string): Field<readonly string[]> {
  return { stored, read: asTexts, write: (value) => [...value] };
}

/** A set of strings, stored as a list that is sorted as Python sorts: by code point. */
export function textSet(stored: string): Field<ReadonlySet<string>> {
  return {
    stored,
    read(json) {
      const items = asTexts(json);
      return items && new Set(items);
    },
    write: (value) => [...value].sort(byCodePoint),
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
    write: (value) => Object.fromEntries(value),
  };
}

/** A JSON object whose inside is nobody's business here. */
export function object(stored: string): Field<JsonObject> {
  return { stored, read: (json) => (isObject(json) ? json : undefined), write: (value) => value };
}

/** Any JSON value: what an author wrote in front matter keeps the type that YAML gave it. */
export function anything(stored: string): Field<JsonValue> {
  return { stored, read: (json) => json, write: (value) => value };
}

/** An entry within an entry. */
export function nested<Value>(stored: string, codec: Cacheable<Value>): Field<Value> {
  return {
    stored,
    read: (json) => (isObject(json) ? codec.fromCache(json) : undefined),
    write: (value) => codec.toCache(value),
  };
}

/** The same field, with a value for entries that lack it. A field that is there still has to fit. */
export function withDefault<Value>(field: Field<Value>, fallback: Value): Field<Value> {
  return { ...field, read: (json) => (json === undefined ? fallback : field.read(json)) };
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
