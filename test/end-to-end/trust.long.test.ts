import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { build, FORK, PULL_REQUEST, runnerJob, type RunnerEvent, type StepResult } from './runner-job.ts';

// The service of these tests knows no scopes, unlike GitHub's: whatever is saved can be found by everybody. So it shows
// what the action does by itself.

const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };

async function runJob(service: CacheService, event: RunnerEvent): Promise<{ main: StepResult; post: StepResult }> {
  await using job = await runnerJob(service, BUILT_WITH, event);
  const main = await job.main();
  assert.equal(main.status, 0, main.log);
  build(job.site);
  return { main, post: await job.post() };
}

const by = (name: string, more: Readonly<Record<string, string>> = {}): RunnerEvent => ({
  variables: { GITHUB_EVENT_NAME: name, ...more },
});

test('a fork restores and never saves', async () => {
  await using service = await startCacheService();
  const { main, post } = await runJob(service, FORK);
  assert.equal(main.outputs['cache-policy'], 'restore-only');
  assert.match(post.log, /Nothing saved: the pull request comes from a fork, so nothing is saved/);
  assert.equal(service.requests.create, 0);
  await runJob(service, {});
  assert.equal((await runJob(service, FORK)).main.outputs['cache-hit'], 'true');
});

const OFF: readonly (readonly [what: string, event: RunnerEvent])[] = [
  ['a release', by('release')],
  ['a tag', by('push', { GITHUB_REF: 'refs/tags/v1' })],
  ['pull_request_target', by('pull_request_target')],
  ['cache-mode none', by('push', { ACTIONS_CACHE_MODE: 'none' })],
  ['a fork on a machine that stays', { ...FORK, variables: { ...FORK.variables, RUNNER_ENVIRONMENT: 'self-hosted' } }],
];

test('where the cache is off the service is not even asked, and everything is built', async () => {
  await using service = await startCacheService();
  for (const [what, event] of OFF) {
    await using job = await runnerJob(service, BUILT_WITH, event);
    const [main, post] = [await job.main(), await job.post()];
    assert.deepEqual([main.outputs['cache-policy'], main.outputs['build-mode']], ['off', 'full'], what);
    assert.match(main.log, /^Policy off: .+$/m);
    assert.match(post.log, /^Nothing saved: .+$/m, what);
    assert.doesNotMatch(main.log + post.log, /^::warning/m, what);
    assert.deepEqual([service.requests.lookup, service.requests.create], [0, 0], what);
  }
});

test('cache-mode read restores and does not save; write-only saves and does not restore', async () => {
  await using service = await startCacheService();
  const written = await runJob(service, by('push', { ACTIONS_CACHE_MODE: 'write-only' }));
  assert.equal(written.main.outputs['cache-policy'], 'save-only');
  assert.equal(service.entries.length, 1, written.post.log);
  assert.equal(service.requests.lookup, 0);
  const read = await runJob(service, by('push', { ACTIONS_CACHE_MODE: 'read' }));
  assert.deepEqual([read.main.outputs['cache-policy'], read.main.outputs['cache-hit']], ['restore-only', 'true']);
  assert.equal(service.requests.create, 1);
});

test('what another branch has left is not used by the default branch, nor installed', async () => {
  await using service = await startCacheService();
  const branch = by('push', { GITHUB_REF: 'refs/heads/feature' });
  const saved = await runJob(service, branch);
  assert.match(saved.post.log, /Saved/);
  {
    await using job = await runnerJob(service, BUILT_WITH);
    const main = await job.main();
    assert.equal(main.outputs['build-mode'], 'full');
    assert.equal(main.outputs['cache-hit'], '');
    assert.match(
      main.log,
      /^::warning.*The stored state was not used: .*a run of push on refs\/heads\/feature left it, and this run builds only upon what the default branch has left/m,
    );
    assert.equal(existsSync(join(job.site, '.bengal')), false);
    assert.equal(existsSync(join(job.site, 'public')), false);
  }
  assert.equal((await runJob(service, branch)).main.outputs['cache-hit'], 'true', 'the branch itself may use it');
});

test('what an earlier job left in a workspace that stays is judged like a stored state', async () => {
  await using service = await startCacheService();
  await using earlier = await runnerJob(service, BUILT_WITH, PULL_REQUEST);
  await earlier.main();
  build(earlier.site);
  await earlier.post();
  service.clear();
  await using later = await runnerJob(service, BUILT_WITH, { keepWorkspace: true });
  const main = await later.main();
  assert.equal(main.outputs['cache-hit'], '');
  assert.equal(main.outputs['build-mode'], 'full');
  assert.match(main.log, /^::warning.*The state that lies in the site is not used: a run of pull_request/m);
});
