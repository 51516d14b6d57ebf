import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openGithubRig } from './github-rig.ts';

/** The client's own retries take half a minute: `SLOW_TESTS=1 node --test test/store/github-slow.long.test.ts`. */
const options = {
  skip: process.env['SLOW_TESTS'] === undefined && 'set SLOW_TESTS=1 to wait for the retries of the client',
  timeout: 120_000,
};

test('one failure of the service is retried and told to nobody', options, async () => {
  await using rig = await openGithubRig();
  const file = join(rig.folder, 'file');
  await writeFile(file, 'x');
  assert.equal((await rig.store.save({ key: 'k', file })).kind, 'saved');
  rig.service.inject('lookup', { kind: 'status', status: 500 }, 1);
  assert.deepEqual(await rig.store.restore({ key: 'k', restoreKeys: [], file }), { kind: 'exact', key: 'k' });
  assert.equal(rig.service.requests.lookup, 2);
  await rig.assertTidy();
});

test('a service that stays down is told with its status', options, async () => {
  await using rig = await openGithubRig();
  rig.service.inject('lookup', { kind: 'status', status: 503, message: 'maintenance' });
  const outcome = await rig.store.restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'file') });
  assert.deepEqual(outcome, {
    kind: 'unavailable',
    why: 'the cache service answered 503 Service Unavailable (maintenance), 5 times',
  });
  assert.equal(rig.service.requests.lookup, 5);
  await rig.assertTidy();
});

test('a blob store that stays down is told too', options, async () => {
  await using rig = await openGithubRig();
  rig.service.inject('upload', { kind: 'status', status: 503 });
  const file = join(rig.folder, 'file');
  await writeFile(file, 'x');
  const outcome = await rig.store.save({ key: 'k', file });
  assert.deepEqual(outcome, { kind: 'unavailable', why: 'injected fault' });
  await rig.assertTidy();
});

test('a download that stalls ends by itself, without a deadline', options, async () => {
  await using rig = await openGithubRig();
  const file = join(rig.folder, 'file');
  await writeFile(file, 'x'.repeat(100_000));
  assert.equal((await rig.store.save({ key: 'k', file })).kind, 'saved');
  rig.service.inject('download', { kind: 'stall', missing: 1 });
  const outcome = await rig.store.restore({ key: 'k', restoreKeys: [], file });
  assert.deepEqual(outcome, {
    kind: 'unavailable',
    why: 'an entry was found, but it could not be fetched: the connection was cut',
  });
  await rig.assertTidy();
});
