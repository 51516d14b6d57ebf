import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/core/digest.ts';
import { handoffFromText, handoffToText, type Handoff } from '../../src/preparation/handoff.ts';

const HANDOFF: Handoff = {
  site: '/work/site',
  key: 'a/b',
  matchedKey: 'a/c',
  rawInputs: { site: 'site', gate: 'always-full' },
  access: 'read-write',
  accessWhy: 'only people with write access push',
  stateDigest: sha256('state'),
  worth: sha256('worth'),
  plan: sha256('plan'),
  spoiltKey: undefined,
  announced: 3,
};

function with_(overrides: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(handoffToText(HANDOFF)) as object), ...overrides });
}

test('what the step before the build hands over is what the step after it gets', () => {
  assert.deepEqual(handoffFromText(handoffToText(HANDOFF)), HANDOFF);
  const bare: Handoff = {
    ...HANDOFF,
    matchedKey: undefined,
    worth: undefined,
    plan: undefined,
    access: 'off',
    spoiltKey: 'a/b',
    announced: undefined,
  };
  assert.deepEqual(handoffFromText(handoffToText(bare)), bare);
});

test('another version, a missing or a wrong field is no handoff', () => {
  for (const text of [
    ...[undefined, '', '{', 'null', '[]', '"x"', '7', '{}'],
    ...[{ version: 2 }, { version: 4 }, { version: '3' }, { site: undefined }, { site: 7 }, { key: 7 }, { key: null }],
    ...[{ access: 'everything' }, { access: undefined }, { stateDigest: null }, { stateDigest: 'abc' }],
  ].map((given) => (typeof given === 'object' ? with_(given) : given)))
    assert.equal(handoffFromText(text), undefined, text);
});

test('nothing counts as planned or as restored unless it is said clearly, and only inputs are taken for inputs', () => {
  for (const plan of [7, null, 'x', sha256('plan').toUpperCase()])
    assert.equal(handoffFromText(with_({ plan }))?.plan, undefined);
  assert.equal(handoffFromText(with_({ matchedKey: 7 }))?.matchedKey, undefined);
  assert.equal(handoffFromText(with_({ worth: 'x' }))?.worth, undefined);
  assert.deepEqual(handoffFromText(with_({ rawInputs: { site: 'x', gate: 7, unheard: 'y' } }))?.rawInputs, {
    site: 'x',
  });
  assert.deepEqual(handoffFromText(with_({ rawInputs: null }))?.rawInputs, {});
});

test('no text makes the later step fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => with_({ key: json, rawInputs: json, access: json })),
      ),
      (text) => void handoffFromText(text),
    ),
  );
});
