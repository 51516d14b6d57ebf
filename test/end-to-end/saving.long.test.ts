import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { build, runnerJob, writeSource, type JobStatus, type StepResult } from './runner-job.ts';

const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };

interface Ended {
  readonly main: StepResult;
  readonly post: StepResult;
}

/** A whole job: restore, build, save. */
async function runJob(
  service: CacheService,
  inputs: Readonly<Record<string, string>> = {},
  status: JobStatus = 'success',
): Promise<Ended> {
  await using job = await runnerJob(service, { ...BUILT_WITH, ...inputs });
  const main = await job.main();
  assert.equal(main.status, 0, main.log);
  build(job.site);
  const post = await job.post(status);
  assert.equal(post.status, 0, post.log);
  return { main, post };
}

function warningsIn({ log }: StepResult): readonly string[] {
  return log.match(/^::warning.*$/gm) ?? [];
}

const keysOf = (service: CacheService): string[] => service.entries.map(({ key }) => key);

test('after a failed job nothing is saved, unless it was asked for', async () => {
  await using service = await startCacheService();
  const { post } = await runJob(service, {}, 'failure');
  assert.equal(post.log, 'skipped by post-if');
  assert.deepEqual(keysOf(service), []);
});

test('what a failed job leaves when asked is found as an older tree, never as the finished one', async () => {
  await using service = await startCacheService();
  const failed = await runJob(service, { 'save-always': 'true' }, 'failure');
  const key = failed.main.outputs['cache-primary-key'] ?? '';
  assert.deepEqual(keysOf(service), [`${key}/unfinished-4711-2`], failed.post.log);
  const next = await runJob(service, { 'save-always': 'true' });
  assert.equal(next.main.outputs['cache-hit'], 'false');
  assert.equal(next.main.outputs['cache-matched-key'], `${key}/unfinished-4711-2`);
  assert.deepEqual(keysOf(service), [`${key}/unfinished-4711-2`, key], next.post.log);
});

test('that another use of the action in the same job asked for it does not save the state of this one', async () => {
  await using service = await startCacheService();
  // Variables are set for the whole job.
  const variables = { SAVE_BENGAL_CACHE_ALWAYS: 'true' };
  await using job = await runnerJob(service, BUILT_WITH, { variables });
  await job.main();
  build(job.site);
  assert.match((await job.post('failure')).log, /Nothing saved: the job failed, and save-always is false/);
  assert.match((await job.post('cancelled')).log, /Nothing saved: the job was cancelled, and save-always is false/);
  assert.deepEqual(keysOf(service), []);
});

test('read-only: true restores all the same, and asks the service for nothing in the end', async () => {
  await using service = await startCacheService();
  await runJob(service);
  await using job = await runnerJob(service, { ...BUILT_WITH, 'read-only': 'true' });
  appendFileSync(join(job.site, 'content/about.md'), 'More.\n');
  const main = await job.main();
  assert.deepEqual([main.outputs['cache-hit'], main.outputs['cache-policy']], ['false', 'restore-only']);
  assert.match(main.log, /^Policy restore-only: the input read-only is true$/m);
  build(job.site);
  const lookups = service.requests.lookup;
  assert.match((await job.post()).log, /Nothing saved: the input read-only is true/);
  assert.deepEqual([service.requests.lookup, service.requests.create], [lookups, 1]);
});

test('lookup-only tells what is there and restores nothing', async () => {
  await using service = await startCacheService();
  await runJob(service);
  await using job = await runnerJob(service, { ...BUILT_WITH, 'lookup-only': 'true' });
  const main = await job.main();
  assert.equal(main.outputs['cache-hit'], 'true');
  assert.equal(main.outputs['cache-matched-key'], main.outputs['cache-primary-key']);
  assert.match(main.log, /the build of these sources is stored; only a look-up was asked for, so nothing was restored/);
  assert.equal(existsSync(join(job.site, '.bengal')), false);
  assert.equal(main.outputs['build-mode'], 'full');
  build(job.site);
  assert.match((await job.post()).log, /Nothing saved: the build of these sources is stored already, by another run/);
});

test('fail-on-cache-miss fails the step with the reason, and there is nothing to save then', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { ...BUILT_WITH, 'fail-on-cache-miss': 'true' });
  const main = await job.main();
  assert.equal(main.status, 1);
  assert.match(
    main.log,
    /^::error.*Input `fail-on-cache-miss` is true, and nothing was restored: nothing is stored yet/m,
  );
  assert.match((await job.post()).log, /Nothing to save/);
});

test('an archive larger than max-size is not stored', async () => {
  await using service = await startCacheService();
  const { post } = await runJob(service, { 'max-size': '10kB' });
  assert.match(warningsIn(post).join('\n'), /Not saved: .*max-size/);
  assert.equal(warningsIn(post).length, 1, post.log);
  assert.equal(service.requests.create, 0);
});

test('further paths travel along', async () => {
  await using service = await startCacheService();
  const inputs = { ...BUILT_WITH, path: '.cache/images\nstats.json' };
  {
    await using job = await runnerJob(service, inputs);
    await job.main();
    build(job.site);
    writeSource(job, '.cache/images/a.bin', 'picture');
    writeSource(job, 'stats.json', '{}');
    writeSource(job, '.cache/other', 'stays');
    assert.match((await job.post()).log, /Saved/);
  }
  await using job = await runnerJob(service, inputs);
  assert.equal((await job.main()).outputs['cache-hit'], 'true');
  assert.equal(readFileSync(join(job.site, '.cache/images/a.bin'), 'utf8'), 'picture');
  assert.equal(readFileSync(join(job.site, 'stats.json'), 'utf8'), '{}');
  assert.equal(existsSync(join(job.site, '.cache/other')), false);
});

/** What the service does when it is asked to save. */
const REFUSALS = [
  ['429 at the reservation', (service: CacheService) => service.inject('create', { kind: 'status', status: 429 })],
  ['a denied write', (service: CacheService) => service.setReadOnly(true)],
] as const;

for (const [what, refuse] of REFUSALS) {
  test(`${what} when saving is one warning, and the job goes on`, async () => {
    await using service = await startCacheService();
    await using job = await runnerJob(service, BUILT_WITH);
    await job.main();
    build(job.site);
    refuse(service);
    const post = await job.post();
    assert.equal(post.status, 0, post.log);
    assert.equal(warningsIn(post).length, 1, post.log);
    assert.match(warningsIn(post)[0] ?? '', /Not saved: /);
    assert.doesNotMatch(post.log, /^::error/m);
  });
}

test('a cache service that is down costs a full build and one warning, never the job', async () => {
  await using service = await startCacheService();
  service.inject('lookup', { kind: 'status', status: 403 });
  const { main, post } = await runJob(service);
  assert.equal(main.outputs['build-mode'], 'full');
  assert.equal(warningsIn(main).length, 1, main.log);
  assert.equal(warningsIn(post).length, 1, post.log);
});
