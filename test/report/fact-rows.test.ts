import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheRows } from '../../src/report/cache-words.ts';
import { factRows, sizesPhrase, timesPhrase } from '../../src/report/fact-rows.ts';
import { buildPhrase, sizePhrase, workPhrase } from '../../src/report/measures.ts';
import type { ReportCache } from '../../src/report/report.ts';
import { TYPICAL_REPORTS } from '../support/reports.ts';

const RESTORED = { kind: 'exact', key: 'k', matchedKey: 'k', files: 1234, bytes: 32_715_571 } as const;

test('the table names the facts in the order in which a reader asks for them', () => {
  const names = factRows(TYPICAL_REPORTS['incremental']!).map(([name]) => name);
  assert.deepEqual(names, [
    ...['State', 'Built', 'Configuration', 'Changes', 'Affected'],
    ...['Cache', 'Cache key', 'Sizes', 'Times', 'Time saved'],
  ]);
});

test('what nobody knows has no row', () => {
  const names = factRows({ ...TYPICAL_REPORTS['first-run']!, cache: { kind: 'not-asked' } }).map(([name]) => name);
  assert.deepEqual(names, ['State', 'Configuration', 'Changes', 'Affected', 'Cache', 'Times']);
});

test('the cache has two rows where something was restored: what it is, and its key', () => {
  const { cache } = TYPICAL_REPORTS['incremental']!;
  assert.deepEqual(cacheRows({ ...cache, matchedKey: 'a/b' } as ReportCache), [
    ['Cache', 'restored an earlier build, recorded 3 hours ago from commit 6a4c21e0b1c2 by a run of push'],
    ['Cache key', 'a/b'],
  ]);
  const unfinished = { ...RESTORED, kind: 'prefix', matchedKey: 'k/unfinished-1' } as const;
  assert.equal(cacheRows(unfinished)[0]?.[1], 'restored what a job that did not end well left of these sources');
  assert.deepEqual(cacheRows({ kind: 'off', why: 'a tag' }), [['Cache', 'not asked: a tag']]);
});

test('sizes are those of the archive and of what it held', () => {
  assert.equal(sizesPhrase({ cache: RESTORED }), '31.2 MiB in 1,234 files');
  assert.equal(
    sizesPhrase({ cache: { ...RESTORED, archiveBytes: 5_033_165, kept: 1 } }),
    'an archive of 4.8 MiB, which holds 31.2 MiB in 1,234 files, of which 1 file was there already',
  );
  assert.equal(sizesPhrase({ cache: { kind: 'miss', key: 'k' } }), '');
});

test('times are those of the cache and of everything else, where they were taken', () => {
  const times = { restoreMs: 2149, analysisMs: 380 };
  assert.equal(timesPhrase({ cache: RESTORED, times }), 'cache 2.1 s, analysis 0.4 s');
  assert.equal(timesPhrase({ cache: { kind: 'off', why: 'a tag' }, times }), 'analysis 0.4 s');
  assert.equal(timesPhrase({ cache: RESTORED }), '');
});

test('measures are told in the unit that people would take', () => {
  assert.deepEqual([0, 1, 900, 1024, 1_500_000, 3_500_000_000].map(sizePhrase), [
    ...['0 bytes', '1 byte', '900 bytes', '1.0 KiB', '1.4 MiB', '3.3 GiB'],
  ]);
  assert.deepEqual([0, 49, 61_000].map(workPhrase), ['0.0 s', '0.0 s', '61.0 s']);
  assert.deepEqual([0.2, 41.6, 99.4, 100, 500].map(buildPhrase), ['1 s', '42 s', '99 s', '2 min', '8 min']);
});
