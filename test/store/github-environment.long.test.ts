import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { describeMissingService } from '../../src/store/github-environment.ts';
import { githubStore } from '../../src/store/github.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { githubRigs } from './github-rig.ts';

const rigs = await githubRigs();
after(() => rigs[Symbol.asyncDispose]());

for (const [mode, reads, writes] of [
  ['none', false, false],
  ['read', true, false],
  ['write-only', false, true],
  [' READ ', true, false],
  ['write', true, true],
  ['odd', true, true],
] as const) {
  test(`cache-mode "${mode}" is obeyed without asking the service`, async () => {
    await using rig = await rigs.open();
    const file = join(rig.folder, 'to-save');
    await writeFile(file, 'x');
    const store = rig.createStore({ ACTIONS_CACHE_MODE: mode });
    const restored = await store.restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'out') });
    const saved = await store.save({ key: 'k', file });
    assert.equal(restored.kind, reads ? 'miss' : 'denied');
    assert.equal(saved.kind, writes ? 'saved' : 'denied');
    if (restored.kind === 'denied')
      assert.match(restored.why, /^this job may not read caches \(cache-mode: (none|write-only)\)$/);
    if (saved.kind === 'denied') assert.match(saved.why, /^this job may not write caches \(cache-mode: (none|read)\)$/);
    assert.deepEqual([rig.service.requests.lookup, rig.service.requests.create], [Number(reads), Number(writes)]);
    await rig.assertTidy();
  });
}

const ACTION = { GITHUB_ACTIONS: 'true', ACTIONS_RUNTIME_TOKEN: 'token' };

test('a missing service is told from a miss, with the likely reason', () => {
  for (const [environment, reason] of [
    [{}, 'this is not a job of GitHub Actions'],
    [{ GITHUB_ACTIONS: 'true' }, 'the runner gives its address to actions only, not to "run" steps'],
    [ACTION, 'the runner gave no address of one'],
    [{ ...ACTION, ACT: 'true' }, 'act runs with --no-cache-server, or cannot start it'],
    [
      { ...ACTION, GITHUB_SERVER_URL: 'https://ghe.example.org' },
      'https://ghe.example.org gives its jobs no address of one (ACTIONS_CACHE_URL)',
    ],
    [{ ...ACTION, GITHUB_SERVER_URL: 'https://x.ghe.com' }, 'the runner gave no address of one'],
    [{ ...ACTION, GITHUB_SERVER_URL: 'odd' }, 'odd gives its jobs no address of one (ACTIONS_CACHE_URL)'],
  ] as const)
    assert.equal(describeMissingService(environment), `there is no cache service here: ${reason}`);
});

test('without an address nothing is started, and nothing waited for', async () => {
  await using folder = await temporaryFolder();
  const store = githubStore({ environment: ACTION, temp: join(folder.path, 'never') });
  const expected = { kind: 'absent', why: 'there is no cache service here: the runner gave no address of one' };
  assert.deepEqual(await store.restore({ key: 'k', restoreKeys: [], file: 'out' }), expected);
  assert.deepEqual(await store.save({ key: 'k', file: 'gone' }), expected);
});

test('an address of the other protocol only is no address: the client is asked, and does not sleep', async () => {
  await using rig = await rigs.open();
  const store = rig.createStore({ ACTIONS_CACHE_SERVICE_V2: '' });
  const outcome = await store.restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'out') });
  assert.deepEqual(outcome, {
    kind: 'absent',
    why: 'there is no cache service here: the runner gave no address of one',
  });
  await rig.assertTidy();
});
