import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packArchive } from '../../src/archive/pack.ts';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const COUNT = 1000;

/** A folder with many files and an archive of them. */
async function manyFiles(root: string): Promise<{ paths: string[]; archive: string }> {
  const paths = Array.from({ length: COUNT }, (_, index) => `file-${String(index).padStart(5, '0')}`);
  await mkdir(join(root, 'from'));
  for (const path of paths) writeFileSync(join(root, 'from', path), `content of ${path} `.repeat(50));
  return { paths, archive: join(root, 'archive.tar.zst') };
}

/** A signal that comes as soon as something is so. */
function signalWhen(condition: () => boolean | Promise<boolean>): AbortSignal {
  const controller = new AbortController();
  const look = async (): Promise<void> => {
    if (await condition()) controller.abort(new Error('gave up after a while'));
    else setImmediate(() => void look());
  };
  void look();
  return controller.signal;
}

test('packing and unpacking end in the middle when they are told to', async () => {
  await using folder = await temporaryFolder();
  const { paths, archive } = await manyFiles(folder.path);
  const root = join(folder.path, 'from');
  const packing = signalWhen(() => existsSync(archive));
  assert.deepEqual(await packArchive({ root, paths, file: archive, signal: packing }), {
    kind: 'refused',
    why: 'gave up after a while',
  });
  assert.equal(existsSync(archive), false);

  assert.equal((await packArchive({ root, paths, file: archive })).kind, 'packed');
  const into = join(folder.path, 'into');
  await mkdir(into);
  const unpacking = signalWhen(async () => (await readdir(into)).length > 0);
  const request = { file: archive, into, allow: () => true, signal: unpacking };
  assert.deepEqual(await unpackArchive(request), { kind: 'failed', why: 'gave up after a while' });
  const written = (await readdir(into)).length;
  assert.ok(written > 0 && written < COUNT, `${written} of ${COUNT} files were written`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal((await readdir(into)).length, written, 'and none later');
});

test('a signal that has come already stops both before they begin', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'archive.tar.zst');
  await writeFile(join(folder.path, 'a'), 'a');
  const signal = AbortSignal.abort(new Error('too late'));
  const request = { root: folder.path, paths: ['a'], file };
  assert.deepEqual(await packArchive({ ...request, signal }), { kind: 'refused', why: 'too late' });
  await packArchive(request);
  const into = join(folder.path, 'into');
  await mkdir(into);
  assert.deepEqual(await unpackArchive({ file, into, allow: () => true, signal }), { kind: 'failed', why: 'too late' });
  assert.deepEqual(await readdir(into), []);
});
