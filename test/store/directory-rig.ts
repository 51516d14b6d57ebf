import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryStore } from '../../src/store/directory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { StoreRig } from './contract.ts';

export interface DirectoryRig extends StoreRig {
  /** Absolute path of the folder of the cache, which need not exist. */
  readonly root: string;
}

export async function openDirectoryRig(): Promise<DirectoryRig> {
  const folder = await temporaryFolder();
  const root = join(folder.path, 'deep', 'cache');
  const occupied = join(folder.path, 'occupied');
  await writeFile(occupied, '');
  return {
    root,
    folder: folder.path,
    store: directoryStore({ root }),
    readOnlyStore: directoryStore({ root, readOnly: true }),
    brokenStore: directoryStore({ root: join(occupied, 'cache') }),
    recover: async () => {
      await chmod(root, 0o755);
    },
    assertTidy: async () => {
      // Before the first save there is no folder.
      const entries = existsSync(root) ? await readdir(root) : [];
      assert.deepEqual(
        entries.filter((name) => !/^[0-9a-f]{64}$/.test(name)),
        [],
        'the cache holds entries and nothing else',
      );
      assert.deepEqual(
        (await readdir(folder.path)).filter((name) => name.endsWith('.part')),
        [],
        'no half of a file is left',
      );
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
