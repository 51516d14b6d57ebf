import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, FORK, runnerJob, type RunnerEvent } from '../end-to-end/runner-job.ts';
import { startCacheService } from '../support/cache-service.ts';
import { writeFakePython } from '../support/fake-python.ts';

// Strangers' code, and a release: nothing of the checkout runs, and nothing that lies there is built upon. Through the
// built action, with the files and variables of a runner.

const windows = process.platform === 'win32' && 'scripts stand for Python here';

const by = (name: string, more: Readonly<Record<string, string>> = {}): RunnerEvent => ({
  variables: { GITHUB_EVENT_NAME: name, ...more },
});

/** Runs in which the cache is off. */
const OFF: Readonly<Record<string, RunnerEvent>> = {
  'row 31: pull_request_target': by('pull_request_target'),
  'row 32: issue_comment': by('issue_comment'),
  'row 32: workflow_run': by('workflow_run'),
  'row 32: release': by('release'),
  'row 32: deployment': by('deployment'),
  'row 32: a tag push': by('push', { GITHUB_REF: 'refs/tags/v1', GITHUB_REF_NAME: 'v1' }),
  'row 32: a tag by hand': by('workflow_dispatch', { GITHUB_REF: 'refs/tags/v1' }),
  'row 34: cache-mode none': by('push', { ACTIONS_CACHE_MODE: 'none' }),
  'row 33: a fork on a machine that stays': {
    ...FORK,
    variables: { ...FORK.variables, RUNNER_ENVIRONMENT: 'self-hosted' },
  },
};

/** A Python of the checkout that tells that it ran, and what it could read. */
async function layPython(site: string, marker: string): Promise<void> {
  const body = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, JSON.stringify(process.env));`;
  for (const path of ['.venv/bin/python3', 'tools/python3', 'tools/uv'])
    await writeFakePython(join(site, path), { body });
  writeFileSync(join(site, 'pyproject.toml'), '');
}

for (const [what, event] of Object.entries(OFF)) {
  test(
    `${what}: no interpreter and no tool of the checkout runs, by whatever way it could be found`,
    { skip: windows },
    async () => {
      await using service = await startCacheService();
      for (const inputs of [{}, { python: '.venv/bin/python3' }, { python: 'python3' }, { probe: 'true' }]) {
        await using job = await runnerJob(service, inputs, event);
        const marker = join(job.temp, 'ran');
        await layPython(job.site, marker);
        const variables = { ...event.variables, PATH: `${job.site}/tools:${process.env['PATH'] ?? ''}` };
        await using again = await runnerJob(service, inputs, { ...event, variables, keepWorkspace: true });
        const main = await again.main();
        assert.equal(main.status, 0, main.log);
        await again.post();
        assert.equal(existsSync(marker), false, JSON.stringify(inputs));
        assert.equal(main.outputs['build-mode'], 'full');
      }
    },
  );
}

test(
  'row 31: where nobody knows who can start a run, a Python of the checkout does not run either',
  { skip: windows },
  async () => {
    await using service = await startCacheService();
    await using job = await runnerJob(service, {}, by('an event of tomorrow'));
    const marker = join(job.temp, 'ran');
    await layPython(job.site, marker);
    const main = await job.main();
    assert.deepEqual([main.status, main.outputs['cache-policy']], [0, 'restore-only'], main.log);
    assert.equal(existsSync(marker), false);
  },
);

/** What no program that we start may read. */
const SECRETS = {
  GITHUB_TOKEN: 'secret-by-name',
  INNOCENT: 'ghs_secretbyvalue0123456789',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-of-the-runner',
  NODE_AUTH_TOKEN: 'secret-of-a-registry',
};

test('row 38: no program that is started gets a token: neither Python, git nor tar', { skip: windows }, async () => {
  await using service = await startCacheService();
  const inputs = { token: 'secret-of-the-input', 'signing-key': 'secret-that-signs-what-is-saved-here' };
  for (const round of ['first', 'second']) {
    await using job = await runnerJob(service, inputs, {});
    const marker = join(job.temp, 'python.env');
    await layPython(job.site, marker);
    const tools = join(job.temp, 'tools');
    mkdirSync(tools, { recursive: true });
    for (const name of ['git', 'tar', 'zstd']) {
      const script = `#!/bin/sh\n/usr/bin/env >> '${job.temp}/${name}.env'\nPATH='${process.env['PATH'] ?? ''}'\nexec ${name} "$@"\n`;
      writeFileSync(join(tools, name), script, { mode: 0o755 });
    }
    const variables = { ...SECRETS, PATH: `${tools}:${process.env['PATH'] ?? ''}` };
    await using spied = await runnerJob(service, inputs, { variables, keepWorkspace: true });
    const main = await spied.main();
    assert.equal(main.status, 0, main.log);
    build(spied.site);
    const post = await spied.post();
    assert.match(post.log, round === 'first' ? /^Saved/m : /^Nothing saved|^Saved/m);
    for (const name of ['python', 'git', 'tar']) {
      const read = readFileSync(join(job.temp, `${name}.env`), 'utf8');
      assert.ok(read.includes('PATH'), `${name} was started`);
      assert.doesNotMatch(read, /secret/i, `${name}, ${round}`);
      assert.equal(read.includes(service.token), false, `${name} has the token of the cache service`);
    }
    for (const log of [main.log, post.log].map((text) => text.replace(/^::add-mask::.*$/gm, '')))
      assert.doesNotMatch(log, /secret-/);
    assert.doesNotMatch(spied.handedOver(), /secret-/);
  }
});

