import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { findWorkflowTool, howToGet } from '../../scripts/workflow-tools.ts';
import { runnerEnvironment, startCacheService, type CacheService } from '../support/cache-service.ts';
import { gitRig, type GitRig } from '../support/git-rig.ts';
import { dist, lighthouse, root } from './runner-job.ts';

// The rest of this folder plays the runner. Here a real one (https://github.com/nektos/act) evaluates `post-if` and the
// defaults of inputs, and hands state from step to step.

const ACT = process.env['ACT'] ?? findWorkflowTool('act') ?? '';
const skip = ACT === '' && howToGet('act');

/** A repository with the action in it, and a workflow that uses it. `build` is what stands for Bengal. */
async function repository(options: { saveAlways: boolean; afterBuild: string }): Promise<GitRig> {
  const rig = await gitRig({
    '.github/workflows/docs.yml': `
on: push
jobs:
  docs:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        id: cache
        with:
          site: site
          bengal-version: 0.5.1
          python-version: '3.14'
          environment: production
          save-always: '${String(options.saveAlways)}'
      - run: echo "mode \${{ steps.cache.outputs.build-mode }} hit \${{ steps.cache.outputs.cache-hit }}"
      - run: cp -R recorded/. site/
      - run: ${options.afterBuild}
`,
  });
  for (const file of ['action.yml', 'package.json']) cpSync(join(root, file), join(rig.path, file));
  cpSync(dist, join(rig.path, 'dist'), { recursive: true });
  for (const part of ['site', 'recorded']) cpSync(join(lighthouse, part), join(rig.path, part), { recursive: true });
  rig.commit();
  return rig;
}

interface ActRun {
  readonly status: number | null;
  readonly log: string;
}

function runAct(rig: GitRig, service: CacheService): Promise<ActRun> {
  const temp = join(rig.path, '..', 'temp');
  const home = join(rig.path, '..', 'home');
  for (const folder of [temp, home]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, '.actrc'), '');
  const env = {
    // It runs the node on the PATH, and the action wants the one that this test runs on.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: home,
    ACT_DISABLE_VERSION_CHECK: '1',
    ...runnerEnvironment(service, { workspace: rig.path, temp }),
  };
  const args = ['push', '--platform', 'ubuntu-latest=-self-hosted', '--pull=false', '--no-cache-server'];
  const child = spawn(ACT, args, { cwd: rig.path, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, log }));
  });
}

test('on a real runner a job saves, and the next one of the same commit has nothing to build', { skip }, async () => {
  await using service = await startCacheService();
  await using rig = await repository({ saveAlways: false, afterBuild: 'true' });
  const first = await runAct(rig, service);
  assert.equal(first.status, 0, first.log);
  assert.match(first.log, /mode full hit *$/m);
  assert.equal(service.entries.length, 1, first.log);
  // Each run has a folder of its own there, so it is the same tree at another place.
  const second = await runAct(rig, service);
  assert.match(second.log, /mode skip hit false/, second.log);
  assert.match(second.log, /restored [\d,]+ files: the build of these sources in another place/);
  assert.equal(service.requests.create, 1);
});

test('on a real runner a failed job saves nothing, or under a key of its own', { skip }, async () => {
  await using service = await startCacheService();
  {
    await using rig = await repository({ saveAlways: false, afterBuild: 'false' });
    const run = await runAct(rig, service);
    assert.equal(run.status, 1, run.log);
    assert.equal(service.entries.length, 0, run.log);
  }
  await using rig = await repository({ saveAlways: true, afterBuild: 'false' });
  const run = await runAct(rig, service);
  assert.equal(run.status, 1);
  assert.deepEqual(
    service.entries.map(({ key }) => key.includes('/unfinished-')),
    [true],
    run.log,
  );
});
