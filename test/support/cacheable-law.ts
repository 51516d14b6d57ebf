import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cacheable } from '../../src/bengal/cache-codec.ts';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';

/**
 * Checks the laws of a codec: for any value of the arbitrary, `fromCache(toCache(value))` equals it, only JSON values come
 * out, and the order of keys depends on nothing but the value; for every stored sample, `toCache(fromCache(json))` equals it.
 */
export function checkRoundTrip<Value extends object>(
  codec: Cacheable<Value>,
  arbitrary: fc.Arbitrary<Value>,
  samples: Iterable<JsonObject> = [],
): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      const json = codec.toCache(value);
      assertJson(json, []);
      // Through text as well, since that is what a file holds.
      for (const stored of [json, JSON.parse(JSON.stringify(json)) as JsonObject]) {
        const restored = codec.fromCache(stored);
        assert.deepEqual(restored, value);
        assert.ok(restored);
        assert.equal(JSON.stringify(codec.toCache(restored)), JSON.stringify(json));
      }
      assert.equal(JSON.stringify(codec.toCache(reversed(value))), JSON.stringify(json));
    }),
  );
  for (const sample of samples) {
    const value = codec.fromCache(sample);
    assert.ok(value, `no such entry: ${JSON.stringify(sample)}`);
    assert.deepEqual(codec.toCache(value), sample);
  }
}

/** The same value with its properties added in the opposite order. */
function reversed<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).reverse()) as Value;
}

function assertJson(value: JsonValue | undefined, path: readonly string[]): void {
  const where = path.join('.');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    assert.ok(Number.isFinite(value), `${where} is ${value}`);
    return;
  }
  assert.ok(typeof value === 'object', `${where} is ${typeof value}`);
  if (!Array.isArray(value))
    assert.equal(Object.getPrototypeOf(value), Object.prototype, `${where} is no plain object`);
  for (const [key, inner] of Object.entries(value)) assertJson(inner as JsonValue, [...path, key]);
}
