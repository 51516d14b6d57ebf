import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import { digestOfParts, isSha256, sha256 } from '../../src/core/digest.ts';
import { asArray, asFiniteNumber, asString, asStrings, entriesOf, field, type JsonValue } from '../../src/core/json.ts';
import { byCodeUnit, sortedUnique } from '../../src/core/order.ts';
import { below, isAbsolutePosix, isWithin, sitePath } from '../../src/core/paths.ts';
import { messageOf } from '../../src/core/result.ts';
import { UserError } from '../../src/core/user-error.ts';

test('a site path is relative, in normal form, and stays inside', () => {
  const paths = {
    'a/b': 'a/b',
    './a//b/': 'a/b',
    'a/../b': 'b',
    'a\\b': 'a/b',
    '..a': '..a',
    'a/..b': 'a/..b',
    '...': '...',
  };
  for (const [given, path] of Object.entries(paths)) assert.equal(sitePath(given), path, given);
  for (const given of [
    '',
    '.',
    '..',
    'a/..',
    '../a',
    'a/../../b',
    '/a',
    'C:/a',
    'C:\\a',
    '\\\\server\\share',
    'a\0b',
    './',
    '..\\x',
  ])
    assert.equal(sitePath(given), undefined, given);
});

test('no text makes a site path that climbs, and a site path stays itself', () => {
  const anyPath = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[./\\a]{0,12}$/));
  fc.assert(
    fc.property(anyPath, (text) => {
      const path = sitePath(text);
      if (path === undefined) return;
      assert.equal(sitePath(path), path);
      assert.ok(!path.split('/').some((part) => part === '' || part === '.' || part === '..'));
    }),
    { numRuns: 1000 },
  );
});

test('below and within compare whole names', () => {
  assert.equal(below('/work/site', '/work/site/a'), 'a');
  assert.equal(below('/', '/a'), 'a');
  for (const path of ['/work/site-old/a', '/work/site', '/work', '/work/site/../x'])
    assert.equal(below('/work/site', path), undefined, path);
  assert.deepEqual(
    [isWithin('a', 'a'), isWithin('a', 'a/b'), isWithin('a', 'ab'), isWithin('a/b', 'a')],
    [true, true, false, false],
  );
  assert.deepEqual(['/a', 'C:/a', '//s/a', 'a', 'C:a'].map(isAbsolutePosix), [true, true, true, false, false]);
});

test('equal values have equal canonical text, in whatever order their keys come', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(canonicalJson(reversed(value as JsonValue)), canonicalJson(value));
      assert.equal(canonicalJson(structuredClone(value)), canonicalJson(value));
    }),
  );
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as JsonValue[]).map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    entriesOf(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

test('values that JSON lacks or confuses have canonical texts of their own', () => {
  const values = [
    1,
    1n,
    '1',
    true,
    null,
    '',
    [],
    {},
    Number.NaN,
    Infinity,
    -Infinity,
    0,
    -0,
    new Date(0),
    new Date(1),
    new Set([1]),
    new Set([2]),
    new Map([[1, 2]]),
    [1],
    [[1]],
    { a: 1 },
  ];
  assert.equal(new Set(values.map(canonicalJson)).size, values.length);
});

test('keys like __proto__ are keys', () => {
  assert.notEqual(canonicalJson(JSON.parse('{"__proto__":1}')), canonicalJson({}));
});

test('a digest of parts tells where one part ends', () => {
  const digests = [
    [['ab', 'c']],
    [['a', 'bc']],
    [['abc', '']],
    [
      ['a', 'b'],
      ['c', ''],
    ],
    [],
    [['', '']],
  ] as const;
  assert.equal(new Set(digests.map((parts) => digestOfParts(parts as never))).size, digests.length);
  assert.equal(digestOfParts([['é', 'x']]), digestOfParts([['é', Buffer.from('x')]]));
  assert.ok(isSha256(sha256('')) && !isSha256('x') && !isSha256(`${sha256('')}\n`));
});

test('fields of hostile JSON are found only where they are its own', () => {
  const value = JSON.parse('{"a":1,"__proto__":{"b":2}}') as JsonValue;
  assert.deepEqual(
    [field(value, 'a'), field(value, 'b'), field(value, 'toString'), field([1], '0'), field('x', 'length')],
    [1, undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(
    [
      asString(7),
      asFiniteNumber('7'),
      asFiniteNumber(Number.POSITIVE_INFINITY),
      asArray({}),
      asStrings([1, 'a', null]),
      entriesOf([1]),
    ],
    [undefined, undefined, undefined, [], ['a'], []],
  );
});

test('order is that of code units, on every machine', () => {
  assert.deepEqual(['é', 'z', 'a', 'Z', 'a'].sort(byCodeUnit), ['Z', 'a', 'a', 'z', 'é']);
  assert.deepEqual(sortedUnique(['b', 'a', 'b']), ['a', 'b']);
});

test('whatever is thrown has a message, and a user error has all of its problems', () => {
  assert.deepEqual([messageOf(new Error('x')), messageOf('y'), messageOf(undefined)], ['x', 'y', 'undefined']);
  assert.deepEqual(new UserError(['one', 'two']).problems, ['one', 'two']);
});
