import assert from 'node:assert/strict';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SitePath } from '../../src/core/paths.ts';
import { restoreState, saveState, type TransferOptions } from '../../src/transfer/transfer.ts';
import { directoryStore } from '../../src/store/directory.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A store that answers, and then goes on until the time is over. */
function untilTheEnd(store: CacheStore): CacheStore {
  const thenWait = async <Outcome>(outcome: Promise<Outcome>, signal: AbortSignal | undefined): Promise<Outcome> => {
    const settled = await outcome;
    if (signal?.aborted === false) await once(signal, 'abort');
    return settled;
  };
  return {
    name: store.name,
    restore: ({ signal, ...request }) => thenWait(store.restore(request), signal),
    save: ({ signal, ...request }) => thenWait(store.save(request), signal),
  };
}

async function savedSite(folder: string): Promise<TransferOptions> {
  const site = join(folder, 'site');
  await mkdir(join(site, '.bengal'), { recursive: true });
  await mkdir(join(site, 'public'));
  await writeFile(join(site, '.bengal', 'cache.json'), '{}');
  await writeFile(join(site, 'public', 'index.html'), '<p>stored</p>');
  const store = directoryStore({ root: join(folder, 'cache') });
  const options = { store, site, outputDir: 'public' as SitePath, keys: { key: 'k', restoreKeys: [] } };
  assert.equal((await saveState(options)).kind, 'saved');
  await appendFile(join(site, 'public', 'index.html'), '<p>and more</p>');
  return options;
}

test('when the time is over before the archive is unpacked, the site stays as it was', async () => {
  await using folder = await temporaryFolder();
  const options = await savedSite(folder.path);
  const restored = await restoreState({ ...options, store: untilTheEnd(options.store), deadlineMs: 50 });
  assert.equal(restored.kind, 'unavailable');
  assert.equal(restored.why, 'gave up restoring after 0.05 s');
  assert.deepEqual(await readdir(options.site), ['.bengal', 'public']);
  assert.equal(await readFile(join(options.site, 'public/index.html'), 'utf8'), '<p>stored</p><p>and more</p>');
});

test('a deadline too short for anything is told, for a save too, and leaves nothing', async () => {
  await using folder = await temporaryFolder();
  const options = await savedSite(folder.path);
  const late = {
    ...options,
    keys: { key: 'late', restoreKeys: [] },
    store: slowToStart(options.store),
    deadlineMs: 20,
  };
  const restored = await restoreState(late);
  assert.equal(restored.kind, 'unavailable');
  assert.equal(restored.why, 'gave up restoring after 0.02 s');
  assert.deepEqual(await saveState(late), { kind: 'not-saved', key: 'late', why: 'gave up saving after 0.02 s' });
  assert.deepEqual(await readdir(options.site), ['.bengal', 'public']);
  assert.equal((await readdir(join(folder.path, 'cache'))).length, 1);
});

/** A store that begins when the time is over. */
function slowToStart(store: CacheStore): CacheStore {
  const wait = async (signal: AbortSignal | undefined): Promise<void> => {
    if (signal?.aborted === false) await once(signal, 'abort');
  };
  return {
    name: store.name,
    restore: (request) => wait(request.signal).then(() => store.restore(request)),
    save: (request) => wait(request.signal).then(() => store.save(request)),
  };
}

test('a site that nobody may write to is trouble, and no crash', { skip: process.platform === 'win32' }, async () => {
  await using folder = await temporaryFolder();
  const options = await savedSite(folder.path);
  const site = join(folder.path, 'cache', 'no such folder');
  const restored = await restoreState({ ...options, site });
  assert.equal(restored.kind, 'unavailable');
  assert.match(restored.why, /^ENOENT/);
  const saved = await saveState({ ...options, site });
  assert.equal(saved.kind, 'not-saved');
  assert.match(saved.why, /^ENOENT/);
});
