import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circumstancesFromJson, circumstancesToJson, type Circumstances } from '../../src/manifest/build-conditions.ts';
import type { JsonValue } from '../../src/core/json.ts';

const FULL: Circumstances = {
  config: {
    source: 'bengal',
    digests: new Map([
      ['site.title', '0123456789ab'],
      ['x.token', null],
    ]),
  },
  packages: new Map([
    ['bengal', '0.5.1'],
    ['__proto__', '1'],
  ]),
  shown: { ages: ['3 days ago'], dates: ['2026-01-02'] },
  readsClock: true,
  fullBuildSeconds: 41.6,
  incrementalBuildSeconds: 7.5,
};
const LEAST: Circumstances = {
  config: undefined,
  packages: undefined,
  shown: { ages: [], dates: [] },
  readsClock: false,
  fullBuildSeconds: undefined,
  incrementalBuildSeconds: undefined,
};

for (const [what, circumstances] of Object.entries({ everything: FULL, 'nothing to know': LEAST })) {
  test(`circumstances with ${what} come back as they were`, () => {
    const json = JSON.parse(JSON.stringify(circumstancesToJson(circumstances))) as JsonValue;
    assert.deepEqual(circumstancesFromJson(json), circumstances);
  });
}

const FOREIGN: readonly JsonValue[] = [
  null,
  'x',
  {},
  [],
  { readsClock: 'yes', shown: {} },
  { readsClock: true, shown: [] },
];

for (const value of FOREIGN) {
  test(`${JSON.stringify(value)} are no circumstances`, () => assert.equal(circumstancesFromJson(value), undefined));
}

test('of what is malformed only the sound parts are taken', () => {
  const json = {
    config: { source: 'somebody', digests: {} },
    packages: { a: '1', b: 2 },
    shown: { ages: ['x', 1], dates: 'x' },
    readsClock: false,
    fullBuildSeconds: 'long',
    incrementalBuildSeconds: 1e300,
  };
  assert.deepEqual(circumstancesFromJson(json), {
    ...LEAST,
    packages: new Map([['a', '1']]),
    shown: { ages: ['x'], dates: [] },
  });
});
