import assert from 'node:assert/strict';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCacheService } from '../support/cache-service.ts';
import type { StepResult } from '../support/runner-steps.ts';
import { build, runnerJob } from '../end-to-end/runner-job.ts';

const SKIP = process.env['SLOW_TESTS'] === '1' ? false : 'takes minutes; SLOW_TESTS=1 runs it';
const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false' };

function assertQuiet(step: StepResult): void {
  assert.equal(step.status, 0, step.log);
  assert.doesNotMatch(step.log, /^::error|made a mistake/m);
}

test('100,000 files in the output: nothing throws, and one warning at most', { skip: SKIP }, async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { ...BUILT_WITH, graph: 'false' });
  build(job.site);
  for (let folder = 0; folder < 1000; folder++) {
    const place = join(job.site, 'public', 'many', String(folder));
    mkdirSync(place, { recursive: true });
    for (let file = 0; file < 100; file++) writeFileSync(join(place, `${String(file)}.txt`), String(file));
  }
  for (const step of [await job.main(), await job.split('save', { 'save-timeout': '5m' })]) {
    assertQuiet(step);
    assert.ok((step.log.match(/^::warning/gm) ?? []).length <= 1, step.log.slice(-2000));
  }
});

test('a state of 300 MB, and a main cache that is too large for any program', { skip: SKIP }, async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { ...BUILT_WITH, graph: 'false' });
  build(job.site);
  const artifacts = Array.from({ length: 30 }, (_, at) =>
    join(job.site, '.bengal', 'stores', `more-${String(at)}.json`),
  );
  for (const path of artifacts) writeFileSync(path, JSON.stringify({ text: 'word '.repeat(2_000_000) }));
  assertQuiet(await job.main());
  build(job.site);
  assertQuiet(await job.post());
  // 3 GiB by its size, and nothing on the disk. Nothing is stored elsewhere that could take its place.
  await using empty = await startCacheService();
  await using other = await runnerJob(empty, { ...BUILT_WITH, graph: 'false' });
  build(other.site);
  truncateSync(join(other.site, '.bengal', 'cache.json.zst'), 3 * 1024 ** 3);
  const main = await other.main();
  assertQuiet(main);
  assert.equal(main.outputs['build-mode'], 'full', main.log);
});
