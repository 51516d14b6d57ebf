import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agePhrase, cacheSentence } from '../../src/report/cache-words.ts';
import type { CacheOrigin, ReportCache } from '../../src/report/report.ts';

const KEY = 'p/tree-2';
const FROM: CacheOrigin = {
  commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
  recordedAt: '2026-11-21T08:00:00.000Z',
  ageSeconds: 3 * 3600 + 59,
  event: 'push',
};

const SENTENCES: readonly (readonly [cache: ReportCache, sentence: string])[] = [
  [
    { kind: 'exact', key: KEY, tried: 4, matchedKey: KEY, files: 1234, bytes: 1, from: FROM },
    'restored 1,234 files of this very tree from p/tree-2, recorded 3 hours ago from commit 6a4c21e0b1c2 by a run of push',
  ],
  [
    { kind: 'prefix', key: KEY, tried: 4, matchedKey: 'p/tree-1', files: 1, bytes: 1, from: FROM },
    'tried p/tree-2 and 4 wider prefixes; restored 1 file of an older tree from p/tree-1, recorded 3 hours ago from commit 6a4c21e0b1c2 by a run of push',
  ],
  [
    {
      kind: 'prefix',
      key: KEY,
      tried: 1,
      matchedKey: 'p/tree-1',
      files: 1,
      bytes: 1,
      from: { commit: null, recordedAt: null, ageSeconds: null, event: null },
    },
    'tried p/tree-2 and 1 wider prefix; restored 1 file of an older tree from p/tree-1, recorded at an unknown time from an unknown commit',
  ],
  [
    { kind: 'prefix', key: 'p/at-1/tree-2', matchedKey: 'p/at-2/tree-2', files: 2, bytes: 1 },
    'restored 2 files of these very sources, built at another place, from p/at-2/tree-2',
  ],
  [
    { kind: 'prefix', key: KEY, matchedKey: `${KEY}/unfinished-7-1`, files: 2, bytes: 1 },
    'restored 2 files of this very tree, left by a job that did not end well, from p/tree-2/unfinished-7-1',
  ],
  [
    { kind: 'prefix', key: KEY, matchedKey: `${KEY}/incremental`, files: 2, bytes: 1 },
    'restored 2 files of this very tree, not built in full, from p/tree-2/incremental',
  ],
  [{ kind: 'miss', key: KEY, tried: 4 }, 'nothing stored yet under p/tree-2 or 4 wider prefixes'],
  [{ kind: 'off', why: 'a tag' }, 'not asked: a tag'],
  [
    { kind: 'found', key: KEY, matchedKey: KEY },
    'p/tree-2 is stored, which is of this very tree; only a look-up was asked for, so nothing was restored',
  ],
  [
    { kind: 'found', key: KEY, tried: 4, matchedKey: 'p/tree-1' },
    'tried p/tree-2 and 4 wider prefixes; p/tree-1 is stored, which is of an older tree; only a look-up was asked for, so nothing was restored',
  ],
  [
    { kind: 'rejected', key: KEY, why: 'p/tree-1: it is older than max-age permits' },
    'the stored state was not used: p/tree-1: it is older than max-age permits',
  ],
];

for (const [cache, sentence] of SENTENCES)
  test(`${cache.kind}: ${sentence}`, () => assert.equal(cacheSentence(cache), sentence));

test('an age is told in the largest unit that there are two of', () => {
  assert.deepEqual([-5, 0, 1, 119, 120, 7199, 7200, 172_799, 172_800, 8e6].map(agePhrase), [
    '0 seconds',
    '0 seconds',
    '1 second',
    '119 seconds',
    '2 minutes',
    '119 minutes',
    '2 hours',
    '47 hours',
    '2 days',
    '92 days',
  ]);
});
