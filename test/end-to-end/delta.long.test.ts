import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Delta } from '../../src/delta/delta.ts';
import { startCacheService } from '../support/cache-service.ts';
import { build, dist, PULL_REQUEST, runnerJob, type RunnerJob } from './runner-job.ts';

const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', gate: 'auto' };
const skip = !existsSync(join(dist, 'delta.js')) && 'dist holds no delta.js yet: npm run build';

/** A first job that stores what it built. */
async function seed(service: Awaited<ReturnType<typeof startCacheService>>): Promise<void> {
  await using job = await runnerJob(service, BUILT_WITH);
  await job.main();
  build(job.site);
  const post = await job.post();
  assert.match(post.log, /Saved \d+ files/);
  assert.doesNotMatch(post.summary, /What readers will see/, 'there was nothing to compare with');
}

/** Stands for a build after an edit: another text on one page, and one page gone. */
async function buildEdited(job: RunnerJob): Promise<string> {
  build(job.site);
  const page = join(job.site, 'public', 'index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace(/<h1[^>]*>[^<]*/, '<h1>Lamps at sea'));
  assert.notEqual(readFileSync(page, 'utf8'), html);
  const gone = ['about/index.html', 'guides/index.html'].find((path) => existsSync(join(job.site, 'public', path)));
  assert.ok(gone !== undefined);
  rmSync(join(job.site, 'public', gone));
  return gone;
}

test('after the build the step of the action says what readers will see, and notes an address that vanished', async () => {
  await using service = await startCacheService();
  await seed(service);
  await using job = await runnerJob(service, BUILT_WITH);
  writeFileSync(join(job.site, 'content', 'index.md'), '---\ntitle: Lamps at sea\n---\n');
  await job.main();
  const gone = await buildEdited(job);
  const post = await job.post();
  assert.equal(post.status, 0, post.log);
  assert.match(post.summary, /^## \d+ of \d+ pages changed/m);
  assert.match(post.summary, /title: “.+” → “Lamps at sea”/);
  assert.match(
    post.log,
    new RegExp(`^::error .*title=An address leads nowhere.*::/${gone.replace('index.html', '')} is gone`, 'm'),
  );
});

test('a job in which no build follows says of no address that it is gone', async () => {
  await using service = await startCacheService();
  await seed(service);
  await using job = await runnerJob(service, BUILT_WITH);
  writeFileSync(join(job.site, 'content', 'index.md'), '---\ntitle: Lamps at sea\n---\n');
  const main = await job.main();
  assert.notEqual(main.outputs['build-mode'], 'skip', main.log);
  const post = await job.post();
  assert.equal(post.status, 0, post.log);
  assert.doesNotMatch(post.log + post.summary, /leads nowhere|is gone/);
  assert.match(post.log, /No build wrote an output, so nothing is compared/);
});

test(
  'the action delta sets outputs and writes the files for tools, and then the step after the build tells it no more',
  { skip },
  async () => {
    await using service = await startCacheService();
    await seed(service);
    await using job = await runnerJob(service, BUILT_WITH);
    writeFileSync(join(job.site, 'content', 'index.md'), '---\ntitle: Lamps at sea\n---\n');
    await job.main();
    const gone = await buildEdited(job);
    const step = await job.split('delta', { 'base-url': 'https://example.org/docs', 'indexnow-key': 'a1b2c3d4' });
    assert.equal(step.status, 0, step.log);
    const { outputs } = step;
    assert.equal(outputs['anything-to-deploy'], 'true');
    assert.deepEqual([outputs['changed-count'], outputs['removed-count'], outputs['vanished-count']], ['1', '1', '1']);
    assert.deepEqual(JSON.parse(outputs['changed-pages'] ?? ''), ['/']);
    const delta = JSON.parse(readFileSync(outputs['delta-path'] ?? '', 'utf8')) as Delta;
    assert.deepEqual(
      delta.vanished.map(({ path }) => path),
      [gone],
    );
    const folder = outputs['files-path'] ?? '';
    assert.match(readFileSync(join(folder, 'purge.txt'), 'utf8'), /^https:\/\/example\.org\/docs\/$/m);
    assert.deepEqual(
      (JSON.parse(readFileSync(join(folder, 'indexnow-1.json'), 'utf8')) as { host: string }).host,
      'example.org',
    );
    assert.match(step.summary, /title: “.+” → “Lamps at sea”/);
    const post = await job.post();
    assert.doesNotMatch(post.summary, /What readers will see/);
  },
);

test('a build that was skipped still says what is there, and that nothing is to be deployed', { skip }, async () => {
  await using service = await startCacheService();
  await seed(service);
  await using job = await runnerJob(service, BUILT_WITH);
  await job.main();
  const step = await job.split('delta', {});
  assert.equal(step.outputs['anything-to-deploy'], 'false', step.log);
  assert.match(step.outputs['base-commit'] ?? '', /^(?:c0ffee){6}c0ff$/);
  assert.match(step.summary, /Readers will see no change\n\n<sub>Compared with the last build at commit c0ffee/);
});

test(
  'without anything restored everything is to be deployed, and nothing is claimed about pages',
  { skip },
  async () => {
    await using service = await startCacheService();
    await using job = await runnerJob(service, BUILT_WITH);
    await job.main();
    build(job.site);
    const { outputs, log } = await job.split('delta', {});
    assert.equal(outputs['anything-to-deploy'], 'true', log);
    assert.equal(outputs['changed-count'], '');
  },
);

/** A run of a pull request whose home page has another heading; `told` says where the delta comes from. */
async function requestSaying(
  service: Awaited<ReturnType<typeof startCacheService>>,
  heading: string,
  by: 'post' | 'delta',
): Promise<string> {
  await using job = await runnerJob(service, BUILT_WITH, PULL_REQUEST);
  writeFileSync(join(job.site, 'content', 'index.md'), `---\ntitle: ${heading}\n---\n`);
  await job.main();
  build(job.site);
  const page = join(job.site, 'public', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<h1[^>]*>[^<]*/, `<h1>${heading}`));
  // A build writes another state each time.
  appendFileSync(join(job.site, '.bengal', 'provenance', 'index.json'), '\n'.repeat(heading.length));
  const told = by === 'delta' ? await job.split('delta', {}) : undefined;
  const post = await job.post();
  assert.match(post.log, /Saved \d+ files/);
  return (told ?? post).summary;
}

test('the page of the report says that the delta comes after the build, and the step after it writes it there', async () => {
  await using service = await startCacheService();
  await seed(service);
  await using job = await runnerJob(service, { ...BUILT_WITH, 'report-html': 'report.html' });
  writeFileSync(join(job.site, 'content', 'index.md'), '---\ntitle: Lamps at sea\n---\n');
  await job.main();
  const path = join(job.site, 'report.html');
  const before = readFileSync(path, 'utf8');
  assert.match(before, /<h2>What readers will see<\/h2>\n<p class="number">Known only after the build/);
  await buildEdited(job);
  await job.post();
  const after = readFileSync(path, 'utf8');
  assert.match(after, /title: <del>.+<\/del> → <ins>Lamps at sea<\/ins>/);
  assert.doesNotMatch(after, /Known only after the build/);
  const section = /<!-- delta -->.*<!-- \/delta -->/s;
  assert.equal(after.replace(section, ''), before.replace(section, ''), 'everything else is as it was');
});

test('every push to a pull request is compared with the last build of the branch that it goes to', async () => {
  await using service = await startCacheService();
  await seed(service);
  for (const [heading, by] of [
    ['Lamps', 'post'],
    ['Lamps at sea', 'post'],
    ['Lamps by the sea', 'delta'],
  ] as const) {
    const summary = await requestSaying(service, heading, by);
    assert.match(summary, /Compared with the last build of main at commit c0ffee/);
    assert.match(summary, new RegExp(`title: “Lighthouse Handbook” → “${heading}”`));
  }
});

test('a pull request whose branch has built nothing is compared with its own last build', async () => {
  await using service = await startCacheService();
  await requestSaying(service, 'Lamps', 'post');
  const summary = await requestSaying(service, 'Lamps at sea', 'post');
  assert.match(summary, /Compared with the last build of this pull request at commit c0ffee/);
  assert.match(summary, /title: “Lamps” → “Lamps at sea”/);
});
