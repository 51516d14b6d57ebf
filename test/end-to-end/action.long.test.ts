import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { startCacheService } from '../support/cache-service.ts';
import { build, runnerJob } from './runner-job.ts';

/** What a job's own steps say of its Bengal; the recorded state was built with these. */
const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };

test('the committed action misses, saves, hits the very tree, and then a near one after an edit', async () => {
  await using service = await startCacheService();

  {
    // The first run of all: nothing is stored, so everything is built; the post step records and saves.
    await using job = await runnerJob(service, BUILT_WITH);
    const main = await job.main();
    assert.equal(main.status, 0, main.log);
    assert.equal(main.outputs['cache-hit'], '');
    assert.equal(main.outputs['cache-policy'], 'read-write');
    assert.equal(main.outputs['state'], 'absent');
    assert.equal(main.outputs['build-mode'], 'full');
    assert.equal(main.outputs['build-args'], '--no-incremental');
    assert.match(main.log, /^Policy read-write: only people with write access push, and this is the default branch$/m);
    assert.match(
      main.log,
      /^First run here: nothing is cached yet, so everything is built\n {2}That is as it should be/m,
    );
    assert.match(
      main.log,
      /^::debug::Key \S+\n(?:::debug::or any \S+\n){4}::debug::The store says: nothing is stored/m,
    );
    assert.doesNotMatch(main.log, /^(?!::debug::).*bengal-cache\/v3/m, 'keys are for who looks for a mistake');
    assert.doesNotMatch(main.log, /^::(?:notice|warning)/m);
    assert.match(main.summary, /^## First run here: nothing is cached yet, so everything is built$/m);
    build(job.site);
    const post = await job.post();
    assert.equal(post.status, 0, post.log);
    assert.match(
      post.log,
      /Saved \d+ files of a full build \(.* [KM]iB, .* [KM]iB stored; recorded in .* s, packed and stored/,
    );
    assert.match(post.summary, /Saved \d+ files of a full build/);
    assert.deepEqual(
      service.entries.map(({ key }) => key),
      [main.outputs['cache-primary-key']],
    );
    assert.deepEqual(
      await readdir(job.temp),
      ['bengal-cache'],
      'nothing but the report is left in the temporary folder',
    );
  }

  {
    // The same tree again: an exact hit, nothing to build, nothing to save.
    await using job = await runnerJob(service, BUILT_WITH);
    const main = await job.main();
    assert.equal(main.status, 0, main.log);
    assert.equal(main.outputs['cache-hit'], 'true');
    assert.equal(main.outputs['cache-matched-key'], main.outputs['cache-primary-key']);
    assert.equal(main.outputs['build-mode'], 'skip');
    assert.match(
      main.log,
      /^ {2}restored \d+ files: the build of these sources, recorded \d+ seconds? ago from commit c0ffeec0ffee by a run of push$/m,
    );
    assert.ok(existsSync(join(job.site, 'public/index.html')), 'the output is there to publish');
    const post = await job.post();
    assert.match(post.log, /Nothing saved: no build has written a state since the restore/);
    assert.equal(service.entries.length, 1);
  }

  {
    // The same tree, built again all the same: what is stored is looked up, and nothing is packed.
    await using job = await runnerJob(service, BUILT_WITH);
    await job.main();
    build(job.site);
    const post = await job.post();
    assert.match(post.log, /Nothing saved: the build of these sources is stored already/);
    assert.equal(service.requests.create, 1);
  }

  {
    // A later commit: the nearest older tree is restored, and the report names what the edit affects.
    await using job = await runnerJob(service, BUILT_WITH);
    appendFileSync(join(job.site, 'templates/watch.html'), '<!-- edited -->\n');
    const main = await job.main();
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
    assert.match(main.log, /^Sizes an archive of .*\nTimes cache .* s, analysis .* s$/m);
    assert.match(
      main.summary,
      /^\| Cache \| restored an earlier build, recorded \d+ seconds? ago from commit c0ffeec0ffee/m,
    );
    assert.match(main.summary, /^\| Sizes \| an archive of .* [KM]iB, which holds .* [KM]iB in \d+ files/m);
    assert.match(main.summary, /^\| Times \| cache \d+\.\d s, analysis \d+\.\d s \|$/m);
    assert.match(
      main.summary,
      / Time saved: unknown: the last full build took .* no incremental build was recorded\.$/m,
    );
    const post = await job.post();
    assert.match(post.log, /Nothing saved: no build has written a state since the restore/);
  }
});

test('where the result is published, an edit leads to a build that keeps what is proven, as everywhere', async () => {
  await using service = await startCacheService();
  await using first = await runnerJob(service, { ...BUILT_WITH, gate: 'auto' });
  await first.main();
  build(first.site);
  await first.post();
  await using second = await runnerJob(service, { ...BUILT_WITH, gate: 'auto' });
  appendFileSync(join(second.site, 'templates/watch.html'), '<!-- edited -->\n');
  const main = await second.main();
  assert.equal(main.outputs['build-mode'], 'incremental');
  assert.equal(main.outputs['build-args'], '--no-incremental');
  assert.equal(existsSync(join(second.site, 'public/index.html')), false, 'the output is set aside');
  assert.ok(existsSync(join(second.site, '.bengal-cache/previous/index.html')));
});

test('a truncated download is a reported doubt: nothing of it lands in the site', async () => {
  await using service = await startCacheService();
  await using first = await runnerJob(service, BUILT_WITH);
  await first.main();
  build(first.site);
  await first.post();
  service.inject('download', { kind: 'truncate', bytes: 10_000 });
  await using second = await runnerJob(service, BUILT_WITH);
  const main = await second.main();
  assert.equal(main.status, 0, main.log);
  assert.equal(main.outputs['build-mode'], 'full');
  assert.equal(existsSync(join(second.site, '.bengal')), false);
  assert.deepEqual(
    (await readdir(second.site)).filter((name) => name.startsWith('.bengal')),
    ['.bengal-cache'],
  );
});

test('bad input fails the step before anything happens, with every problem in one message', async () => {
  await using service = await startCacheService();
  const bad = {
    site: '../elsewhere',
    gate: 'sometimes',
    'config-hash': 'XYZ',
    save: 'maybe',
    path: '.git/hooks',
    'max-age': 'old',
    'restore-timeout': 'soon',
  };
  await using job = await runnerJob(service, bad);
  const main = await job.main();
  assert.equal(main.status, 1);
  for (const name of Object.keys(bad)) assert.match(main.log, new RegExp(`Input \`${name}\`: expected .*, got "`));
  assert.equal(main.log.match(/^::error/gm)?.length, 1, main.log);
  assert.equal(service.requests.lookup, 0);
  const post = await job.post();
  assert.equal(post.status, 0);
  assert.match(post.log, /Nothing to save: the main step did not finish/);
});

test('a site folder without a site, and an output directory outside it, are named as what is wrong', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { site: 'empty', 'output-dir': '../../public' });
  const main = await job.main();
  assert.equal(main.status, 1);
  assert.match(main.log, /Input `site`: expected a folder that exists, got "empty"/);
  assert.match(main.log, /Input `output-dir`: expected a relative path inside the site/);
});

test('a source of the site cannot be kept, since the cache would bring an old one back', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { ...BUILT_WITH, path: 'content/generated' });
  const main = await job.main();
  assert.equal(main.status, 1);
  assert.match(main.log, /Input `path`: expected no source of the site \(content\)/);
  assert.equal(service.requests.lookup, 0);
});
