import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startAzurite } from '../support/azurite.ts';
import type { BlobBackend } from '../support/blob-backend.ts';
import '../support/loopback-dns.ts';
import { testStoreContract } from './contract.ts';
import { openGithubRig } from './github-rig.ts';

let azurite: BlobBackend;
let azureHosts: BlobBackend;

before(async () => {
  [azurite, azureHosts] = await Promise.all([startAzurite(), startAzurite({ azureHostNames: true })]);
});

after(async () => {
  await Promise.all([azurite[Symbol.asyncDispose](), azureHosts[Symbol.asyncDispose]()]);
});

testStoreContract('github', () => openGithubRig({ blobs: azurite }));

test('github: downloads through the Azure SDK, as from the real service', async () => {
  await using rig = await openGithubRig({ blobs: azureHosts });
  const content = randomBytes(5 * 1024 * 1024);
  const file = join(rig.folder, 'file');
  await writeFile(file, content);
  assert.equal((await rig.store.save({ key: 'k', file })).kind, 'saved');
  await writeFile(file, '');
  assert.deepEqual(await rig.store.restore({ key: 'k', restoreKeys: [], file }), { kind: 'exact', key: 'k' });
  assert.equal(content.equals(await readFile(file)), true);
  assert.ok(
    rig.lines.some((line) => line.includes('Downloading segment')),
    'the path under test was taken',
  );
  await rig.assertTidy();
});

test('github: a truncated archive behind the Azure SDK is trouble', async () => {
  await using rig = await openGithubRig({ blobs: azureHosts });
  const file = join(rig.folder, 'file');
  await writeFile(file, randomBytes(100_000));
  await rig.store.save({ key: 'k', file });
  const blob = rig.service.entries[0]?.blob ?? '';
  await azureHosts.write(blob, (await azureHosts.read(blob)).subarray(0, 50_000));
  const outcome = await rig.store.restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'out') });
  assert.equal(outcome.kind, 'unavailable');
  assert.match(outcome.why, /^an entry was found but could not be fetched: .*tar.* failed with exit code/);
  await rig.assertTidy();
});
