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
    'restored 1,234 files: the build of these sources, recorded 3 hours ago from commit 6a4c21e0b1c2 by a run of push',
  ],
  [
    { kind: 'prefix', key: KEY, tried: 4, matchedKey: 'p/tree-1', files: 1, bytes: 1, from: FROM },
    'restored 1 file: an earlier build, recorded 3 hours ago from commit 6a4c21e0b1c2 by a run of push',
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
    'restored 1 file: an earlier build, recorded at an unknown time',
  ],
  [
    { kind: 'prefix', key: 'p/at-1/tree-2', matchedKey: 'p/at-2/tree-2', files: 2, bytes: 1 },
    'restored 2 files: the build of these sources in another place',
  ],
  [
    { kind: 'prefix', key: KEY, matchedKey: `${KEY}/unfinished-7-1`, files: 2, bytes: 1 },
    'restored 2 files: what a job that did not end well left of these sources',
  ],
  [
    { kind: 'prefix', key: KEY, matchedKey: `${KEY}/incremental`, files: 2, bytes: 1 },
    'restored 2 files: an incremental build of these sources',
  ],
  [{ kind: 'miss', key: KEY, tried: 4 }, 'nothing is stored yet that fits'],
  [{ kind: 'off', why: 'a tag' }, 'not asked: a tag'],
  [
    { kind: 'found', key: KEY, matchedKey: KEY },
    'the build of these sources is stored; only a look-up was asked for, so nothing was restored',
  ],
  [
    { kind: 'found', key: KEY, tried: 4, matchedKey: 'p/tree-1' },
    'an earlier build is stored; only a look-up was asked for, so nothing was restored',
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
