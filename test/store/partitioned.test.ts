import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { directoryStore } from '../../src/store/directory.ts';
import { partitionedStore, type Partition } from '../../src/store/partitioned.ts';
import type { CacheStore, Restored } from '../../src/store/port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN: Partition = { own: 'main', alsoReads: [] };
const REQUEST: Partition = { own: 'request/7', alsoReads: ['main'] };

interface Rig extends AsyncDisposable {
  of(partition: Partition): CacheStore;
  save(partition: Partition, key: string): Promise<void>;
  restore(
    partition: Partition,
    key: string,
    ...restoreKeys: string[]
  ): Promise<readonly [Restored['kind'], string?, string?]>;
}

async function open(): Promise<Rig> {
  const folder = await temporaryFolder();
  const store = directoryStore({ root: join(folder.path, 'store') });
  const file = join(folder.path, 'file');
  return {
    of: (partition) => partitionedStore(store, partition),
    async save(partition, key) {
      await writeFile(file, `${key} of ${partition.own}`);
      const saved = await partitionedStore(store, partition).save({ key, file });
      assert.deepEqual([saved.kind, 'key' in saved && saved.key], ['saved', key]);
    },
    async restore(partition, key, ...restoreKeys) {
      const restored = await partitionedStore(store, partition).restore({ key, restoreKeys, file });
      if (restored.kind !== 'exact' && restored.kind !== 'prefix') return [restored.kind];
      return [restored.kind, restored.key, await readFile(file, 'utf8')];
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('what a merge request saves is not found by the default branch, by its key or by a prefix', async () => {
  await using rig = await open();
  await rig.save(REQUEST, 'a/b');
  assert.deepEqual(await rig.restore(MAIN, 'a/b', 'a/', 'request/7/a/b', 'request'), ['miss']);
});

test('this very tree counts before a near one, the own part before the other, and keys are told without the part', async () => {
  await using rig = await open();
  await rig.save(MAIN, 'a/1');
  assert.deepEqual(await rig.restore(REQUEST, 'a/1'), ['exact', 'a/1', 'a/1 of main']);
  await rig.save(REQUEST, 'a/2');
  assert.deepEqual(await rig.restore(REQUEST, 'a/3', 'a/'), ['prefix', 'a/2', 'a/2 of request/7']);
  assert.deepEqual(await rig.restore(REQUEST, 'a/1', 'a/'), ['exact', 'a/1', 'a/1 of main']);
  await rig.save(REQUEST, 'a/1');
  assert.deepEqual(await rig.restore(REQUEST, 'a/1', 'a/'), ['exact', 'a/1', 'a/1 of request/7']);
});
