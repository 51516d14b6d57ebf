import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AFFECTED_OUTLINE } from '../../src/render/palette.ts';
import { assertInertSvg, nodesIn } from '../render/inert-svg.ts';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { build, runnerJob } from './runner-job.ts';

const INPUTS = { 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false', gate: 'auto' };

/** A job that builds and stores, for later ones to begin with. */
async function firstJob(service: CacheService): Promise<void> {
  await using job = await runnerJob(service, INPUTS);
  await job.main();
  build(job.site);
  await job.post();
}

test('the picture lies beside the report and outlines what an edit affects', async () => {
  await using service = await startCacheService();
  await firstJob(service);
  await using job = await runnerJob(service, { ...INPUTS, 'report-path': 'out/report.json' });
  appendFileSync(join(job.site, 'content/about.md'), '\nOne more paragraph.\n');
  const { status, log, outputs } = await job.main();
  assert.equal(status, 0, log);
  assert.equal(outputs['graph-path'], join(job.site, 'out', 'report.svg'));
  const nodes = nodesIn(assertInertSvg(readFileSync(outputs['graph-path'], 'utf8')));
  const about = nodes.get('page /about/: stale, affected: has to be built');
  assert.ok(about?.querySelector(`[stroke="${AFFECTED_OUTLINE.toLowerCase()}"]`), [...nodes.keys()].join('\n'));
});

test('without a place for the report both lie in the temporary folder of the runner, and `graph: false` draws nothing', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, INPUTS);
  const { outputs } = await job.main();
  assert.equal(outputs['graph-path'], join(job.temp, 'bengal-cache', 'report.svg'));
  assertInertSvg(readFileSync(outputs['graph-path'], 'utf8'));

  await using other = await runnerJob(service, { ...INPUTS, graph: 'false' });
  const without = await other.main();
  assert.equal(without.status, 0, without.log);
  assert.equal(without.outputs['graph-path'], '');
  assert.equal(existsSync(join(other.temp, 'bengal-cache', 'report.svg')), false);
});

test('a picture that cannot be written costs one warning, and neither the step nor the report', async () => {
  await using service = await startCacheService();
  await using job = await runnerJob(service, { ...INPUTS, 'report-path': 'out/report.json' });
  mkdirSync(join(job.site, 'out', 'report.svg'), { recursive: true });
  const { status, log, outputs } = await job.main();
  assert.equal(status, 0, log);
  assert.equal(
    log.match(/^::warning title=Bengal Cache::The picture of the run could not be written: .*it is a folder/gm)?.length,
    1,
    log,
  );
  assert.equal(outputs['graph-path'], '');
  assert.ok(existsSync(outputs['report-path'] ?? ''));
});
