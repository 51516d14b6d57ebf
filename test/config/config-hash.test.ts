import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeConfigHash, configText } from '../../src/config/config-hash.ts';
import { parsePythonJson, PythonNumber } from '../../src/core/python-json.ts';

interface Vector {
  readonly name: string;
  readonly json: string;
  readonly hash: string;
}

// What `compute_config_hash` of a real Bengal gave for `json.loads` of each text, recorded by scripts/config-hash-vectors.py.
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, 'config-hash-vectors.json'), 'utf8')) as {
  readonly vectors: readonly Vector[];
};

for (const { name, json, hash } of vectors) {
  test(`the hash of ${name} is Bengal's`, () => assert.equal(computeConfigHash(parsePythonJson(json)), hash));
}

test('what JSON does not have is hashed as Python prints it', () => {
  // compute_config_hash({"a": {"b", "a", "it's", 'say "x"', "\n\u00a0é\U000e0001"}, "d": datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)})
  const config = {
    a: new Set(['b', 'a', "it's", 'say "x"', '\n\u00a0é\u{e0001}']),
    d: new Date('2024-01-02T03:04:05Z'),
  };
  assert.equal(computeConfigHash(config), 'f61d3b5a909642ef');
});

test('a mapping may be a Map', () => {
  const map = new Map<string, unknown>([
    ['b', new Map([['_x', 1]])],
    ['a', [new Map([['_x', new PythonNumber('1.0')]])]],
  ]);
  assert.equal(configText(map), '{"a":[{"_x":1.0}],"b":{}}');
});

test('a key that is no string is refused, as Bengal fails on it', () => {
  assert.throws(() => computeConfigHash(new Map([[1, 'x']])), {
    message: /keys of a configuration to be strings, got 1/,
  });
});

test('the order of keys and what is private never count', () => {
  const config = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { noNullPrototype: true });
  fc.assert(
    fc.property(config, fc.jsonValue(), (value, hidden) => {
      const reversed = Object.fromEntries([...Object.entries(value).reverse(), ['_hidden', hidden]]);
      const open = Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('_')));
      assert.equal(computeConfigHash(reversed), computeConfigHash(open));
    }),
  );
});
