import assert from 'node:assert/strict';
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { FileFingerprint, hashFileSync, secondsOf } from '../../src/bengal/file-fingerprint.ts';
import { fromInteger } from '../../src/bengal/exact-json.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hash = sha256('content');

describe('a file fingerprint', () => {
  test('of a file holds time, size and hash', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'a.md');
    writeFileSync(path, 'content');
    const fingerprint = FileFingerprint.fromPath(path);
    const stat = statSync(path, { bigint: true });
    const expected = { mtime: secondsOf(stat.mtimeNs), mtimeNs: stat.mtimeNs, size: 7, hash };
    assert.deepEqual(fingerprint, new FileFingerprint(expected));
    assert.equal(FileFingerprint.fromPath(path, { hash: false }).hash, undefined);
    assert.equal(fingerprint.matchesStat(stat), true);
    utimesSync(path, 1, 1);
    assert.equal(fingerprint.matchesStat(statSync(path, { bigint: true })), false);
  });

  test('of a file that is not there fails as the file system does', async () => {
    await using folder = await temporaryFolder();
    assert.throws(() => FileFingerprint.fromPath(join(folder.path, 'a')), { code: 'ENOENT' });
  });

  test('cannot be changed', () => {
    const fingerprint = new FileFingerprint({ mtime: 1, size: 2 });
    assert.throws(() => Object.assign(fingerprint, { size: 3 }), TypeError);
  });

  test('compares nanoseconds where they are known, else seconds as Python computes them', () => {
    // What Bengal recorded for one file: both forms of one time.
    const [mtime, mtimeNs] = [1795242563.9633331, 1795242563963333099n];
    assert.equal(secondsOf(mtimeNs), mtime);
    assert.equal(secondsOf(-1n), -9.999999717180685e-10);
    const exact = new FileFingerprint({ mtime, mtimeNs, size: 7 });
    const older = new FileFingerprint({ mtime, size: 7 });
    const later = { mtimeNs: mtimeNs + 1n, size: 7n };
    assert.deepEqual(
      [exact.matchesStat({ mtimeNs, size: 7n }), older.matchesStat({ mtimeNs, size: 7n })],
      [true, true],
    );
    assert.deepEqual([exact.matchesStat(later), older.matchesStat(later)], [false, true]);
    assert.equal(exact.matchesStat({ mtimeNs, size: 8n }), false);
  });

  test('compares with a plain stat too, by all the digits that it has', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'a.md');
    writeFileSync(path, 'content');
    for (const seconds of [1795242563.963333, 0.000001, 4102444800.123456]) {
      utimesSync(path, seconds, seconds);
      const exact = FileFingerprint.fromPath(path);
      const older = new FileFingerprint({ mtime: exact.mtime, size: exact.size });
      const stat = statSync(path);
      assert.deepEqual([exact.matchesStat(stat), older.matchesStat(stat)], [true, true], String(seconds));
      const other = { size: 7, mtimeMs: stat.mtimeMs + 0.01 };
      assert.deepEqual([exact.matchesStat(other), older.matchesStat(other)], [false, false], String(seconds));
      assert.equal(exact.matchesStat({ mtimeMs: stat.mtimeMs, size: 8 }), false);
    }
  });

  test('gets its hash later, unless the file changed meanwhile', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'a.md');
    writeFileSync(path, 'content');
    const quick = FileFingerprint.fromPath(path, { hash: false });
    assert.deepEqual(quick.withHash(path), FileFingerprint.fromPath(path));
    assert.equal(quick.hash, undefined);
    writeFileSync(path, 'other content');
    assert.throws(() => quick.withHash(path), /changed since its fingerprint was taken/);
  });

  test('survives JSON.stringify and JSON.parse with every digit', () => {
    for (const values of [
      { mtime: 1795242563.9633331, mtimeNs: 1795242563963333099n, size: 7, hash },
      { mtime: 1795242563.9633331, mtimeNs: undefined, size: 0, hash: undefined },
    ]) {
      const fingerprint = new FileFingerprint(values);
      assert.deepEqual(FileFingerprint.fromJSON(JSON.parse(JSON.stringify(fingerprint)) as JsonValue), fingerprint);
    }
  });

  test('is read from every form that Bengal ever wrote', () => {
    const recorded = { mtime: 1.5, mtime_ns: fromInteger(1795242563963333099n), size: 7, hash };
    assert.deepEqual(
      FileFingerprint.fromJSON(recorded),
      new FileFingerprint({ mtime: 1.5, mtimeNs: 1795242563963333099n, size: 7, hash }),
    );
    assert.deepEqual(
      FileFingerprint.fromJSON({ mtime: 1.5, size: 7, hash: null }),
      new FileFingerprint({ mtime: 1.5, mtimeNs: undefined, size: 7, hash: undefined }),
    );
    assert.deepEqual(
      FileFingerprint.fromJSON(hash),
      new FileFingerprint({ mtime: 0, mtimeNs: undefined, size: 0, hash }),
    );
    // What Bengal writes for a file that it could not read.
    assert.equal(FileFingerprint.fromJSON({ mtime: 1.5, size: 7, hash: '' })?.hash, undefined);
    for (const other of [null, 8, 'x', [], undefined]) assert.equal(FileFingerprint.fromJSON(other), undefined);
  });
});

describe('the hash of a file', () => {
  test('is that of all its bytes, more than one piece of them too', async () => {
    await using folder = await temporaryFolder();
    const content = Buffer.alloc(300_001, 'ab');
    writeFileSync(join(folder.path, 'a'), content);
    assert.equal(hashFileSync(join(folder.path, 'a')), sha256(content));
    rmSync(join(folder.path, 'a'));
    assert.throws(() => hashFileSync(join(folder.path, 'a')), { code: 'ENOENT' });
  });
});
