import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseEntry, renderEntry } from '../../src/stages/stage-entry.ts';
import type { StageName } from '../../src/stages/stage-definition.ts';
import { dist, runNode, stageJob, type StageJob } from '../stages/stage-job.ts';
import { startCacheService } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = {
  'public/index.html': '<a href="/about/">about</a>',
  'public/about/index.html': 'about',
  'scripts/links.js': 'check()',
  '.github/workflows/ci.yml': 'on: push',
};

const LINKS = { name: 'links', inputs: 'public/**', code: 'scripts/links.js', ttl: '7d' };

/** What the guarded step leaves when it succeeds. */
function report(job: StageJob, text = 'no broken links'): void {
  job.write('reports/links.txt', text);
}

/** Rewrites the record in the workspace as if the success had been so many days ago. */
function age(job: StageJob, days: number): void {
  const path = '.bengal/stages/links.stage';
  const outcome = parseEntry(job.read(path), 'links' as StageName);
  assert.ok(outcome.kind === 'read');
  const recorded = outcome.entry.recorded - days * 86_400_000;
  job.write(path, renderEntry({ ...outcome.entry, recorded }));
}

describe('the built action in stage/', () => {
  test('runs first and records in post, skips on the next runner, and runs after an edit', async () => {
    await using service = await startCacheService();
    {
      await using job = await stageJob(service, FILES);
      const step = job.stage(LINKS);
      const main = await step.main();
      assert.equal(main.status, 0, main.log);
      assert.equal(main.outputs['skip'], 'false');
      assert.equal(main.outputs['reason'], 'no success of it is recorded');
      assert.equal(main.outputs['age'], '');
      assert.match(main.outputs['key'] ?? '', /^[0-9a-f]{64}$/);
      assert.equal(existsSync(join(job.workspace, '.bengal')), false, 'nothing is recorded before the step');
      const post = await step.post('success');
      assert.equal(post.status, 0, post.log);
      assert.match(post.log, /The success of the stage links is recorded and stored \(2 inputs, 0 outputs\)/);
      assert.equal(service.entries.length, 1);
    }
    {
      await using job = await stageJob(service, FILES);
      const step = job.stage(LINKS);
      const main = await step.main();
      assert.equal(main.outputs['skip'], 'true', main.log);
      assert.match(main.outputs['reason'] ?? '', /^nothing changed since its last success \d+ s ago$/);
      assert.match(main.outputs['age'] ?? '', /^\d+$/);
      assert.match(main.log, /recorded in another job/);
      assert.match(main.summary, /^Stage .*links.* skipped: nothing changed/);
      const post = await step.post('skipped');
      assert.match(post.log, /Nothing to record: the stage links was skipped/);
      assert.equal(service.entries.length, 1);
    }
    {
      await using job = await stageJob(service, { ...FILES, 'public/about/index.html': 'About' });
      const main = await job.stage(LINKS).main();
      assert.equal(main.outputs['skip'], 'false');
      assert.equal(main.outputs['reason'], 'its inputs changed: changed public/about/index.html');
    }
    assert.deepEqual(service.problems, []);
  });

  test('a guarded step that did not succeed is not recorded, whatever the job says', async () => {
    await using service = await startCacheService();
    for (const [outcome, words] of [
      ['failure', 'the guarded step failed'],
      ['cancelled', 'the guarded step was cancelled'],
      ['skipped', 'the guarded step did not run'],
    ] as const) {
      await using job = await stageJob(service, FILES);
      const step = job.stage(LINKS);
      await step.main();
      const post = await step.post(outcome);
      assert.equal(post.status, 0);
      assert.match(post.log, new RegExp(`The stage links is not recorded: ${words}`));
      assert.doesNotMatch(post.log, /::warning/);
      assert.equal((await job.stage(LINKS).main()).outputs['skip'], 'false');
    }
    await using job = await stageJob(service, FILES);
    const step = job.stage(LINKS);
    await step.main();
    const post = await step.post('');
    assert.match(
      post.log,
      /::warning.*The stage links is not recorded: the input outcome does not say.*steps\.ID\.outcome/,
    );
    assert.equal(service.entries.length, 0);
    assert.equal(existsSync(join(job.workspace, '.bengal')), false);
  });

  test('a later failure does not undo a success, so the post step runs unless the job is cancelled', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const step = job.stage(LINKS);
    await step.main();
    // The runner would start the post step of a failed job here; the outcome is that of the guarded step.
    assert.match((await step.post('success')).log, /is recorded and stored/);
  });

  test('outputs in the cache that are of no use cost one warning and one run, since the post step stores them anew', async () => {
    await using service = await startCacheService();
    const inputs = { ...LINKS, outputs: 'reports/', 'cache-outputs': 'true' };
    const run = async (): Promise<{ skip: string | undefined; warnings: number }> => {
      await using job = await stageJob(service, FILES);
      const step = job.stage(inputs);
      const main = await step.main();
      const skip = main.outputs['skip'];
      if (skip !== 'true') report(job);
      assert.equal(job.read('reports/links.txt'), 'no broken links');
      const post = await step.post(skip === 'true' ? 'skipped' : 'success');
      return { skip, warnings: `${main.log}${post.log}`.match(/^::warning/gm)?.length ?? 0 };
    };
    assert.deepEqual(await run(), { skip: 'false', warnings: 0 });
    assert.deepEqual(await run(), { skip: 'true', warnings: 0 });
    const stored = service.entries.find(({ key }) => key.includes('/stage-outputs/'));
    assert.ok(stored?.sizeBytes !== undefined);
    await service.blobs.write(stored.blob, Buffer.alloc(stored.sizeBytes, 'x'));
    assert.deepEqual(await run(), { skip: 'false', warnings: 1 });
    assert.deepEqual(await run(), { skip: 'true', warnings: 0 });
  });

  test('an expired success runs again, and its next success counts', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const here = { ...LINKS, cache: 'false' };
    const first = job.stage(here);
    await first.main();
    await first.post('success');
    age(job, 6);
    assert.equal((await job.stage(here).main()).outputs['skip'], 'true');
    age(job, 2);
    const again = job.stage(here);
    const main = await again.main();
    assert.equal(main.outputs['skip'], 'false');
    assert.equal(main.outputs['reason'], 'its last success is 8 days old, which is not under 7 days');
    assert.equal(main.outputs['age'], String(8 * 86_400 + (Number(main.outputs['age']) % 86_400)));
    await again.post('success');
    assert.equal((await job.stage(here).main()).outputs['skip'], 'true');
    age(job, -1);
    assert.match((await job.stage(here).main()).outputs['reason'] ?? '', /ahead of the clock, so its age is unknown/);
    assert.equal(service.requests.lookup, 0);
  });

  test('a damaged record runs', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const here = { ...LINKS, cache: 'false' };
    const step = job.stage(here);
    await step.main();
    await step.post('success');
    const text = job.read('.bengal/stages/links.stage');
    for (const damaged of ['', 'garbage', text.slice(0, -10), text.replace('inputs=', 'inputs=0')]) {
      job.write('.bengal/stages/links.stage', damaged);
      const main = await job.stage(here).main();
      assert.equal(main.status, 0, main.log);
      assert.equal(main.outputs['skip'], 'false');
      assert.match(main.outputs['reason'] ?? '', /^its record is of no use: /);
    }
  });

  test('outputs travel, so a skipped step has them on a fresh runner', async () => {
    await using service = await startCacheService();
    const stage = { ...LINKS, outputs: 'reports/*.txt', 'cache-outputs': 'true' };
    {
      await using job = await stageJob(service, FILES);
      const step = job.stage(stage);
      await step.main();
      report(job);
      assert.match((await step.post('success')).log, /recorded and stored \(2 inputs, 1 output\)/);
    }
    await using job = await stageJob(service, FILES);
    const main = await job.stage(stage).main();
    assert.equal(main.outputs['skip'], 'true', main.log);
    assert.equal(job.read('reports/links.txt'), 'no broken links');
    assert.deepEqual(
      readdirSync(job.workspace).filter((name) => name.startsWith('.bengal-cache')),
      [],
    );
    report(job, 'edited');
    const strict = await job.stage({ ...stage, 'verify-outputs': 'true', cache: 'false' }).main();
    assert.equal(strict.outputs['reason'], 'its output is not what it made: changed reports/links.txt');
  });

  test('inputs that change while the step runs are named, and nothing is recorded', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const step = job.stage(LINKS);
    await step.main();
    job.write('public/index.html', 'rewritten by the step');
    const post = await step.post('success');
    assert.match(post.log, /::warning.*not recorded: its inputs changed while it ran: changed public\/index\.html/);
    assert.equal(service.entries.length, 0);
  });

  test('jobs of a matrix, other jobs and other workflows have successes of their own', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const first = job.stage({ ...LINKS, matrix: '{"python":"3.14"}' });
    await first.main();
    await first.post('success');
    const skip = async (inputs: Record<string, string>, variables: Record<string, string> = {}): Promise<unknown> => {
      job.remove('.bengal');
      return (await job.stage({ ...LINKS, ...inputs }, variables).main()).outputs['skip'];
    };
    assert.equal(await skip({ matrix: '{"python":"3.14"}' }), 'true');
    assert.equal(await skip({ matrix: '{"python":"3.15"}' }), 'false');
    job.write('.bengal/x', '');
    assert.equal(await skip({ matrix: '{"python":"3.14"}' }, { GITHUB_JOB: 'other' }), 'false');
    job.write('.bengal/x', '');
    assert.equal(await skip({ matrix: '{"python":"3.14"}' }, { GITHUB_WORKFLOW: 'Nightly' }), 'false');
    const shared = job.stage({ ...LINKS, scope: 'shared', matrix: '1' });
    await shared.main();
    await shared.post('success');
    assert.equal(await skip({ scope: 'shared', matrix: '2' }, { GITHUB_JOB: 'other' }), 'true');
  });

  test('the workflow file counts as code, unless it is told not to', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const step = job.stage(LINKS);
    await step.main();
    await step.post('success');
    job.write('.github/workflows/ci.yml', 'on: push # and another command');
    const main = await job.stage(LINKS).main();
    assert.equal(main.outputs['reason'], 'its code changed: changed .github/workflows/ci.yml');
    const without = job.stage({ ...LINKS, 'count-workflow': 'false' });
    await without.main();
    await without.post('success');
    job.write('.github/workflows/ci.yml', 'on: push # once more');
    assert.equal((await job.stage({ ...LINKS, 'count-workflow': 'false' }).main()).outputs['skip'], 'true');
  });

  test('two stages in one job, one of which fails, do not mix', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const [links, spelling] = [job.stage(LINKS), job.stage({ ...LINKS, name: 'spelling' })];
    for (const step of [links, spelling]) assert.equal((await step.main()).outputs['skip'], 'false');
    // Post steps run in reverse.
    await spelling.post('failure');
    await links.post('success');
    assert.equal((await job.stage(LINKS).main()).outputs['skip'], 'true');
    assert.equal((await job.stage({ ...LINKS, name: 'spelling' }).main()).outputs['skip'], 'false');
  });

  test('a cache service that is down costs a warning, never the job', async () => {
    await using service = await startCacheService();
    service.inject('lookup', { kind: 'status', status: 403 });
    service.inject('create', { kind: 'status', status: 403 });
    await using job = await stageJob(service, FILES);
    const step = job.stage(LINKS);
    const main = await step.main();
    assert.equal(main.status, 0, main.log);
    assert.equal(main.outputs['skip'], 'false');
    assert.match(main.log, /::warning.*The record of links was not restored/);
    const post = await step.post('success');
    assert.equal(post.status, 0);
    assert.match(post.log, /The success of the stage links is recorded \(/);
    assert.match(post.log, /::warning.*The record of links was not stored/);
  });

  test('where strangers can bring code, the cache is left alone and a record in the checkout does not count', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const first = job.stage({ ...LINKS, cache: 'false' });
    await first.main();
    await first.post('success');
    assert.equal((await job.stage(LINKS).main()).outputs['skip'], 'true');
    for (const event of [{ GITHUB_EVENT_NAME: 'pull_request_target' }, { GITHUB_REF: 'refs/tags/v1' }]) {
      const step = job.stage(LINKS, event);
      const main = await step.main();
      assert.equal(main.outputs['skip'], 'false');
      assert.match(main.outputs['reason'] ?? '', /^no record counts in this run: (?:strangers|what a tag)/);
      await step.post('success');
    }
    assert.equal(service.requests.lookup + service.requests.create, 0);
  });

  test('bad input fails the step before anything happens, with every problem in one message', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const bad = await job
      .stage({ name: 'a b', inputs: '/etc/passwd\n../x', outputs: '../public/', ttl: 'soon', env: 'A=B' })
      .main();
    assert.equal(bad.status, 1);
    for (const name of ['name', 'inputs', 'outputs', 'ttl', 'env'])
      assert.match(bad.log, new RegExp(`Input \`${name}\`: expected .*, got `));
    const raw = job.stage({ ...LINKS, 'cache-outputs': 'TRUE', site: '..' });
    const worse = await raw.main();
    assert.match(worse.log, /Input `cache-outputs`: expected true or false, got "TRUE"/);
    assert.match(worse.log, /Input `site`: expected a folder inside the workspace/);
    const post = await raw.post('success');
    assert.equal(post.status, 0);
    assert.match(post.log, /Nothing to record: the step of the stage did not finish/);
    const unmatched = await job.stage({ ...LINKS, inputs: 'public/**\npubic/**' }).main();
    assert.equal(unmatched.status, 1);
    assert.match(unmatched.log, /Input `inputs`: nothing matches "pubic\/\*\*"/);
    assert.equal(service.requests.lookup, 0);
  });

  test('file names that are commands of the runner do nothing but stand in the reason', async () => {
    await using service = await startCacheService();
    await using job = await stageJob(service, FILES);
    const names = ['public/\n::set-output name=skip::true', 'public/x ##[set-env name=A]b', 'public/$(id)`id`'];
    const step = job.stage(LINKS);
    await step.main();
    await step.post('success');
    for (const name of names) job.write(name, 'x');
    const main = await job.stage(LINKS).main();
    assert.equal(main.outputs['skip'], 'false');
    assert.doesNotMatch(main.log, /^::set-output|##\[/m);
    assert.match(main.outputs['reason'] ?? '', /^its inputs changed: added public\//);
    assert.equal(main.summary.trim().split('\n').length, 1, main.summary);
  });
});

test('the built command line passes on output and exit status of the command', async () => {
  await using folder = await temporaryFolder();
  const run = (script: string, ...more: string[]): Promise<{ status: number | null; log: string }> =>
    runNode(join(dist, 'cli.js'), {
      cwd: folder.path,
      env: process.env,
      args: ['stage', 'run', '--name', 'x', '--inputs', '*.txt', ...more, '--', process.execPath, '-e', script],
    });
  writeFileSync(join(folder.path, 'a.txt'), 'a');
  const failed = await run('console.log("said"); process.exit(5)');
  assert.equal(failed.status, 5, failed.log);
  assert.match(failed.log, /^said$/m);
  const good = await run('console.log("said")');
  assert.equal(good.status, 0, good.log);
  assert.match((await run('console.log("said")')).log, /x: skipped/);
  const usage = await runNode(join(dist, 'cli.js'), { cwd: folder.path, env: process.env, args: ['stage', 'fly'] });
  assert.equal(usage.status, 2);
});
