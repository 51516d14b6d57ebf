import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packArchive } from '../../src/archive/pack.ts';
import type { StageCache } from '../../src/stage-job/stage-cache.ts';
import { finishStage, readyStage } from '../../src/stage-job/stage-ready.ts';
import { defineStage } from '../../src/stages/stage-definition.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { folderNameFor } from '../../src/store/directory-entry.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { signedStore } from '../../src/store/signed.ts';
import { compress, tarOf } from '../support/hostile-archives.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { NOON, stageRig, told, type StageRig } from '../stages/stage-rig.ts';

// Rows 20, 22 and 28 for stages: whatever is wrong with what a success has left in the cache costs one warning and one
// run of the step. What that run stores stands in for it, since no entry can be replaced.

const STAGE = defineStage({
  name: 'links',
  inputs: ['content/**'],
  outputs: ['page/'],
  scope: 'job',
  cacheOutputs: true,
});

interface Poison {
  readonly root: string;
  readonly key: string;
}

async function plant(
  archive: Uint8Array,
  { root, key }: Poison,
  store: CacheStore = directoryStore({ root }),
): Promise<void> {
  await rm(join(root, folderNameFor(key)), { recursive: true, force: true });
  const file = join(root, '..', 'planted');
  await writeFile(file, archive);
  assert.equal((await store.save({ key, file })).kind, 'saved');
}

/** A sound archive of other files than those that the key promises. */
async function plantFiles(files: Readonly<Record<string, string>>, poison: Poison): Promise<void> {
  await using rig = await stageRig(files);
  const file = join(poison.root, '..', 'archive');
  const packed = await packArchive({ root: rig.root, paths: Object.keys(files), file });
  assert.equal(packed.kind, 'packed');
  await plant(await readFile(file), poison);
}

const entryFile = ({ root, key }: Poison): string => join(root, folderNameFor(key), 'entry');

const HARMS: Readonly<Record<string, (poison: Poison) => Promise<unknown>>> = {
  'row 22: its bytes are others': (poison) => writeFile(entryFile(poison), 'others'),
  'row 22: its file is gone': (poison) => rm(entryFile(poison)),
  'row 22: its description is damaged': ({ root, key }) => writeFile(join(root, folderNameFor(key), 'meta.json'), '{'),
  'row 22: it is no archive': (poison) => plant(Buffer.from('<html>'), poison),
  'row 20: it holds a file from elsewhere': async (poison) =>
    plant(compress(await tarOf([{ name: '../out' }])), poison),
  'row 28: it holds something else': (poison) => plantFiles({ 'page/index.html': 'evil' }, poison),
  'row 28: somebody has signed it with another key': (poison) =>
    plant(Buffer.from('x'), poison, signedStore(directoryStore({ root: poison.root }), 'y'.repeat(32))),
};

interface Cached {
  readonly cache: StageCache;
  readonly root: string;
  /** Keys in the order in which they were saved. */
  readonly saved: readonly string[];
}

function cached(folder: string, more: Partial<StageCache> = {}): Cached {
  const root = join(folder, 'store');
  const store = directoryStore({ root });
  const saved: string[] = [];
  const noting: CacheStore = {
    ...store,
    async save(request) {
      const outcome = await store.save(request);
      if (outcome.kind === 'saved') saved.push(request.key);
      return outcome;
    },
  };
  const usual = { prefix: 'p', mayRestore: true, maySave: true, trust: 'branch', needs: 'branch' } as const;
  return { cache: { store: noting, ...usual, ...more }, root, saved };
}

/** One job on a fresh machine, an hour after the one before; the step makes the same outputs each time it runs. */
async function job(
  hour: number,
  cache: StageCache,
): Promise<{ readonly ran: boolean; readonly warnings: readonly string[] }> {
  await using rig: StageRig = await stageRig({ 'content/a.md': 'a' });
  rig.now = NOON + hour * 3_600_000;
  const ready = await readyStage(STAGE, rig.context(), cache);
  if (told(ready.check) === 'skip') {
    assert.equal(rig.read('page/index.html'), 'page');
    return { ran: false, warnings: ready.warnings };
  }
  rig.write('page/index.html', 'page');
  const finished = await finishStage(ready, cache);
  assert.equal(finished.recorded.kind, 'recorded');
  return { ran: true, warnings: [...ready.warnings, ...finished.warnings] };
}

describe('what a success has left in the cache, and is of no use any more', () => {
  for (const [what, harm] of Object.entries(HARMS)) {
    for (const part of ['/stage-outputs/', '/stage/'] as const) {
      test(`${what} (${part}): one warning and one run, however often it happens`, async () => {
        await using folder = await temporaryFolder();
        const { cache, root, saved } = cached(folder.path);
        assert.deepEqual(await job(0, cache), { ran: true, warnings: [] });
        for (const round of [1, 2, 3]) {
          assert.deepEqual(await job(3 * round, cache), { ran: false, warnings: [] });
          const key = saved.findLast((each) => each.includes(part));
          assert.ok(key !== undefined);
          await harm({ root, key });
          const met = await job(3 * round + 1, cache);
          assert.deepEqual([met.ran, met.warnings.length], [true, 1], met.warnings.join('\n'));
        }
        assert.deepEqual(await job(20, cache), { ran: false, warnings: [] });
      });
    }
  }

  test('row 28: a spoilt record that more trusted code has left hides no success of this one', async () => {
    await using folder = await temporaryFolder();
    const theirs = cached(folder.path, { trust: 'default-branch', needs: 'default-branch' });
    const ours = cached(folder.path);
    assert.equal((await job(0, theirs.cache)).ran, true);
    const key = theirs.saved.findLast((each) => each.includes('/stage/'));
    assert.ok(key !== undefined);
    await plant(Buffer.from('<html>'), { root: theirs.root, key });
    const met = await job(1, ours.cache);
    assert.deepEqual([met.ran, met.warnings.length], [true, 1]);
    assert.deepEqual(await job(2, ours.cache), { ran: false, warnings: [] });
  });

  test('row 28: where nothing is wrong, outputs are stored once', async () => {
    await using folder = await temporaryFolder();
    const { cache, saved } = cached(folder.path);
    await job(0, cache);
    await using other = await stageRig({ 'content/a.md': 'edited', 'page/index.html': 'page' });
    const ready = await readyStage(STAGE, other.context(), cache);
    assert.deepEqual((await finishStage(ready, cache)).warnings, []);
    assert.equal(saved.filter((key) => key.includes('/stage-outputs/')).length, 1);
  });
});
