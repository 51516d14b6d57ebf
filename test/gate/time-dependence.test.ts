import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageInWords, findDue, type ClockFacts } from '../../src/gate/time-dependence.ts';

const DAY = 86_400_000;
/** Noon on this machine's wall, so that a few hours more or less are the same day everywhere. */
const NOON = new Date(2026, 10, 21, 12).getTime();

const at = (ms: number): string => new Date(ms).toISOString();
const due = (facts: Partial<ClockFacts> & { readonly later?: number }): string | undefined =>
  findDue({
    shown: { ages: [], dates: [] },
    readsClock: false,
    outdatedAfterDays: [],
    recordedAt: at(NOON),
    now: NOON + (facts.later ?? 0),
    ...facts,
  });

/** Milliseconds and what `time_ago` of Bengal 0.5.1 said of that age. */
const AGES: readonly (readonly [ms: number, words: string])[] = [
  [-5, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [3_599_999, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [DAY - 1, '23 hours ago'],
  [DAY, '1 day ago'],
  [29 * DAY, '29 days ago'],
  [30 * DAY, '1 month ago'],
  [359 * DAY, '11 months ago'],
  [364 * DAY, '12 months ago'],
  [365 * DAY, '1 year ago'],
  [800 * DAY, '2 years ago'],
];

for (const [ms, words] of AGES) {
  test(`an age of ${String(ms)} milliseconds is ${words}`, () => assert.equal(ageInWords(ms), words));
}

test('nothing is due where pages show no age, within a year', () => {
  assert.equal(due({ later: 9 * DAY }), undefined);
});

test('an age that is shown is due as soon as its words change, and not before', () => {
  // 359 days old at the end of that day.
  const shown = { ages: ['11 months ago'], dates: ['2025-11-27'] };
  assert.equal(due({ shown, later: 3_600_000 }), undefined);
  assert.equal(
    due({ shown, later: DAY }),
    'pages show that 2025-11-27 was 11 months ago, and that is 12 months ago by this time',
  );
});

test('an age that no page shows is never due', () => {
  assert.equal(due({ shown: { ages: ['3 years ago'], dates: ['2025-11-27', '2023-01-01'] }, later: DAY }), undefined);
});

test('dates may carry a time and a zone, and what is no date does not matter', () => {
  const hours = { ages: ['3 hours ago'], dates: [at(NOON - 3 * 3_600_000).replace('.000Z', 'Z')] };
  assert.equal(due({ shown: hours, later: 1_800_000 }), undefined);
  assert.match(due({ shown: hours, later: 3_600_000 }) ?? '', /was 3 hours ago, and that is 4 hours ago by this time$/);
  assert.equal(
    due({ shown: { ages: ['1 day ago'], dates: ['2026-13-45', '2026-11-20T25:00'] }, later: 60_000 }),
    undefined,
  );
});

test('a date in the future is due when it has come', () => {
  const shown = { ages: [], dates: ['2026-11-23'] };
  assert.equal(due({ shown, later: DAY / 4 }), undefined);
  assert.equal(due({ shown, later: 2 * DAY }), 'the date 2026-11-23 of a page has come since the output was written');
});

test('an age of something else is taken for true only on the day on which it was written', () => {
  const shown = { ages: ['5 minutes ago'], dates: ['2020-01-01'] };
  assert.equal(due({ shown, later: 3_600_000 }), undefined);
  assert.equal(
    due({ shown, later: DAY }),
    'pages show that something was 5 minutes ago, and the output was not written today',
  );
});

test('a page is due when it begins to count as outdated, by any limit of Bengal or of the site', () => {
  const old = (days: number): { ages: string[]; dates: string[] } => ({
    ages: [],
    dates: [at(NOON - days * DAY + 3_600_000)],
  });
  for (const days of [90, 180]) {
    assert.equal(due({ shown: old(days), later: 1_800_000 }), undefined);
    assert.match(due({ shown: old(days), later: 7_200_000 }) ?? '', /may count as outdated by this time$/);
  }
  assert.equal(due({ shown: old(30), later: 7_200_000 }), undefined);
  assert.match(due({ shown: old(30), later: 7_200_000, outdatedAfterDays: [30] }) ?? '', /outdated/);
});

test('templates that ask for the time are right on the day of the build alone', () => {
  assert.equal(due({ readsClock: true, later: 3_600_000 }), undefined);
  assert.equal(
    due({ readsClock: true, later: DAY }),
    'templates of the site ask for the time, and the output was not written today',
  );
});

test('another year is due: most footers show it', () => {
  assert.equal(due({ later: 41 * DAY }), 'the year is another than when the output was written');
});

test('without a time, or with one that has not come, nothing is known', () => {
  assert.equal(due({ recordedAt: 'x' }), 'nobody knows when the output was written');
  assert.equal(due({ recordedAt: at(NOON + DAY) }), 'the output claims to come from the future');
  // Clocks of machines differ a little.
  assert.equal(due({ recordedAt: at(NOON + 60_000) }), undefined);
});

test('what has become due stays due for the rest of the year', () => {
  const dates = fc.array(fc.integer({ min: -40, max: 500 }).map((days) => at(NOON - days * DAY).slice(0, 10)));
  const hours = fc.tuple(fc.nat(400), fc.nat(400));
  fc.assert(
    fc.property(dates, hours, (list, [one, two]) => {
      // Months of 30 days and years of 365 leave no way back to words that an age has had.
      const ages = list.map((date) => ageInWords(NOON - new Date(`${date}T00:00:00`).getTime()));
      const shown = { ages, dates: list };
      const [early, late] = [Math.min(one, two) * 3_600_000, Math.max(one, two) * 3_600_000];
      if (due({ shown, later: early }) !== undefined) assert.notEqual(due({ shown, later: late }), undefined);
    }),
  );
});
