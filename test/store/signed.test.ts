import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { directoryStore } from '../../src/store/directory.ts';
import { signedStore } from '../../src/store/signed.ts';
import type { Restored } from '../../src/store/port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SECRET = 'one secret of the repository, long enough';
const OTHER = 'another secret of it, which is as long too';

interface Rig extends AsyncDisposable {
  save(content: string | Buffer, secret: string | undefined, key?: string): Promise<void>;
  restore(secret: string | undefined, key?: string): Promise<readonly [Restored['kind'], string]>;
  /** The bytes that the store holds. */
  stored(key?: string): Promise<Buffer>;
}

async function open(): Promise<Rig> {
  const folder = await temporaryFolder();
  const store = directoryStore({ root: join(folder.path, 'store') });
  const file = join(folder.path, 'file');
  return {
    async save(content, secret, key = 'k') {
      await writeFile(file, content);
      assert.equal((await signedStore(store, secret).save({ key, file })).kind, 'saved');
    },
    async restore(secret, key = 'k') {
      const restored = await signedStore(store, secret).restore({ key, restoreKeys: [], file });
      const found = restored.kind === 'exact' || restored.kind === 'prefix';
      return [restored.kind, found ? await readFile(file, 'latin1') : 'why' in restored ? restored.why : ''];
    },
    async stored(key = 'k') {
      await store.restore({ key, restoreKeys: [], file });
      return await readFile(file);
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('what was signed comes back as it was, with the same secret alone', async () => {
  await using rig = await open();
  await rig.save('an archive', SECRET);
  assert.deepEqual(await rig.restore(SECRET), ['exact', 'an archive']);
  assert.match((await rig.restore(OTHER)).join(': '), /^refused: its signature does not fit/);
  assert.match((await rig.restore(undefined)).join(': '), /^refused: it is signed, and this run has no signing-key/);
});

test('without a secret nothing is signed, and with one nothing is believed that is not', async () => {
  await using rig = await open();
  await rig.save('an archive', undefined);
  assert.deepEqual(await rig.stored(), Buffer.from('an archive'));
  assert.deepEqual(await rig.restore(undefined), ['exact', 'an archive']);
  assert.match((await rig.restore(SECRET)).join(': '), /^refused: it is not signed/);
});

test('an entry of no bytes can be signed like any other', async () => {
  await using rig = await open();
  await rig.save('', SECRET);
  assert.deepEqual(await rig.restore(SECRET), ['exact', '']);
});

test('no single byte can be changed, taken away or added, neither of the archive nor of the signature', async () => {
  await using rig = await open();
  await rig.save('an archive', SECRET, 'honest');
  const honest = await rig.stored('honest');
  for (let at = 0; at < honest.byteLength; at += 1) {
    const changed = Buffer.from(honest);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await rig.save(changed, undefined, `changed ${at}`);
    assert.equal((await rig.restore(SECRET, `changed ${at}`))[0], 'refused', `byte ${at}`);
  }
  const others = [honest.subarray(1), honest.subarray(0, -1), Buffer.concat([honest, Buffer.of(0)])];
  for (const [index, other] of others.entries()) {
    await rig.save(other, undefined, `other ${index}`);
    assert.equal((await rig.restore(SECRET, `other ${index}`))[0], 'refused');
  }
});

test('a signed entry is worth nothing under another key', async () => {
  await using rig = await open();
  await rig.save('an archive', SECRET, 'tree-a');
  await rig.save(await rig.stored('tree-a'), undefined, 'tree-b');
  assert.equal((await rig.restore(SECRET, 'tree-b'))[0], 'refused');
});

test('the secret signs nothing as it is: a code that was made with it for another purpose is worth nothing', async () => {
  await using rig = await open();
  await rig.save('an archive', SECRET, 'k');
  const honest = await rig.stored('k');
  const code = createHmac('sha256', SECRET).update('an archive').digest();
  await rig.save(Buffer.concat([honest.subarray(0, -32), code]), undefined, 'forged');
  assert.equal((await rig.restore(SECRET, 'forged'))[0], 'refused');
});

test('the secret is in no file', async () => {
  await using rig = await open();
  await rig.save('an archive', SECRET);
  assert.equal((await rig.stored()).includes(SECRET), false);
});

test('a file that cannot be read is an outcome', async () => {
  await using folder = await temporaryFolder();
  const store = directoryStore({ root: join(folder.path, 'store') });
  const saved = await signedStore(store, SECRET).save({ key: 'k', file: join(folder.path, 'nowhere') });
  assert.equal(saved.kind, 'unavailable');
  const file = join(folder.path, 'file');
  appendFileSync(file, 'x');
  await truncate(file, 0);
  assert.equal(existsSync(join(folder.path, 'store')), false);
});
