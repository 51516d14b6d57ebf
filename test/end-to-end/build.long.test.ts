import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BUILD_OUTPUTS } from '../../src/inputs/build-spec.ts';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { fakeBengal, type FakeBehaviour, type FakeBengal } from '../support/fake-bengal.ts';
import { inputVariables, type StepInputs, type StepResult } from '../support/runner-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { dist, FORK, runnerJob, type RunnerEvent, type RunnerJob } from './runner-job.ts';

const INPUTS = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false' };

interface Rig extends AsyncDisposable {
  readonly service: CacheService;
  readonly bengal: FakeBengal;
  job(behaviour?: FakeBehaviour, event?: RunnerEvent): Promise<RunnerJob>;
}

async function rig(): Promise<Rig> {
  const service = await startCacheService();
  const folder = await temporaryFolder();
  const bengal = fakeBengal(folder.path);
  return {
    service,
    bengal,
    job: (behaviour = 'builds', event = {}) =>
      runnerJob(service, INPUTS, { ...event, variables: { ...event.variables, ...bengal.variables(behaviour) } }),
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const step = (job: RunnerJob, inputs: StepInputs = {}): Promise<StepResult> =>
  job.split('build', { ...INPUTS, ...inputs });

const edit = (job: RunnerJob): void => appendFileSync(join(job.site, 'templates/watch.html'), '<!-- edited -->\n');

test('one step builds, keeps, and skips; after an edit it builds upon what it kept', async () => {
  await using given = await rig();
  {
    await using job = await given.job();
    const first = await step(job);
    assert.equal(first.status, 0, first.log);
    const { outputs } = first;
    assert.deepEqual(Object.keys(outputs).sort(), Object.keys(BUILD_OUTPUTS).sort());
    assert.deepEqual(
      [outputs['cache-hit'], outputs['build-mode'], outputs['cache-saved'], outputs['anything-to-deploy']],
      ['', 'full', 'true', 'true'],
    );
    assert.match(first.log, /^\$ bengal build --environment production --no-incremental$/m);
    assert.match(first.log, /^::notice::fake bengal: built, and says so as it likes$/m, 'its log is untouched');
    assert.match(first.log, /Saved \d+ files of a full build/);
  }
  {
    await using job = await given.job();
    const second = await step(job);
    assert.equal(second.status, 0, second.log);
    assert.deepEqual(
      [second.outputs['cache-hit'], second.outputs['build-mode'], second.outputs['anything-to-deploy']],
      ['true', 'skip', 'false'],
    );
    assert.equal(second.outputs['save-reason'], 'Nothing saved: no build has written a state since the restore');
    assert.equal(given.bengal.calls().length, 1, 'nothing was built');
    assert.ok(existsSync(join(job.site, 'public/index.html')));
  }
  {
    await using job = await given.job();
    edit(job);
    const third = await step(job, { 'build-flags': '--strict' });
    assert.equal(third.outputs['build-mode'], 'full', 'other flags are another build');
  }
  {
    await using job = await given.job();
    edit(job);
    const fourth = await step(job);
    assert.equal(fourth.status, 0, fourth.log);
    assert.equal(fourth.outputs['build-mode'], 'incremental');
    assert.notEqual(fourth.outputs['changed-pages'], '', 'what readers will see is told');
    assert.match(fourth.log, /What readers will see/);
    const last = given.bengal.calls().at(-1);
    assert.deepEqual(last?.args, ['build', '--environment', 'production', '--no-incremental']);
    assert.equal(last.folder, job.site);
    assert.match(last.variables['SITE_CACHE_PLAN'] ?? '', /plan\.json$/);
    assert.equal(readFileSync(job.environment['GITHUB_ENV'] ?? '', 'utf8'), '', 'later steps get none of it');
    // What this job restored is gone, so an action behind this one must not take what lies there for it.
    const behind = await job.split('delta', {});
    assert.equal(behind.outputs['anything-to-deploy'], 'true', behind.log);
  }
});

test('the build gets no secret of the job, and what the workflow gave it of its own', async () => {
  await using given = await rig();
  const variables = { DEPLOY_TOKEN: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x', BENGAL_PARAMS_KEY: 'y', COLOUR: 'red' };
  await using job = await given.job('builds', { variables });
  await step(job, { token: 'x', 'signing-key': 'k'.repeat(32) });
  const [call] = given.bengal.calls();
  const names = Object.keys(call?.variables ?? {});
  for (const name of names) assert.doesNotMatch(name, /^(?:INPUT_|STATE_|ACTIONS_)|TOKEN/);
  assert.deepEqual([call?.variables['BENGAL_PARAMS_KEY'], call?.variables['COLOUR']], ['y', 'red']);
});

test('a failed build fails the step as it failed, and nothing of it is recorded', async () => {
  await using given = await rig();
  {
    await using job = await given.job();
    await step(job);
  }
  await using job = await given.job('fails');
  edit(job);
  const failed = await step(job);
  assert.equal(failed.status, 3, failed.log);
  assert.match(failed.log, /^::error::the build failed with exit status 3$/m);
  assert.match(failed.log, /The output of the last build is where it was/);
  assert.ok(existsSync(join(job.site, 'public/index.html')));
  assert.equal(failed.outputs['anything-to-deploy'], undefined);
  assert.equal(given.service.entries.length, 1);
});

test('with save-always a failed build is kept under a key of its own', async () => {
  await using given = await rig();
  await using job = await given.job('fails');
  // Whatever it left before it failed.
  writeFileSync(join(job.site, '.keep'), '');
  const failed = await step(job, { 'save-always': 'true' });
  assert.equal(failed.status, 3, failed.log);
  for (const { key } of given.service.entries) assert.match(key, /\/unfinished-/);
});

test('a companion that ends the build costs one warning, and the build runs again without it', async () => {
  await using given = await rig();
  await using job = await given.job('is stopped by the companion');
  const ended = await step(job);
  assert.equal(ended.status, 0, ended.log);
  assert.deepEqual(
    given.bengal.calls().map(({ variables }) => 'SITE_CACHE_PLAN' in variables),
    [true, false],
  );
  assert.equal(ended.log.match(/^::warning/gm)?.length, 1, ended.log);
  assert.match(ended.log, /^::warning.*a hook could not be restored.*built again without that$/m);
  assert.equal(ended.outputs['cache-saved'], 'true', 'it is a full build like any other');
});

test('bad input fails before anything is done, with everything that is wrong', async () => {
  await using given = await rig();
  await using job = await given.job();
  const failed = await step(job, { command: 'make site && bengal build', gate: 'sometimes', 'max-size': '1' });
  assert.equal(failed.status, 1);
  assert.match(failed.log, /Input `command`: expected a program with its arguments, got .*"&" needs a shell/);
  assert.match(failed.log, /Input `gate`/);
  assert.match(failed.log, /Input `max-size`/);
  assert.deepEqual(given.bengal.calls(), []);
  assert.equal(given.service.requests.lookup, 0);
});

test('another mode than the expected one fails before the build', async () => {
  await using given = await rig();
  await using job = await given.job();
  const failed = await step(job, { 'expect-mode': 'skip' });
  assert.equal(failed.status, 1, failed.log);
  assert.deepEqual(given.bengal.calls(), []);
});

test('a program that is not there is named, with what to do', async () => {
  await using given = await rig();
  await using job = await given.job();
  const failed = await step(job, { command: 'no-such-bengal build' });
  assert.equal(failed.status, 127, failed.log);
  assert.match(failed.log, /^::error::no-such-bengal could not be started .*install Bengal in a step before/m);
});

test('what the command says of the build counts as if the inputs said it', async () => {
  await using given = await rig();
  await using job = await given.job();
  const ended = await step(job, {
    environment: '',
    command: "bengal build --environment=preview --drafts --profile 'writer'",
    'build-flags': '--strict',
  });
  assert.equal(ended.status, 0, ended.log);
  assert.deepEqual(given.bengal.calls()[0]?.args, [
    ...['build', '--environment', 'preview', '--profile', 'writer', '--no-incremental', '--strict', '--drafts'],
  ]);
});

test('without a cache, and where nothing may be saved, the build is what it would be', async () => {
  await using given = await rig();
  {
    await using job = await given.job('builds', { variables: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' } });
    const ended = await step(job);
    assert.equal(ended.status, 0, ended.log);
    assert.equal(ended.outputs['build-mode'], 'full');
    assert.equal(ended.outputs['cache-saved'], 'false');
  }
  await using job = await given.job('builds', FORK);
  const ended = await step(job);
  assert.equal(ended.status, 0, ended.log);
  assert.equal(ended.outputs['cache-policy'], 'restore-only');
  assert.equal(given.bengal.calls().length, 2);
  assert.deepEqual(given.service.entries, []);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} reaches the build, and nothing of it is saved, however it ends`, async () => {
    await using given = await rig();
    await using job = await given.job('waits');
    const environment = { ...job.environment, ...inputVariables('build/action.yml', INPUTS, 'success') };
    const child = spawn(process.execPath, [join(dist, 'build.js')], {
      cwd: job.site,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        if (text.includes('fake bengal: waiting')) child.kill(signal);
      });
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(status, signal === 'SIGINT' ? 130 : 143, log);
    assert.match(log, new RegExp(`^::error::the build was cancelled \\(${signal}\\)$`, 'm'));
    assert.deepEqual(given.service.entries, []);
  });
