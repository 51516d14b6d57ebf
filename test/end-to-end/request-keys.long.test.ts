import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { fakeBengal, say } from '../support/fake-bengal.ts';
import { laySources } from '../support/lighthouse.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { build, dist, PULL_REQUEST, runnerJob, type RunnerEvent } from './runner-job.ts';

// What a pull request stores lies under keys of its own (`v3-request`): it finds its own last build by them, and is
// compared with what its branch has built last all the same. Whichever steps a workflow is made of, and whatever store
// it has.

const SITE = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14' };
const SECRET = { 'signing-key': 'a-key-of-the-repository-that-is-long-enough' };

interface Told {
  /** The key that was restored, and the one that was saved; empty: none. */
  readonly restored: string;
  readonly saved: string;
  readonly mode: string;
  /** What the summary or the log says after the build. */
  readonly delta: string;
}

type Way = (service: CacheService, event: RunnerEvent, heading: string) => Promise<Told>;

/** As the author writes it and as Bengal would build it. */
function edit(site: string, heading: string): void {
  writeFileSync(join(site, 'content', 'index.md'), `---\ntitle: ${heading}\n---\n`);
}

function buildSaying(site: string, heading: string): void {
  build(site);
  say(site, heading);
}

const wholeAction =
  (inputs: Readonly<Record<string, string>>): Way =>
  async (service, event, heading) => {
    await using job = await runnerJob(service, { ...SITE, ...inputs }, event);
    edit(job.site, heading);
    const { outputs } = await job.main();
    buildSaying(job.site, heading);
    const { log, summary } = await job.post();
    const saved = /^::debug::Key (\S+)$/m.exec(log)?.[1] ?? log;
    const { 'cache-matched-key': restored = '', 'build-mode': mode = '' } = outputs;
    return { restored, saved, mode, delta: summary };
  };

const splitActions =
  (inputs: Readonly<Record<string, string>>): Way =>
  async (service, event, heading) => {
    await using job = await runnerJob(service, { ...SITE, ...inputs }, event);
    edit(job.site, heading);
    const { outputs } = await job.split('restore');
    buildSaying(job.site, heading);
    const { summary, log, status } = await job.split('delta', inputs);
    assert.equal(status, 0, log);
    const save = await job.split('save', { ...SITE, ...inputs });
    assert.equal(save.outputs['cache-saved'], 'true', save.log);
    const { 'cache-matched-key': restored = '', 'build-mode': mode = '' } = outputs;
    return { restored, saved: save.outputs['cache-primary-key'] ?? '', mode, delta: summary };
  };

const WAYS: Readonly<Record<string, Way>> = {
  'the split actions': splitActions({}),
  'the action, signed': wholeAction(SECRET),
  'the split actions, signed': splitActions(SECRET),
};

for (const [name, run] of Object.entries(WAYS))
  test(`a pull request saves apart, restores its own last build, and is compared with its branch's: ${name}`, async () => {
    await using service = await startCacheService();
    const first = await run(service, {}, 'Main');
    assert.match(first.saved, /^bengal-cache\/v3\//);
    const opened = await run(service, PULL_REQUEST, 'Request');
    assert.equal(opened.restored, first.saved);
    assert.match(opened.saved, /^bengal-cache\/v3-request\//);
    const pushed = await run(service, PULL_REQUEST, 'Request again');
    assert.equal(pushed.restored, opened.saved);
    const main = await run(service, {}, 'Main went on');
    assert.equal(main.restored, first.saved, 'a branch is never given what a request has left');
    const last = await run(service, PULL_REQUEST, 'Request at last');
    assert.equal(last.restored, pushed.saved);
    for (const [told, before, after] of [
      [opened, 'Main', 'Request'],
      [pushed, 'Main', 'Request again'],
      [last, 'Main went on', 'Request at last'],
    ] as const) {
      assert.match(told.delta, /Compared with the last build of main at commit c0ffee/);
      assert.match(told.delta, new RegExp(`title: “${before}” → “${after}”`));
    }
  });

/** What a GitLab runner sets in each pipeline; a forge with workflows like GitHub's sets GitHub's. */
const GITLAB = {
  CI: 'true',
  GITLAB_CI: 'true',
  CI_DEFAULT_BRANCH: 'main',
  CI_PROJECT_URL: 'https://gitlab.example/o/r',
};
const ON_MAIN = { ...GITLAB, CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'push' };
const ON_REQUEST = { ...GITLAB, CI_MERGE_REQUEST_IID: '7', CI_PIPELINE_SOURCE: 'merge_request_event' };

test('so it is in a folder as store that is divided by who wrote, on another CI system', async () => {
  await using folder = await temporaryFolder();
  const site = join(folder.path, 'checkout', 'docs');
  const bengal = fakeBengal(folder.path);
  const known = ['--no-probe', '--bengal-version', '0.5.1', '--python-version', '3.14', '--environment', 'production'];
  const run = (variables: Readonly<Record<string, string>>, heading: string): { key: string; log: string } => {
    rmSync(site, { recursive: true, force: true });
    laySources(site);
    edit(site, heading);
    const args = ['build', '--site', 'docs', ...known, '--store', '../store', '--format', 'json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
      cwd: join(site, '..'),
      // Keys stand in the debug log alone.
      env: {
        HOME: folder.path,
        RUNNER_DEBUG: '1',
        ...bengal.variables('builds'),
        ...variables,
        FAKE_BENGAL_SAYS: heading,
      },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const { saved } = JSON.parse(stdout) as { readonly saved: { readonly kind: string; readonly key?: string } };
    assert.equal(saved.kind, 'saved', stderr);
    return { key: saved.key ?? '', log: stderr };
  };
  assert.match(run(ON_MAIN, 'Main').key, /^bengal-cache\/v3\//);
  const opened = run(ON_REQUEST, 'Request');
  assert.match(opened.key, /^bengal-cache\/v3-request\//);
  const pushed = run(ON_REQUEST, 'Request again');
  assert.ok(pushed.log.includes(opened.key), 'its own last build is restored');
  run(ON_MAIN, 'Main went on');
  const last = run(ON_REQUEST, 'Request at last');
  assert.ok(last.log.includes(pushed.key));
  for (const { log } of [opened, pushed, last]) assert.match(log, /Compared with the last build of main/);
  assert.match(opened.log, /title: "Main" -> "Request"/);
  assert.match(pushed.log, /title: "Main" -> "Request again"/);
  assert.match(last.log, /title: "Main went on" -> "Request at last"/);
});
