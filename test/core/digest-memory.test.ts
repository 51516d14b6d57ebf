import assert from 'node:assert/strict';
import { linkSync, lstatSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPresentFile } from '../../src/changes/read-tree.ts';
import { sha256 } from '../../src/core/digest.ts';
import { digestMemory, type DigestMemory } from '../../src/core/digest-memory.ts';
import { readOutputFolder } from '../../src/output/read-output.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SECOND = 1_000_000_000n;

/** A memory by a clock that is so far ahead, and how many files were read for it. */
function counting(ahead: bigint): { readonly memory: DigestMemory; read: number } {
  const { recall } = digestMemory(() => BigInt(Date.now()) * 1_000_000n + ahead);
  const counted = {
    read: 0,
    memory: {
      recall: (...[stat, digest]: Parameters<typeof recall>) =>
        recall(stat, () => {
          counted.read++;
          return digest();
        }),
    },
  };
  return counted;
}

test('what the delta has read of the output is not read again to record it, under whatever name it lies there', async () => {
  await using folder = await temporaryFolder();
  const [path, second] = [join(folder.path, 'a.html'), join(folder.path, 'b.html')];
  writeFileSync(path, 'one');
  linkSync(path, second);
  const counted = counting(60n * SECOND);
  const { digests } = readOutputFolder(folder.path, undefined, counted.memory);
  assert.deepEqual(
    [digests.get('a.html'), digests.get('b.html')?.sha256],
    [{ sha256: sha256('one'), size: 3 }, sha256('one')],
  );
  assert.equal(readPresentFile(path, counted.memory)?.sha256, sha256('one'));
  assert.equal(counted.read, 1);
});

test('a file that was written since is read again, even with its size and its time as they were', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.html');
  writeFileSync(path, 'one');
  const { atime, mtime } = lstatSync(path);
  const { memory } = counting(60n * SECOND);
  assert.equal(readPresentFile(path, memory)?.sha256, sha256('one'));
  await new Promise((resolve) => setTimeout(resolve, 30));
  writeFileSync(path, 'two');
  utimesSync(path, atime, mtime);
  assert.equal(readPresentFile(path, memory)?.sha256, sha256('two'));
});

test('of a file that was written just now nothing is remembered: the next write may leave it the same times', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.html');
  writeFileSync(path, 'one');
  const counted = counting(0n);
  for (let round = 1; round <= 2; round++) {
    readPresentFile(path, counted.memory);
    assert.equal(counted.read, round);
  }
});
