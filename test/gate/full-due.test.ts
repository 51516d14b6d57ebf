import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fullDueReason } from '../../src/gate/full-due.ts';
import type { FullEvery } from '../../src/inputs/inputs.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const EVERY: FullEvery = { builds: 50, time: 7 * DAY };
const NEVER: FullEvery = { builds: Number.POSITIVE_INFINITY, time: Number.POSITIVE_INFINITY };
const ago = (milliseconds: number): string => new Date(NOW - milliseconds).toISOString();

test('a full build is due at the number of builds and at the time, and not a build or a millisecond before', () => {
  const due = (keptBuilds: number, age: number): boolean =>
    fullDueReason({ renderedAt: ago(age), keptBuilds }, EVERY, NOW) !== undefined;
  assert.deepEqual([due(0, 0), due(49, 7 * DAY - 1)], [false, false]);
  assert.deepEqual([due(50, 0), due(51, 0), due(0, 7 * DAY), due(0, 70 * DAY)], [true, true, true, true]);
});

test('it says which of the two it is', () => {
  const reason = (keptBuilds: number, age: number): string | undefined =>
    fullDueReason({ renderedAt: ago(age), keptBuilds }, EVERY, NOW);
  assert.equal(reason(50, 9 * DAY), '50 builds in a row have kept pages, and full-every asks for a full one then');
  assert.equal(
    reason(3, 9.9 * DAY),
    'all pages were rendered last 9 days ago, and full-every asks for a full build then',
  );
});

test('a time that nobody can tell, or that is yet to come, counts as long ago', () => {
  for (const renderedAt of ['', 'yesterday', '2026-13-01T00:00:00Z', ago(-1), ago(-DAY)])
    assert.equal(
      fullDueReason({ renderedAt, keptBuilds: 0 }, EVERY, NOW),
      'nobody knows when all pages were rendered last',
    );
});

test('never is never, whatever the time says', () => {
  for (const renderedAt of ['', ago(-DAY), ago(9999 * DAY)])
    assert.equal(fullDueReason({ renderedAt, keptBuilds: 999_999 }, NEVER, NOW), undefined);
});

test('for any setting and any past: due exactly where one of the two limits is reached', () => {
  const limit = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(Number.POSITIVE_INFINITY));
  const every = fc.record({ builds: limit, time: limit.map((days) => days * DAY) });
  const age = fc.tuple(fc.integer({ min: 0, max: 70 }), fc.constantFrom(-1, 0, 1)).map(([days, by]) => days * DAY + by);
  fc.assert(
    fc.property(
      every,
      fc.nat(70),
      age.filter((past) => past >= 0),
      (given, keptBuilds, past) => {
        const reason = fullDueReason({ renderedAt: ago(past), keptBuilds }, given, NOW);
        assert.equal(reason !== undefined, keptBuilds >= given.builds || past >= given.time);
      },
    ),
    { numRuns: 2000 },
  );
});
