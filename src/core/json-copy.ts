import type { JsonValue } from './json.ts';
import { byCodePoint } from './python-json.ts';

/** What can be kept as JSON: JSON itself, and sets of strings, which become sorted lists. */
export type Storable =
  null | boolean | number | string | readonly Storable[] | ReadonlySet<string> | { readonly [key: string]: Storable };

/**
 * A copy of a value as JSON, down to its last list, so that nobody changes what is kept by changing what was given. Sets of
 * strings become lists, sorted as Python sorts.
 *
 * @param place What the message calls the value.
 * @throws TypeError for what JSON does not have (an object of a class, a function, `undefined`, `NaN`, a circle ...): with
 * the path to it, and what to give instead.
 */
export function jsonCopy(value: unknown, place: string): JsonValue {
  return copy(value, place, new Set());
}

function copy(value: unknown, place: string, above: ReadonlySet<object>): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON knows no negative zero.
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (typeof value !== 'object') throw refusal(value, place);
  if (above.has(value)) throw new TypeError(`${place}: expected JSON, got a circle: it leads back to itself`);
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return copyList(value, place, inside);
  if (value instanceof Set) return sortedTexts(value as ReadonlySet<unknown>, place);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refusal(value, place);
  if (Object.getOwnPropertySymbols(value).length > 0)
    throw new TypeError(`${place}: expected JSON, got an object with a symbol for a key`);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, at(place, key), inside)]));
}

function copyList(list: readonly unknown[], place: string, above: ReadonlySet<object>): JsonValue {
  // `Array.from` reads holes too, as `undefined`.
  return Array.from(list, (item, index) => copy(item, `${place}[${String(index)}]`, above));
}

function sortedTexts(set: ReadonlySet<unknown>, place: string): JsonValue {
  const texts = [...set].filter((item) => typeof item === 'string');
  if (texts.length < set.size)
    throw new TypeError(`${place}: expected JSON, got a Set of other items than strings: give a list`);
  return texts.sort(byCodePoint);
}

function at(place: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${place}.${key}` : `${place}[${JSON.stringify(key)}]`;
}

function refusal(value: unknown, place: string): TypeError {
  return new TypeError(`${place}: expected JSON, got ${describe(value)}`);
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return '`undefined`: leave it out, or give `null`';
    case 'bigint':
      return 'a bigint: give a number, or `fromInteger(value)` beyond 2^53';
    case 'number':
      return `${String(value)}, a number that JSON lacks`;
    case 'object':
      if (value instanceof Date) return 'a Date: give `date.toISOString()`';
      if (value instanceof Map) return 'a Map: give `Object.fromEntries(map)`';
      return `an object of class ${className(value)}: give what identifies it, such as its path`;
    case 'boolean':
    case 'string':
    case 'symbol':
    case 'function':
      return `a ${typeof value}`;
  }
}

function className(value: object | null): string {
  const { name } = (value?.constructor ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && name !== '' ? name : 'unknown';
}
