import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { TROUBLES, type Trouble } from './cache-troubles.ts';
import { build, runnerJob, type RunnerJob, type StepResult } from './runner-job.ts';

const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };

/** Saves the state of one good build. */
async function fill(service: CacheService): Promise<void> {
  await using job = await runnerJob(service, BUILT_WITH);
  await job.main();
  build(job.site);
  const post = await job.post();
  assert.equal(service.entries.length, 1, post.log);
}

/** At most one annotation, and it is a warning: what is wrong with a cache is nobody's mistake. */
function assertTold(step: StepResult, warning: RegExp | undefined): void {
  assert.equal(step.status, 0, step.log);
  assert.doesNotMatch(step.log, /^::error|##\[/m);
  const warnings = step.log.match(/^::warning.*$/gm) ?? [];
  assert.equal(warnings.length, warning === undefined ? 0 : 1, step.log);
  if (warning !== undefined) assert.match(warnings[0]?.replace(/^::warning[^:]*::/, '') ?? '', warning);
}

function assertTidy({ site, temp }: RunnerJob): void {
  assert.deepEqual(
    readdirSync(site).filter((name) => name.startsWith('.bengal-cache-')),
    [],
    'nothing of ours is left in the site',
  );
  assert.deepEqual(readdirSync(temp), ['bengal-cache'], 'nothing but the report is left in the temporary folder');
}

async function tryTrouble(filled: CacheService, trouble: Trouble): Promise<void> {
  await using service = await startCacheService();
  await service.adopt(filled);
  await using folder = await temporaryFolder();
  const { inputs, variables } = await trouble.arrange(service, folder.path);
  await using job = await runnerJob(service, { ...BUILT_WITH, ...inputs }, { variables: variables ?? {} });
  // Another tree: what is stored is near, but not the same, and the new one is worth saving.
  appendFileSync(join(job.site, 'content/about.md'), '\nOne more paragraph.\n');

  const main = await job.main();
  assertTold(main, trouble.main);
  // What was restored lies elsewhere than where it was built, so that is a full build as well.
  assert.equal(main.outputs['build-mode'], trouble.restores === true ? 'incremental' : 'full');
  assert.equal(main.outputs['cache-hit'], trouble.restores === true ? 'false' : '');
  assert.equal(existsSync(join(job.site, '.bengal')), trouble.restores === true);
  assertTidy(job);

  build(job.site);
  const stored = service.entries.filter(({ sizeBytes }) => sizeBytes !== undefined).length;
  const post = await job.post();
  assertTold(post, trouble.post);
  const storedThen = service.entries.filter(({ sizeBytes }) => sizeBytes !== undefined).length;
  assert.equal(storedThen - stored, trouble.saves === true ? 1 : 0, post.log);
  assertTidy(job);
}

describe('trouble with the cache costs a full build and one warning, never the job', { concurrency: 3 }, async () => {
  const filled = await startCacheService();
  before(() => fill(filled));
  after(() => filled[Symbol.asyncDispose]());
  for (const [title, trouble] of Object.entries(TROUBLES))
    test(title, { skip: trouble.skip ?? false }, () => tryTrouble(filled, trouble));
});
