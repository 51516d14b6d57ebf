import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { startDeadline } from '../../src/store/deadline.ts';

test('a deadline aborts with a reason that says what was given up, and after how long', async () => {
  const { signal } = startDeadline(20, 'restoring');
  assert.equal(signal.aborted, false);
  await once(signal, 'abort');
  assert.equal((signal.reason as Error).message, 'gave up restoring after 0.02 s');
});

test('one that was cleared never aborts, and keeps no process alive', () => {
  const before = process.getActiveResourcesInfo().length;
  const deadline = startDeadline(3_600_000, 'saving');
  deadline.clear();
  assert.equal(deadline.signal.aborted, false);
  assert.equal(process.getActiveResourcesInfo().length, before);
});
