import assert from 'node:assert/strict';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { directoryStore } from '../../src/store/directory.ts';
import { folderNameFor } from '../../src/store/directory-entry.ts';
import { signedStore } from '../../src/store/signed.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { flowRig, runJob, type FlowRig } from '../support/flow-rig.ts';
import { compress, tamperedArchive, tarOf } from '../support/hostile-archives.ts';

// Rows 18 to 28: whatever is wrong with the entry of this very tree costs one warning and one full build. Then another
// entry stands in for it, since none can be replaced.

interface Poison {
  readonly root: string;
  readonly store: CacheStore;
  readonly key: string;
}

type Harm = (rig: FlowRig, poison: Poison) => Promise<unknown>;

/** Somebody has written another archive under the key. */
function archiveOf(tamper: (copy: string) => Promise<unknown>): Harm {
  return async (rig, { root, key }) => {
    await plant(await tamperedArchive(rig.path, tamper), { root, key });
  };
}

async function plant(archive: Uint8Array, { root, key }: Pick<Poison, 'root' | 'key'>): Promise<void> {
  await rm(join(root, folderNameFor(key)), { recursive: true, force: true });
  const file = join(root, '..', 'planted');
  await writeFile(file, archive);
  assert.equal((await directoryStore({ root }).save({ key, file })).kind, 'saved');
}

const entryFile = ({ root, key }: Poison): string => join(root, folderNameFor(key), 'entry');

const HARMS: Readonly<Record<string, Harm>> = {
  'row 22: a bit of its bytes is another': async (_, poison) => {
    const bytes = await readFile(entryFile(poison));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(entryFile(poison), bytes);
  },
  'row 22: its file is gone from the store': async (_, poison) => rm(entryFile(poison)),
  'row 22: it is no archive': async (_, { root, key }) => plant(Buffer.from('<html>'), { root, key }),
  'row 20: it holds a file from elsewhere': async (_, { root, key }) =>
    plant(compress(await tarOf([{ name: '../escaped' }])), { root, key }),
  'row 26: its state lies, and its manifest is gone': archiveOf(async (copy) => {
    await appendFile(join(copy, '.bengal/effects.json'), ' ');
    await rm(join(copy, '.bengal/ci-manifest.json.zst'));
  }),
  'row 26: its state lies, and its manifest is damaged': archiveOf(async (copy) => {
    await appendFile(join(copy, '.bengal/effects.json'), ' ');
    await writeFile(join(copy, '.bengal/ci-manifest.json.zst'), 'garbage');
  }),
  'row 26: its state lies, and its manifest is honest': archiveOf((copy) =>
    appendFile(join(copy, '.bengal/effects.json'), ' '),
  ),
  'row 27: an output of it is another': archiveOf((copy) => appendFile(join(copy, 'public/index.html'), ' ')),
};

const BRANCH = { event: 'push', ref: 'refs/heads/feature' };

for (const [what, harm] of Object.entries(HARMS)) {
  test(`${what}: one warning and one full build, and the next save stands in for it, however often it happens`, async () => {
    await using rig = await flowRig();
    const root = join(rig.path, '..', 'poisoned-store');
    const store = directoryStore({ root });
    const first = await runJob(rig, { store });
    assert.equal(first.kind, 'saved');
    let { key } = first;
    for (const round of [1, 2, 3]) {
      await harm(rig, { root, store, key });
      await rig.checkOut();
      const met = await rig.prepare({ store });
      assert.equal(met.report.gate.mode, 'full', `round ${round}`);
      const about = met.report.warnings.filter((warning) => warning.includes('stored state'));
      assert.equal(about.length, 1, met.report.warnings.join('\n'));
      rig.build();
      // A build writes another state each time.
      await appendFile(join(rig.path, '.bengal/provenance/index.json'), '\n'.repeat(round));
      const saved = await rig.persist(met, { store, attempt: `${round}-1` });
      assert.equal(saved.kind, 'saved', JSON.stringify(saved));
      assert.ok(saved.key.startsWith(`${first.key}/replacement/`), saved.key);
      key = saved.key;
      await rig.checkOut();
      const { report } = await rig.prepare({ store });
      assert.deepEqual([report.cache.kind, report.warnings.filter((text) => text.includes('stored'))], ['exact', []]);
    }
  });
}

test('row 28: what another branch has left under the key of the default branch gives way as well', async () => {
  await using rig = await flowRig();
  const theirs = await runJob(rig, { run: BRANCH });
  assert.equal(theirs.kind, 'saved');
  await rig.checkOut();
  const met = await rig.prepare();
  assert.deepEqual([met.report.cache.kind, met.report.gate.mode], ['rejected', 'full']);
  rig.build();
  assert.equal((await rig.persist(met)).key, `${theirs.key}/replacement/1-1`);
  await rig.checkOut();
  assert.equal((await rig.prepare()).report.cache.kind, 'exact');
});

test('row 28: an entry that was found by a prefix of the user, and is saved under a key of the user, gives way too', async () => {
  await using rig = await flowRig();
  const root = join(rig.path, '..', 'user-store');
  const store = directoryStore({ root });
  const inputs = { key: 'mine/tree', restoreKeys: ['mine/'] };
  await plant(Buffer.from('<html>'), { root, key: 'mine/tree' });
  await rig.checkOut();
  const met = await rig.prepare({ store, inputs });
  assert.deepEqual([met.report.cache.kind, met.handoff.spoiltKey], ['rejected', 'mine/tree']);
  rig.build();
  const saved = await rig.persist(met, { store, inputs });
  assert.deepEqual([saved.kind, saved.key], ['saved', 'mine/tree/replacement/1-1']);
  await rig.checkOut();
  const { report } = await rig.prepare({ store, inputs });
  assert.deepEqual([report.cache.kind, report.gate.mode], ['prefix', 'skip'], report.warnings.join('\n'));
});

test('row 28: where nothing is wrong with it, no other entry is stored beside it', async () => {
  await using rig = await flowRig();
  const store = signedStore(directoryStore({ root: join(rig.path, '..', 'sound-store') }), 'x'.repeat(32));
  const first = await runJob(rig, { store });
  const again = await runJob(rig, { store });
  assert.deepEqual([first.kind, again.kind], ['saved', 'nothing-to-save']);
});
