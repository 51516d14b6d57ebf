import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originFromJson, originToJson, UNKNOWN_ORIGIN, type Origin } from '../../src/manifest/origin.ts';
import type { JsonValue } from '../../src/core/json.ts';

const ORIGIN: Origin = {
  repository: 'someone/site',
  event: 'push',
  ref: 'refs/heads/main',
  fork: false,
  trust: 'default-branch',
};

test('what is written is read back', () => {
  for (const origin of [ORIGIN, { ...ORIGIN, fork: true, trust: 'outside' } as const, UNKNOWN_ORIGIN])
    assert.deepEqual(originFromJson(JSON.parse(JSON.stringify(originToJson(origin))) as JsonValue), origin);
});

test('what is no origin is unknown, and trusted least', () => {
  for (const value of [undefined, null, 7, 'push', [], {}, { trust: 'everybody' }, { trust: 7, event: 7, fork: 'no' }])
    assert.deepEqual(originFromJson(value), UNKNOWN_ORIGIN);
});

test('a name longer than any is none', () => {
  assert.equal(originFromJson({ ref: 'x'.repeat(301) }).ref, undefined);
  assert.equal(originFromJson({ ref: 'x'.repeat(300) }).ref?.length, 300);
});
