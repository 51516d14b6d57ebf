import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { handoffFromText, handoffToText, type Handoff } from '../../src/flow/handoff.ts';
import type { SitePath } from '../../src/core/paths.ts';

const HANDOFF: Handoff = {
  site: '/work/site',
  outputDir: 'public' as SitePath,
  keys: { key: 'a/b', restoreKeys: [] },
  rawInputs: { site: 'site', gate: 'strict' },
  save: true,
  restored: 'prefix',
  stateDigest: 'abc',
  repaired: false,
};

function with_(overrides: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(handoffToText(HANDOFF)) as object), ...overrides });
}

test('what the main step hands over is what the post step gets', () => {
  assert.deepEqual(handoffFromText(handoffToText(HANDOFF)), HANDOFF);
});

test('another version, a missing or a wrong field is no handoff', () => {
  for (const text of [
    ...[undefined, '', '{', 'null', '[]', '"x"', '7', '{}'],
    ...[{ version: 2 }, { version: '1' }, { site: undefined }, { site: 7 }, { outputDir: '../x' }, { outputDir: '/' }],
    ...[{ keys: {} }, { keys: { key: 7 } }, { stateDigest: null }],
  ].map((given) => (typeof given === 'object' ? with_(given) : given)))
    assert.equal(handoffFromText(text), undefined, text);
});

test('nothing is saved, and nothing counts as restored, unless it is said clearly', () => {
  assert.equal(handoffFromText(with_({ save: 'true' }))?.save, false);
  assert.equal(handoffFromText(with_({ restored: 'maybe' }))?.restored, 'nothing');
  assert.deepEqual(handoffFromText(with_({ rawInputs: { site: 'x', gate: 7 } }))?.rawInputs, { site: 'x' });
  assert.deepEqual(handoffFromText(with_({ rawInputs: null }))?.rawInputs, {});
});

test('no text makes the post step fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => with_({ keys: json, rawInputs: json })),
      ),
      (text) => void handoffFromText(text),
    ),
  );
});
