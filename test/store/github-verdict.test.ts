import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientEnd } from '../../src/store/github-calls.ts';
import { describeProgress, judgeRestore, judgeSave } from '../../src/store/github-verdict.ts';

const quiet = { troubles: [], notes: [], programs: '' };
const keys = { key: 'site-1', restoreKeys: ['site-'] };
const returned = (value: string | number | null): ClientEnd => ({ kind: 'returned', value });
const threw = (message: string): ClientEnd => ({ kind: 'threw', message });

test('nothing found is a miss only when the client did not complain', () => {
  assert.deepEqual(judgeRestore(keys, returned(null), quiet), {
    kind: 'miss',
    why: 'nothing is stored under a key that begins with "site-", for this branch, its base or the default branch',
  });
  assert.deepEqual(judgeRestore(keys, returned(null), { ...quiet, troubles: ['Failed to restore: '] }), {
    kind: 'unavailable',
    why: 'the cache client gave no reason',
  });
  assert.deepEqual(judgeRestore(keys, threw('odd'), quiet), { kind: 'unavailable', why: 'odd' });
  assert.equal(judgeRestore(keys, { kind: 'no-service' }, quiet), 'no-service');
});

test('a key is compared strictly', () => {
  assert.deepEqual(judgeRestore(keys, returned('site-1'), quiet), { kind: 'exact', key: 'site-1' });
  assert.deepEqual(judgeRestore(keys, returned('site-10'), quiet), { kind: 'prefix', key: 'site-10' });
  assert.deepEqual(judgeRestore(keys, returned('SITE-1'), quiet), { kind: 'prefix', key: 'SITE-1' });
});

test('a refusal that the client finds by itself is a refusal', () => {
  const skipped = (operation: string, doing: string): string =>
    `Cache ${operation} skipped: the effective cache-mode 'none' does not permit ${doing}s.`;
  assert.deepEqual(judgeRestore(keys, returned(null), { ...quiet, notes: [skipped('restore', 'read')] }), {
    kind: 'denied',
    why: skipped('restore', 'read'),
  });
  assert.deepEqual(judgeSave(returned(-1), { ...quiet, notes: [skipped('save', 'write')] }), {
    kind: 'denied',
    why: skipped('save', 'write'),
  });
});

test('a positive id after a warning, as the older protocol yields for a failed upload, is not a success', () => {
  const troubles = ['Failed to save: Cache service responded with 500 during commit cache.'];
  assert.deepEqual(judgeSave(returned(7), { ...quiet, troubles }), {
    kind: 'unavailable',
    why: 'the cache service answered 500',
  });
  assert.deepEqual(judgeSave(returned(7), quiet), { kind: 'stored' });
});

test('-1 without a word is unclear, with a cause it is that cause', () => {
  assert.deepEqual(judgeSave(returned(-1), quiet), { kind: 'unclear' });
  const because = (note: string): unknown => judgeSave(returned(-1), { ...quiet, notes: [note] });
  assert.deepEqual(because('Failed to reserve cache: Error: entry already exists'), { kind: 'conflict' });
  assert.deepEqual(because('Failed to reserve cache: Error: no\nway'), { kind: 'unavailable', why: 'no' });
  const v1 = 'Failed to save: Unable to reserve cache with key a. b, another job may be creating this cache.';
  assert.deepEqual(because(`${v1} More details: Cache already exists. Key: a. b`), { kind: 'conflict' });
  assert.deepEqual(because(`${v1} More details: too large`), { kind: 'unavailable', why: 'too large' });
});

test('reasons hold one line, no signature, and stay short', () => {
  const long = `GET http://x/?a=1&sig=abc%2F&b=2 ${'y'.repeat(900)}\nmore`;
  const verdict = judgeSave(threw(long), quiet);
  assert.equal(verdict.kind, 'unavailable');
  assert.match(verdict.why, /^GET http:\/\/x\/\?a=1&sig=\*\*\*&b=2 y+…$/);
  assert.ok(verdict.why.length <= 401);
});

test('of what a stopped call said, the last trouble is told', () => {
  assert.equal(describeProgress(quiet), '');
  const notes = ['Attempt 1 of 5 failed with error: Failed request: (503) Busy. Retrying request in 3000 ms...', 'x'];
  assert.equal(describeProgress({ ...quiet, notes }), '; before that: the cache service answered 503 Busy');
});
