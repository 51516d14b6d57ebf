import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeProgress, judgeRestore, judgeSave } from '../../src/store/github-verdict.ts';

const quiet = { troubles: [], notes: [] };
const returned = <Value>(value: Value): { kind: 'returned'; value: Value } => ({ kind: 'returned', value });

test('nothing found is a miss only when the client did not complain', () => {
  assert.deepEqual(judgeRestore(returned(undefined), quiet), { kind: 'miss' });
  assert.deepEqual(judgeRestore(returned(undefined), { troubles: ['Failed to restore: '], notes: [] }), {
    kind: 'failed',
    why: 'the cache client gave no reason',
  });
  assert.deepEqual(
    judgeRestore(returned(undefined), {
      troubles: [],
      notes: ["Cache restore skipped: the effective cache-mode 'none' does not permit reads."],
    }),
    { kind: 'failed', why: "Cache restore skipped: the effective cache-mode 'none' does not permit reads." },
  );
  assert.deepEqual(judgeRestore({ kind: 'threw', error: new Error('odd') }, quiet), { kind: 'failed', why: 'odd' });
});

test('a positive id after a warning, as the v1 service yields for a failed upload, is not a success', () => {
  assert.deepEqual(
    judgeSave(returned(7), {
      troubles: ['Failed to save: Cache service responded with 500 during commit cache.'],
      notes: [],
    }),
    { kind: 'failed', why: 'Cache service responded with 500 during commit cache.' },
  );
  assert.deepEqual(judgeSave(returned(7), quiet), { kind: 'stored' });
});

test('-1 without a word is unclear, with a cause it is that cause', () => {
  assert.deepEqual(judgeSave(returned(-1), quiet), { kind: 'unclear' });
  assert.deepEqual(
    judgeSave(returned(-1), { troubles: [], notes: ['Failed to reserve cache: Error: entry already exists'] }),
    { kind: 'conflict' },
  );
  assert.deepEqual(judgeSave(returned(-1), { troubles: [], notes: ['Failed to reserve cache: Error: no\nway'] }), {
    kind: 'failed',
    why: 'no',
  });
});

test('reasons hold one line, no signature, and stay short', () => {
  const verdict = judgeRestore(
    { kind: 'threw', error: new Error(`GET http://x/?a=1&sig=abc%2F&b=2 ${'y'.repeat(900)}\nmore`) },
    quiet,
  );
  assert.equal(verdict.kind, 'failed');
  assert.match(verdict.why, /^GET http:\/\/x\/\?a=1&sig=\*\*\*&b=2 y+…$/);
  assert.ok(verdict.why.length <= 401);
  assert.equal(describeProgress(quiet), '');
});