for (const [what, event] of Object.entries(OFF)) {
  test(`${what}: off means off: on a kept workspace everything is built, and nothing old stays in the output`, async () => {
    await using service = await startCacheService();
    const inputs = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14' };
    for (const gate of ['auto', 'always-full']) {
      await using earlier = await runnerJob(service, { ...inputs, gate });
      await earlier.main();
      build(earlier.site);
      assert.match((await earlier.post()).log, /^Saved|^Nothing saved: the build of these sources/m);
      for (const folder of ['.bengal/templates', '.bengal/cache/kida']) {
        mkdirSync(join(earlier.site, folder), { recursive: true });
        writeFileSync(join(earlier.site, folder, 'base.pyc'), 'code of somebody');
      }
      await using later = await runnerJob(service, { ...inputs, gate }, { ...event, keepWorkspace: true });
      const main = await later.main();
      assert.deepEqual(
        [main.status, main.outputs['build-mode'], main.outputs['cache-policy']],
        [0, 'full', 'off'],
        main.log,
      );
      assert.match(main.outputs['build-reason'] ?? '', /the cache is off here/);
      // What nobody recorded as output is for Bengal to clear away.
      const isCleared = !existsSync(join(later.site, 'public', 'index.html'));
      assert.ok(isCleared || main.outputs['build-args'] === '--no-incremental --clean-output', main.log);
      for (const folder of ['.bengal/templates', '.bengal/cache/kida'])
        assert.equal(existsSync(join(later.site, folder)), false, 'nothing compiled is left to be run');
      assert.equal(existsSync(join(later.site, 'content')), true);
    }
  });
}

for (const [how, harm] of [
  ['deleted', undefined],
  ['damaged', 'garbage'],
] as const) {
  test(`row 29: no manifest is no trust: a state that lies there with its manifest ${how} is not built upon`, async () => {
    await using service = await startCacheService();
    const inputs = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };
    await using earlier = await runnerJob(service, inputs);
    build(earlier.site);
    if (harm !== undefined) writeFileSync(join(earlier.site, '.bengal/ci-manifest.json.zst'), harm);
    await using later = await runnerJob(service, inputs, { keepWorkspace: true });
    const main = await later.main();
    assert.equal(main.outputs['build-mode'], 'full', main.log);
    assert.match(main.log, /^::warning.*The state that lies in the site is not used: nothing says whose code left it/m);
  });
}
