import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { writeAtomically } from '../../src/bengal/atomic-write.ts';
import { readCacheFile, writeCacheFile } from '../../src/bengal/cache-file.ts';
import { headerFor, readEnvelope, type PythonMinor } from '../../src/bengal/envelope.ts';
import { asInteger, fromInteger } from '../../src/bengal/exact-json.ts';
import { field } from '../../src/core/json.ts';
import { zstd } from '../support/site-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const python = '3.14' as PythonMinor;
const posix = process.platform === 'win32' ? 'permission bits are those of POSIX' : false;

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

describe('a cache file', () => {
  test('is read as it was written, long integers and all scripts included', async () => {
    await using folder = await temporaryFolder();
    const value = { text: 'é🎉', time: fromInteger(1795242563963333099n), list: [1, null, { a: true }] };
    await writeCacheFile({ folder: folder.path, name: 'cache', value, python });
    const file = await readCacheFile(folder.path, 'cache');
    assert.ok(file.kind === 'read', file.kind);
    assert.deepEqual(file.value, value);
    assert.equal(asInteger(field(file.value, 'time')), 1795242563963333099n);
    assert.deepEqual([file.path, file.twin], ['cache.json.zst', false]);
    assert.deepEqual(readEnvelope(readFileSync(join(folder.path, 'cache.json.zst'))), {
      kind: 'headed',
      format: 1,
      python: '3.14',
      bodyStart: 15,
    });
  });

  test('takes over from its plain twin, which is then removed', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'cache.json'), '{\n  "version": 2\n}');
    const twin = await readCacheFile(folder.path, 'cache');
    assert.ok(twin.kind === 'read', twin.kind);
    assert.deepEqual([twin.path, twin.twin, twin.value], ['cache.json', true, { version: 2 }]);
    await writeCacheFile({ folder: folder.path, name: 'cache', value: twin.value, python });
    assert.deepEqual(readdirSync(folder.path), ['cache.json.zst']);
  });

  test('is read before its plain twin, even if it is damaged', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'cache.json'), '{}');
    writeFileSync(join(folder.path, 'cache.json.zst'), Buffer.concat([headerFor(python), await zstd('[1]')]));
    assert.deepEqual(await readCacheFile(folder.path, 'cache'), {
      kind: 'corrupt',
      path: 'cache.json.zst',
      why: 'it holds no JSON object',
    });
  });

  test('without header is that of Bengal 0.1.5', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'cache.json.zst'), await zstd('{"version":6}'));
    const file = await readCacheFile(folder.path, 'cache');
    assert.deepEqual(file.kind === 'read' && [file.value, file.envelope.kind], [{ version: 6 }, 'zstd']);
  });

  test('that does not exist is absent', async () => {
    await using folder = await temporaryFolder();
    assert.deepEqual(await readCacheFile(join(folder.path, 'nowhere'), 'cache'), { kind: 'absent' });
  });

  test('in every way of being damaged is corrupt, with the reason', async () => {
    await using folder = await temporaryFolder();
    const whole = Buffer.concat([headerFor(python), await zstd('{"version":8}')]);
    const damaged: [Uint8Array, RegExp][] = [
      [Buffer.from('hello'), /neither Bengal's header, zstd nor JSON/],
      [whole.subarray(0, 9), /header is damaged/],
      [Buffer.concat([Buffer.from(whole).fill(2, 5, 6)]), /format 2, and only 1 is understood/],
      [whole.subarray(0, -1), /./],
      [Buffer.concat([whole, Buffer.from('x')]), /./],
      [Buffer.concat([headerFor(python), await zstd('{"version":')]), /JSON/],
      [Buffer.concat([headerFor(python), await zstd('"8"')]), /it holds no JSON object/],
      [new Uint8Array(0), /./],
    ];
    for (const [bytes, reason] of damaged) {
      writeFileSync(join(folder.path, 'cache.json.zst'), bytes);
      const file = await readCacheFile(folder.path, 'cache');
      assert.ok(file.kind === 'corrupt', `${file.kind}: ${Buffer.from(bytes).toString('latin1')}`);
      assert.match(file.why, reason);
    }
  });

  test('above the limits is refused, before and after decompression', async () => {
    await using folder = await temporaryFolder();
    await writeCacheFile({ folder: folder.path, name: 'cache', value: { a: 'x'.repeat(100_000) }, python });
    const byFile = await readCacheFile(folder.path, 'cache', { fileBytes: 10, contentBytes: 1 << 20 });
    assert.match(byFile.kind === 'corrupt' ? byFile.why : '', /bytes, more than the 10 that are read/);
    const byContent = await readCacheFile(folder.path, 'cache', { fileBytes: 1 << 20, contentBytes: 1000 });
    assert.match(byContent.kind === 'corrupt' ? byContent.why : '', /could decompress to 1\d+ bytes, more than 1000/);
  });

  test('behind a symbolic link, or a folder in its place, is not read', async () => {
    await using folder = await temporaryFolder();
    mkdirSync(join(folder.path, 'a.json.zst'));
    symlinkSync('/etc/passwd', join(folder.path, 'b.json.zst'));
    for (const name of ['a', 'b']) {
      const file = await readCacheFile(folder.path, name);
      assert.equal(file.kind === 'corrupt' && file.why, 'not a regular file');
    }
  });

  test('is for its owner alone at first, and keeps whatever mode it was given', { skip: posix }, async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'cache.json.zst');
    await writeCacheFile({ folder: folder.path, name: 'cache', value: {}, python });
    assert.equal(modeOf(path), '600');
    chmodSync(path, 0o664);
    await writeCacheFile({ folder: folder.path, name: 'cache', value: {}, python });
    assert.equal(modeOf(path), '664');
  });
});

describe('an atomic write', () => {
  test('gives a new file what the umask leaves, and leaves nothing else behind', { skip: posix }, async () => {
    await using folder = await temporaryFolder();
    writeAtomically(join(folder.path, 'a'), Buffer.from('1'));
    writeFileSync(join(folder.path, 'b'), '1');
    assert.equal(modeOf(join(folder.path, 'a')), modeOf(join(folder.path, 'b')));
    assert.deepEqual(readdirSync(folder.path), ['a', 'b']);
  });

  test('that fails leaves the old file and no temporary one', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'a');
    mkdirSync(join(path, 'in the way'), { recursive: true });
    assert.throws(() => writeAtomically(path, Buffer.from('new')));
    assert.deepEqual(readdirSync(folder.path), ['a']);
    assert.ok(existsSync(join(path, 'in the way')));
  });
});
