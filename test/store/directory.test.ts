import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { folderNameFor } from '../../src/store/directory-entry.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testStoreContract } from './contract.ts';
import type { StoreRig } from './contract.ts';

async function openRig(): Promise<StoreRig> {
  const folder = await temporaryFolder();
  const root = join(folder.path, 'deep', 'cache');
  await writeFile(join(folder.path, 'occupied'), '');
  return {
    store: directoryStore({ root }),
    readOnlyStore: directoryStore({ root, readOnly: true }),
    brokenStore: directoryStore({ root: join(folder.path, 'occupied', 'cache') }),
    folder: folder.path,
    assertTidy: async () => {
      const names = await readdir(root).catch(() => []);
      assert.deepEqual(
        names.filter((name) => !/^[0-9a-f]{64}$/.test(name)),
        [],
      );
      assert.deepEqual(
        (await readdir(folder.path)).filter((name) => name.endsWith('.part')),
        [],
      );
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

testStoreContract('directory', openRig);

test('directory: many processes saving one key agree on one of them', async () => {
  await using rig = await openRig();
  const root = join(rig.folder, 'shared');
  const script = `
    import { directoryStore } from ${JSON.stringify(new URL('../../src/store/directory.ts', import.meta.url).href)};
    const outcome = await directoryStore({ root: process.argv[1] }).save({ key: 'k', file: process.argv[2] });
    console.log(outcome.kind);`;
  const kinds = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map(async (name) => {
      const file = join(rig.folder, name);
      await writeFile(file, name.repeat(200_000));
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--input-type=module',
        '--eval',
        script,
        '--',
        root,
        file,
      ]);
      return stdout.trim();
    }),
  );
  assert.deepEqual(kinds.sort(), ['exists', 'exists', 'exists', 'exists', 'saved']);
  const file = join(rig.folder, 'restored');
  assert.equal((await directoryStore({ root }).restore({ key: 'k', restoreKeys: [], file })).kind, 'exact');
  assert.match(await readFile(file, 'utf8'), /^([a-e])\1{199999}$/);
  assert.deepEqual(await readdir(root), [folderNameFor('k')]);
});

test('directory: entries of the same moment are ordered by key', async () => {
  await using rig = await openRig();
  const store = directoryStore({ root: join(rig.folder, 'same'), now: () => 1000 });
  for (const key of ['s-b', 's-a', 's-c']) await store.save({ key, file: join(rig.folder, 'occupied') });
  const found = await store.restore({ key: 's-', restoreKeys: [], file: join(rig.folder, 'f') });
  assert.deepEqual(found, { kind: 'prefix', key: 's-a' });
});

async function storeOne(rig: StoreRig): Promise<string> {
  await rig.store.save({ key: 'site-1', file: join(rig.folder, 'occupied') });
  return join(rig.folder, 'deep', 'cache', folderNameFor('site-1'));
}

test('directory: a damaged file is not delivered', async () => {
  await using rig = await openRig();
  await writeFile(join(await storeOne(rig), 'entry'), 'changed');
  const file = join(rig.folder, 'f');
  const outcome = await rig.store.restore({ key: 'site-1', restoreKeys: [], file });
  assert.equal(outcome.kind, 'unavailable');
  assert.match(outcome.why, /damaged: its digest differs/);
  await assert.rejects(readFile(file), { code: 'ENOENT' });
  await rig.assertTidy();
});

for (const [title, damage] of [
  ['garbage', (folder: string) => writeFile(join(folder, 'meta.json'), '{"version":1,')],
  ['wrong types', (folder: string) => writeFile(join(folder, 'meta.json'), '{"version":1,"key":1}')],
  ['nothing', (folder: string) => rm(join(folder, 'meta.json'))],
] as const) {
  test(`directory: metadata of ${title} is trouble, not a miss`, async () => {
    await using rig = await openRig();
    await damage(await storeOne(rig));
    for (const key of ['site-1', 'site-']) {
      const outcome = await rig.store.restore({ key, restoreKeys: [], file: join(rig.folder, 'f') });
      assert.equal(outcome.kind, 'unavailable');
      assert.match(outcome.why, /meta\.json/);
    }
    const saved = await rig.store.save({ key: 'site-1', file: join(rig.folder, 'occupied') });
    assert.equal(saved.kind, 'unavailable');
    assert.match(saved.why, /remove the folder/);
  });
}

test('directory: a folder without permission refuses the save', { skip: process.platform === 'win32' }, async () => {
  await using rig = await openRig();
  const root = join(rig.folder, 'locked');
  await mkdir(root);
  await chmod(rig.folder, 0o755);
  await chmod(root, 0o555);
  const outcome = await asOrdinaryUser(() =>
    directoryStore({ root }).save({ key: 'k', file: join(rig.folder, 'occupied') }),
  );
  assert.equal(outcome.kind, 'denied');
  assert.match(outcome.why, /EACCES/);
  await chmod(root, 0o000);
  const found = await asOrdinaryUser(() =>
    directoryStore({ root }).restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'f') }),
  );
  assert.equal(found.kind, 'unavailable');
  assert.match(found.why, /EACCES/);
});

/** Permissions do not bind root, as which tests run in many containers. */
async function asOrdinaryUser<Value>(work: () => Promise<Value>): Promise<Value> {
  if (process.geteuid?.() !== 0) return await work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
