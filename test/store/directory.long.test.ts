import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderNameFor } from '../../src/store/directory-entry.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { testStoreContract } from './contract.ts';
import { openDirectoryRig } from './directory-rig.ts';
import { COMMON, DAMAGE, DISK } from './directory-situations.ts';
import { callSeparately } from './separate-process.ts';
import { testSituations } from './situations.ts';

testStoreContract('directory', openDirectoryRig);
testSituations('directory', openDirectoryRig, { ...COMMON, ...DAMAGE, ...DISK });

test('directory: many processes saving one key agree on one of them', async () => {
  await using rig = await openDirectoryRig();
  const store = { kind: 'directory', root: rig.root } as const;
  const kinds = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map(async (name) => {
      const file = join(rig.folder, name);
      await writeFile(file, name.repeat(200_000));
      return (await callSeparately({ store, operation: 'save', deadlineMs: 20_000, key: 'k', file })).outcome.kind;
    }),
  );
  assert.deepEqual(kinds.sort(), ['exists', 'exists', 'exists', 'exists', 'saved']);
  const file = join(rig.folder, 'restored');
  assert.equal((await rig.store.restore({ key: 'k', restoreKeys: [], file })).kind, 'exact');
  assert.match(await readFile(file, 'utf8'), /^([a-e])\1{199999}$/);
  assert.deepEqual(await readdir(rig.root), [folderNameFor('k')]);
});

test('directory: entries of the same moment are ordered by key', async () => {
  await using rig = await openDirectoryRig();
  const store = directoryStore({ root: rig.root, now: () => 1000 });
  for (const key of ['s-b', 's-a', 's-c']) await store.save({ key, file: join(rig.folder, 'occupied') });
  const found = await store.restore({ key: 's-', restoreKeys: [], file: join(rig.folder, 'f') });
  assert.deepEqual(found, { kind: 'prefix', key: 's-a' });
});

test('directory: what killed saves have left is removed by a later save when it is old enough, and nothing else', async () => {
  await using rig = await openDirectoryRig();
  const day = 24 * 60 * 60;
  const now = Date.now() / 1000;
  const left = (digit: string): string => `.incoming-${'00000000-0000-4000-8000-000000000000'.replaceAll('0', digit)}`;
  const ages = { [left('1')]: day + 60, [left('2')]: day - 60, '.incoming-notes': 9 * day, [left('3')]: -day };
  for (const [name, age] of Object.entries(ages)) {
    await mkdir(join(rig.root, name), { recursive: true });
    await writeFile(join(rig.root, name, 'entry'), 'half');
    await utimes(join(rig.root, name), now - age, now - age);
  }
  await rig.store.restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'f') });
  assert.equal((await readdir(rig.root)).length, 4);
  assert.equal((await rig.store.save({ key: 'k', file: join(rig.folder, 'occupied') })).kind, 'saved');
  assert.deepEqual(await readdir(rig.root), [left('2'), left('3'), '.incoming-notes', folderNameFor('k')].sort());
});

test('directory: a link to the file that is to be saved is not followed', async () => {
  await using rig = await openDirectoryRig();
  const link = join(rig.folder, 'link');
  await symlink('/etc/hosts', link);
  const outcome = await rig.store.save({ key: 'k', file: link });
  assert.deepEqual(outcome, { kind: 'unavailable', why: `${link} is not a regular file` });
  await rig.assertTidy();
});
