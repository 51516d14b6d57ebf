import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';

// Arbitrary parts of cache entries, hostile ones among them.

/** Keys and names, with those that trip objects up, and scripts of all kinds. */
export const name: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'toString',
    '2025',
    '\u0000',
    '../..',
    '日本語',
    '🎉',
    '\ud800',
    'x'.repeat(5000),
  ),
);

/** JSON as it comes out of a file: no negative zero, plain objects. */
export const json: fc.Arbitrary<JsonValue> = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);

export const jsonObject: fc.Arbitrary<JsonObject> = fc
  .uniqueArray(fc.tuple(name, json), { selector: ([key]) => key, maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

export const nameSet: fc.Arbitrary<Set<string>> = fc.array(name).map((names) => new Set(names));

/** Absent, or fields that no codec knows. */
export const unknownFields: fc.Arbitrary<{ unknownFields?: JsonObject }> = fc.oneof(
  fc.constant({}),
  fc
    .uniqueArray(fc.tuple(fc.constantFrom('__proto__', 'toString', 'new_field', '7'), json), {
      selector: ([key]) => key,
      minLength: 1,
    })
    .map((entries) => ({ unknownFields: Object.fromEntries(entries) })),
);

/** Adds unknown fields to some of the values. */
export function withUnknown<Value extends object>(
  known: fc.Arbitrary<Value>,
): fc.Arbitrary<Value & { unknownFields?: JsonObject }> {
  return fc.tuple(known, unknownFields).map(([value, unknown]) => ({ ...value, ...unknown }));
}
