import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { relocateState } from '../../scripts/relocate-state.ts';
import type { Report } from '../../src/report/report.ts';
import { startCacheService } from '../support/cache-service.ts';
import { lighthouse, runnerJob } from './runner-job.ts';

/** What a job's own steps say of its Bengal; the recorded state was built with these. */
const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'preview' };

/** Stands for the build step: lays down what the recorded build left. */
async function build(site: string): Promise<void> {
  cpSync(join(lighthouse, 'recorded'), site, { recursive: true });
  await relocateState(site, site);
}

test('the committed action misses, saves, hits the very tree, and then a near one after an edit', async () => {
  await using service = await startCacheService();

  {
    // The first run of all: nothing is stored, so everything is built; the post step records and saves.
    await using job = await runnerJob(service, BUILT_WITH);
    const main = await job.run('main.js');
    assert.equal(main.status, 0, main.log);
    assert.equal(main.outputs['cache-hit'], '');
    assert.equal(main.outputs['state'], 'absent');
    assert.equal(main.outputs['build-mode'], 'full');
    assert.equal(main.outputs['build-args'], '--no-incremental');
    assert.match(main.summary, /build everything/i);
    await build(job.site);
    const post = await job.run('post.js');
    assert.equal(post.status, 0, post.log);
    assert.match(post.log, /Saved \d+ files of a full build/);
    assert.equal(service.entries.length, 1);
    assert.deepEqual(
      await readdir(job.temp),
      ['bengal-cache'],
      'nothing but the report is left in the temporary folder',
    );
  }

  {
    // The same tree again: an exact hit, nothing to build, nothing to save.
    await using job = await runnerJob(service, BUILT_WITH);
    const main = await job.run('main.js');
    assert.equal(main.status, 0, main.log);
    assert.equal(main.outputs['cache-hit'], 'true');
    assert.equal(main.outputs['cache-matched-key'], main.outputs['cache-primary-key']);
    assert.equal(main.outputs['build-mode'], 'skip');
    assert.ok(existsSync(join(job.site, 'public/index.html')), 'the output is there to publish');
    const post = await job.run('post.js');
    assert.match(post.log, /Nothing saved: this very tree is stored already/);
    assert.equal(service.entries.length, 1);
  }

  {
    // A later commit: the nearest older tree is restored, and the report names what the edit affects.
    await using job = await runnerJob(service, BUILT_WITH);
    appendFileSync(join(job.site, 'templates/watch.html'), '<!-- edited -->\n');
    const main = await job.run('main.js');
    assert.equal(main.status, 0, main.log);
    assert.equal(main.outputs['cache-hit'], 'false');
    assert.notEqual(main.outputs['cache-matched-key'], main.outputs['cache-primary-key']);
    assert.equal(main.outputs['build-mode'], 'incremental');
    assert.deepEqual(JSON.parse(main.outputs['changed-files'] ?? ''), ['templates/watch.html']);
    assert.deepEqual(JSON.parse(main.outputs['affected-pages'] ?? ''), [
      'keepers/duties/index.html',
      'keepers/relief/index.html',
    ]);
    const report = JSON.parse(readFileSync(main.outputs['report-path'] ?? '', 'utf8')) as Report;
    assert.equal(report.schemaVersion, 1);
    assert.equal(report.affected.pages.length, Number(main.outputs['affected-count']));
    assert.match(main.summary, /keepers\/duties/);
    const post = await job.run('post.js');
    assert.match(post.log, /Nothing saved: no build has written a state since the restore/);
  }
});

test('where the result is published, an edit leads to a full build', async () => {
  await using service = await startCacheService();
  await using first = await runnerJob(service, { ...BUILT_WITH, gate: 'auto' });
  await first.run('main.js');
  await build(first.site);
  await first.run('post.js');
  await using second = await runnerJob(service, { ...BUILT_WITH, gate: 'auto' });
  appendFileSync(join(second.site, 'templates/watch.html'), '<!-- edited -->\n');
  const main = await second.run('main.js');
  assert.equal(main.outputs['build-mode'], 'full');
  assert.match(main.outputs['build-reason'] ?? '', /published/);
});

test('a cache service that is down costs a full build and one warning, never the job', async () => {
  await using service = await startCacheService();
  service.inject('lookup', { kind: 'status', status: 403 });
  service.inject('create', { kind: 'status', status: 403 });
  await using job = await runnerJob(service, BUILT_WITH);
  const main = await job.run('main.js');
  assert.equal(main.status, 0, main.log);
  assert.equal(main.outputs['build-mode'], 'full');
  assert.equal(main.log.match(/^::warning/gm)?.length, 1, main.log);
  await build(job.site);
  const post = await job.run('post.js');
  assert.equal(post.status, 0, post.log);
  assert.match(post.log, /^::warning.*Not saved under /m);
});

test('a truncated download is a reported doubt: nothing of it lands in the site', async () => {
  await using service = await startCacheService();
  await using first = await runnerJob(service, BUILT_WITH);
  await first.run('main.js');
  await build(first.site);
  await first.run('post.js');
  service.inject('download', { kind: 'truncate', bytes: 10_000 });
  await using second = await runnerJob(service, BUILT_WITH);
  const main = await second.run('main.js');
  assert.equal(main.status, 0, main.log);
  assert.equal(main.outputs['build-mode'], 'full');
  assert.equal(existsSync(join(second.site, '.bengal')), false);
  assert.deepEqual(
    (await readdir(second.site)).filter((name) => name.startsWith('.bengal')),
    [],
  );
});

test('bad input fails the step before anything happens, with every problem in one message', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, {
    site: '../elsewhere',
    gate: 'sometimes',
    'config-hash': 'XYZ',
    save: 'maybe',
  });
  const main = await job.run('main.js');
  assert.equal(main.status, 1);
  for (const name of ['site', 'gate', 'config-hash', 'save'])
    assert.match(main.log, new RegExp(`Input \`${name}\`: expected .*, got "`));
  assert.equal(service.requests.lookup, 0);
  const post = await job.run('post.js');
  assert.equal(post.status, 0);
  assert.match(post.log, /Nothing to save: the main step did not finish/);
});

test('a site folder without a site, and an output directory outside it, are named as what is wrong', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { site: 'empty', 'output-dir': '../../public' });
  const main = await job.run('main.js');
  assert.equal(main.status, 1);
  assert.match(main.log, /Input `site`: expected a folder that exists, got "empty"/);
  assert.match(main.log, /Input `output-dir`: expected a relative path inside the site/);
});
