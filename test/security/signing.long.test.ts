import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, runnerJob, type StepResult } from '../end-to-end/runner-job.ts';
import { startCacheService, type CacheService } from '../support/cache-service.ts';

// Rows 28 and 38: a signed cache, through the built action. The service of these tests knows no scopes, so whatever is
// stored can be found by everybody, as by an attacker who may write there.

const KEY = 'first-key-of-the-repository-long-enough';
const OTHER = 'other-key-of-the-repository-long-enough';
const INPUTS = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14' };

interface Ended {
  readonly main: StepResult;
  readonly post: StepResult;
}

let runs = 0;

async function run(service: CacheService, secret: string): Promise<Ended> {
  const variables = { GITHUB_RUN_ID: String((runs += 1)) };
  await using job = await runnerJob(service, { ...INPUTS, 'signing-key': secret }, { variables });
  const main = await job.main();
  assert.equal(main.status, 0, main.log);
  if (main.outputs['build-mode'] === 'full') build(job.site);
  const post = await job.post();
  if (secret !== '') assertNowhere(secret, { files: filesBelow(job.temp), texts: [job.handedOver(), main.summary] });
  return { main, post };
}

function assertNowhere(secret: string, { files, texts }: { files: readonly string[]; texts: readonly string[] }): void {
  for (const file of files) assert.equal(readFileSync(file).includes(secret), false, file);
  for (const text of texts) assert.equal(text.includes(secret), false);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

const warningsOf = ({ main, post }: Ended): string[] =>
  `${main.log}\n${post.log}`.split('\n').filter((line) => line.startsWith('::warning'));

test('row 28: with a key, what it has signed is restored, and the key is masked, in no file and in no output', async () => {
  await using service = await startCacheService();
  const first = await run(service, KEY);
  assert.match(first.post.log, /^Saved/m);
  const [mask = ''] = first.main.log.split('\n').filter((line) => line.includes(KEY));
  assert.equal(mask, `::add-mask::${KEY}`, 'the only line that names it hides it');
  for (const blob of service.entries) assert.equal((await service.blobs.read(blob.blob)).includes(KEY), false);
  const second = await run(service, KEY);
  assert.deepEqual([second.main.outputs['cache-hit'], second.main.outputs['build-mode']], ['true', 'skip']);
  assert.deepEqual(warningsOf(second), []);
});

for (const [what, writer, reader, why] of [
  ['no key, as on a fork', KEY, '', /it is signed, and this run has no signing-key/],
  ['another key', KEY, OTHER, /its signature does not fit/],
  ['a key, and an entry that nobody signed', '', KEY, /it is not signed, and this run has a signing-key/],
] as const) {
  test(`row 28: with ${what}: one warning, a full build as after a miss, and the next save stands in`, async () => {
    await using service = await startCacheService();
    await run(service, writer);
    const refused = await run(service, reader);
    assert.deepEqual([refused.main.outputs['cache-hit'], refused.main.outputs['build-mode']], ['', 'full']);
    assert.equal(warningsOf(refused).length, 1, refused.main.log);
    assert.match(warningsOf(refused)[0] ?? '', why);
    assert.match(refused.post.log, /^::debug::Key .*\/replacement\//m);
    const next = await run(service, reader);
    assert.deepEqual(
      [next.main.outputs['cache-hit'], next.main.outputs['build-mode']],
      ['true', 'skip'],
      next.main.log,
    );
    assert.deepEqual(warningsOf(next), []);
  });
}

test('row 28: a key that is changed again and again costs one full build each time, and never stays of no use', async () => {
  await using service = await startCacheService();
  for (const key of [KEY, OTHER, KEY, OTHER].map((key, index) => `${key}-${index}`)) {
    assert.equal((await run(service, key)).main.outputs['build-mode'], 'full');
    assert.equal((await run(service, key)).main.outputs['build-mode'], 'skip');
  }
});

test('row 38: a key that could be found by trying fails the step, and the message does not quote it', async () => {
  await using service = await startCacheService();
  for (const action of ['main', 'restore', 'save'] as const) {
    await using job = await runnerJob(service, { ...INPUTS, 'signing-key': 'short-secret' });
    const ended = action === 'main' ? await job.main() : await job.split(action);
    assert.equal(ended.status, 1);
    assert.match(ended.log, /signing-key`: expected a secret of at least 32 characters, got 12/);
    assert.doesNotMatch(ended.log, /short-secret/);
  }
});

test('row 28: the actions that are steps of their own sign and check alike', async () => {
  await using service = await startCacheService();
  for (const mode of ['full', 'skip']) {
    await using job = await runnerJob(service, INPUTS);
    const restored = await job.split('restore', { ...INPUTS, 'signing-key': KEY });
    assert.equal(restored.outputs['build-mode'], mode, restored.log);
    if (mode === 'full') build(job.site);
    const saved = await job.split('save', { ...INPUTS, 'signing-key': KEY });
    assert.equal(saved.outputs['cache-saved'], String(mode === 'full'), saved.log);
    assertNowhere(KEY, { files: filesBelow(job.temp), texts: [job.handedOver()] });
  }
});
