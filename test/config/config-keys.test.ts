import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digestSettings, findChangedKeys, maskVariables, settingsOf } from '../../src/config/config-keys.ts';
import { looksSecret, shownValue } from '../../src/core/secrets.ts';

test('settings are taken apart to their names; lists and empty mappings are values', () => {
  const settings = settingsOf({ site: { title: 'T', tags: ['a', { b: 1 }] }, 'a.b': { '': 1 }, x: {}, n: null });
  assert.deepEqual(
    [...settings],
    [
      ['site.title', '"T"'],
      ['site.tags', '["a",{"b":1}]'],
      ['"a.b".""', '1'],
      ['x', '{}'],
      ['n', 'null'],
    ],
  );
});

test('what came, went and changed is named, with the present value', () => {
  const recorded = digestSettings(settingsOf({ site: { title: 'Old', lang: 'en' }, gone: 1 }));
  assert.deepEqual(findChangedKeys(recorded, settingsOf({ site: { title: 'New', lang: 'en' }, fresh: [1] })), [
    { key: 'fresh', change: 'added', value: '[1]' },
    { key: 'gone', change: 'removed', value: null },
    { key: 'site.title', change: 'changed', value: '"New"' },
  ]);
});

test('equal settings have no differences, and different ones have some', () => {
  const config = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(config, config, (one, two) => {
      const [left, right] = [settingsOf(one), settingsOf(two)];
      assert.deepEqual(findChangedKeys(digestSettings(left), left), []);
      const same = JSON.stringify([...left].sort()) === JSON.stringify([...right].sort());
      assert.equal(findChangedKeys(digestSettings(left), right).length === 0, same);
    }),
  );
});

const SECRETS = ['params.api_key', 'notion.TOKEN', 'auth.user', 'db_password', 'x.privateKey', 'hooks.webhook_url'];

test('of what looks like a secret nothing is kept, and nothing shown', () => {
  for (const key of SECRETS) {
    assert.equal(looksSecret(key), true, key);
    assert.deepEqual(digestSettings(new Map([[key, '"hunter2"']])), new Map([[key, null]]));
    assert.equal(shownValue(key, '"hunter2"'), '***');
  }
  for (const key of ['params.author', 'authors', 'site.title', 'baseurl', 'params.authority'])
    assert.equal(looksSecret(key), false, key);
});

test('a secret that came or went is named, and one that changed is not known to', () => {
  const recorded = digestSettings(new Map([['a.token', '"1"']]));
  assert.deepEqual(findChangedKeys(recorded, new Map([['a.token', '"2"']])), []);
  assert.deepEqual(findChangedKeys(new Map(), new Map([['a.token', '"2"']])), [
    { key: 'a.token', change: 'added', value: '***' },
  ]);
});

test('values that give themselves away are masked whatever the setting is called', () => {
  const secrets = ['https://user:pass@host/', 'ghp_0123456789', 'xoxb-1', 'AKIA0123', 'eyJhbGciOiJ.x', 'github_pat_1'];
  for (const value of secrets) assert.equal(shownValue('params.x', JSON.stringify(value)), '***', value);
  assert.equal(shownValue('params.x', '"https://example.org/"'), '"https://example.org/"');
});

test('long values are cut', () => {
  assert.equal(shownValue('a', 'x'.repeat(61)), `${'x'.repeat(57)}...`);
});

test('values of variables are masked whatever they are called', () => {
  const change = { key: 'x.y', change: 'added', value: '"v"' } as const;
  assert.deepEqual(maskVariables([change], new Set(['x.y'])), [{ ...change, value: '***' }]);
  assert.deepEqual(maskVariables([change], new Set(['x'])), [change]);
});

test('equal values of two settings do not give each other away', () => {
  const digests = digestSettings(
    new Map([
      ['a', '1'],
      ['b', '1'],
    ]),
  );
  assert.notEqual(digests.get('a'), digests.get('b'));
});
