import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCacheService } from '../support/cache-service.ts';
import { build, FORK, runnerJob } from './runner-job.ts';

const SITE = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14' };
const RESTORE = { ...SITE, gate: 'auto' };

test('restore and save as steps of their own do what the whole action does', async () => {
  await using service = await startCacheService();
  {
    await using job = await runnerJob(service, RESTORE);
    const restore = await job.split('restore');
    assert.equal(restore.status, 0, restore.log);
    assert.deepEqual([restore.outputs['cache-hit'], restore.outputs['build-mode']], ['', 'full']);
    build(job.site);
    const save = await job.split('save', SITE);
    assert.equal(save.status, 0, save.log);
    assert.deepEqual(
      [save.outputs['cache-saved'], save.outputs['cache-primary-key'], save.outputs['cache-policy']],
      ['true', restore.outputs['cache-primary-key'], 'read-write'],
    );
    assert.match(save.outputs['save-reason'] ?? '', /^Saved \d+ files of a full build/);
  }
  {
    await using job = await runnerJob(service, RESTORE);
    const restore = await job.split('restore');
    assert.deepEqual([restore.outputs['cache-hit'], restore.outputs['build-mode']], ['true', 'skip']);
    const save = await job.split('save', SITE);
    assert.equal(save.outputs['cache-saved'], 'false');
    assert.equal(save.outputs['save-reason'], 'Nothing saved: no build has written a state since the restore');
  }
  {
    // The restored state is prepared for the incremental build, and nobody builds: that must not be recorded.
    await using job = await runnerJob(service, RESTORE);
    appendFileSync(join(job.site, 'templates/watch.html'), '<!-- edited -->\n');
    assert.equal((await job.split('restore')).outputs['build-mode'], 'incremental');
    const save = await job.split('save', SITE);
    assert.equal(save.outputs['save-reason'], 'Nothing saved: no build has written a state since the restore');
  }
});

test('save alone finds the key by itself, or takes the one that it is given', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, SITE);
  build(job.site);
  const given = await job.split('save', { ...SITE, key: 'mine/tree-1' });
  assert.equal(given.outputs['cache-primary-key'], 'mine/tree-1');
  const own = await job.split('save', SITE);
  assert.equal(own.outputs['cache-saved'], 'true', own.log);
  assert.deepEqual(
    service.entries.map(({ key }) => key),
    ['mine/tree-1', own.outputs['cache-primary-key']],
  );
  const again = await job.split('save', SITE);
  assert.equal(
    again.outputs['save-reason'],
    'Nothing saved: the build of these sources is stored already, by another run',
  );
});

test('as a step after a failed build, save keeps what there is under a key of its own', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, SITE);
  build(job.site);
  const save = await job.split('save', SITE, 'failure');
  assert.match(save.outputs['cache-primary-key'] ?? '', /\/unfinished-4711-2$/);
  assert.equal(save.outputs['cache-saved'], 'true', save.log);
});

test('save keeps to the rules of the event, and its bad inputs fail it', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, SITE, FORK);
  build(job.site);
  const save = await job.split('save', SITE);
  assert.deepEqual([save.outputs['cache-saved'], save.outputs['cache-policy']], ['false', 'restore-only']);
  const bad = await job.split('save', { ...SITE, key: 'a,b', 'max-size': '1', 'save-timeout': 'x' });
  assert.equal(bad.status, 1);
  for (const name of ['key', 'max-size', 'save-timeout']) assert.match(bad.log, new RegExp(`Input \`${name}\``));
  assert.equal(service.requests.create, 0);
});

test('save without a build has nothing to save, and says so without failing', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, SITE);
  const save = await job.split('save', SITE);
  assert.equal(save.status, 0, save.log);
  assert.match(save.log, /^::warning.*Not saved: .*there is no \.bengal folder/m);
});
