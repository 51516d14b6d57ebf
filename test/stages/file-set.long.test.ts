import assert from 'node:assert/strict';
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256, type Sha256 } from '../../src/core/digest.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { digestOfFiles } from '../../src/stages/file-record.ts';
import { readFileSet, type FileSet } from '../../src/stages/file-set.ts';
import { parsePatterns } from '../../src/stages/pattern.ts';
import { decodeLook, encodeLook, markOf, type StatCache } from '../../src/stages/stat-cache.ts';
import { stageRig, type StageRig } from './stage-rig.ts';

const COUNT = 80;
const PATTERNS = parsePatterns(['content/**', '!content/skip/**'], (problem) => assert.fail(problem));

interface LargeRig extends StageRig {
  readonly cache: string;
  look(): Promise<FileSet>;
  /** The same without any cache: the truth. */
  lookAnew(): Promise<FileSet>;
}

async function largeRig(): Promise<LargeRig> {
  const rig = await stageRig({ '.bengal/stages/x': '' });
  for (let number = 0; number < COUNT; number++) rig.write(`content/${number % 7}/${number}.md`, `page ${number}`);
  const cache = join(rig.root, '.bengal/stages/s.input.stat');
  const request = { root: rig.root, patterns: PATTERNS };
  return Object.assign(rig, {
    cache,
    look: () => readFileSet({ ...request, cache }),
    lookAnew: () => readFileSet(request),
  });
}

/** Waits until the clock of the disk has moved on: what changed before is told apart from what changes later. */
function settle({ root }: StageRig): void {
  const probe = join(root, '.bengal/probe');
  const tick = (): bigint => {
    writeFileSync(probe, '');
    return lstatSync(probe, { bigint: true }).ctimeNs;
  };
  const start = tick();
  while (tick() === start);
}

const FAKE = sha256('fake');

/** Puts a wrong digest for one file into the cache: whoever sees it has not read the file. */
function fake({ cache, root }: LargeRig, path: string): void {
  const bytes = readFileSync(cache);
  const question = JSON.stringify([root, PATTERNS.map(({ glob, excludes, folder }) => [glob, excludes, folder])]);
  const known = decodeLook(bytes, question);
  assert.ok(known);
  const files = known.paths.map((each, index) => {
    const record = known.record(index);
    return { ...record, digest: each === path ? FAKE : record.digest };
  });
  const marks = known.paths.map((_, index) => known.mark(index));
  const folders = known.folders.map((folder, index) => ({ path: folder, mark: known.mark(files.length + index) }));
  writeFileSync(cache, encodeLook({ question, digest: digestOfFiles(files), files, marks, folders }));
}

function digestIn(set: FileSet, path: string): Sha256 | undefined {
  return set.records().find((file) => file.path === path)?.digest;
}

test('files that have not changed are not read again, and folders not listed', async () => {
  await using rig = await largeRig();
  settle(rig);
  const first = await rig.look();
  assert.equal(first.count, COUNT);
  fake(rig, 'content/0/0.md');
  const second = await rig.look();
  assert.equal(digestIn(second, 'content/0/0.md'), FAKE);
  assert.equal(second.count, COUNT);
  // One file is edited: it is read, the others still are not.
  rig.write('content/1/1.md', 'edited');
  const third = await rig.look();
  assert.equal(digestIn(third, 'content/0/0.md'), FAKE);
  assert.equal(digestIn(third, 'content/1/1.md'), sha256('edited'));
});

test('an edit is seen that keeps size and time of modification', async () => {
  await using rig = await largeRig();
  const path = join(rig.root, 'content/0/0.md');
  const time = new Date('2026-01-01T00:00:00Z');
  utimesSync(path, time, time);
  settle(rig);
  const before = await rig.look();
  writeFileSync(path, 'PAGE 0');
  utimesSync(path, time, time);
  const after = await rig.look();
  assert.notEqual(after.digest, before.digest);
  assert.deepEqual(after.records(), (await rig.lookAnew()).records());
});

test('a file or folder that changed in the very tick of the look, or lies on another disk, never counts as unchanged', async () => {
  await using rig = await stageRig({ 'content/a.md': 'a' });
  const stats = ['content/a.md', 'content'].map((path) => lstatSync(join(rig.root, path), { bigint: true }));
  const digest = sha256('a');
  const cacheOf = (nanoseconds: bigint, other: 0n | 1n = 0n): StatCache => {
    const [file = [], folder = []] = stats.map((stat) => markOf(stat, { device: stat.dev + other, nanoseconds }));
    const files = [{ path: 'content/a.md' as SitePath, kind: 'file' as const, digest }];
    const folders = [{ path: 'content', mark: folder }];
    const cache = decodeLook(encodeLook({ question: 'q', digest, files, marks: [file], folders }), 'q');
    assert.ok(cache);
    return cache;
  };
  const judge = (cache: StatCache): unknown => [cache.staleFiles(rig.root), cache.listingHolds(rig.root)];
  const [file, folder] = stats.map(({ ctimeNs }) => ctimeNs) as [bigint, bigint];
  const last = file > folder ? file : folder;
  assert.deepEqual(judge(cacheOf(last + 1n)), [[], true]);
  assert.deepEqual(judge(cacheOf(file)), [[0], folder < file]);
  assert.deepEqual(judge(cacheOf(folder)), [file < folder ? [] : [0], false]);
  assert.deepEqual(judge(cacheOf(last + 1n, 1n)), [[0], false]);
});

test('what was copied with all its times, as from another machine, is read again', async () => {
  await using rig = await largeRig();
  settle(rig);
  await rig.look();
  fake(rig, 'content/0/0.md');
  const away = `${rig.root}-away`;
  renameSync(rig.root, away);
  cpSync(away, rig.root, { recursive: true, preserveTimestamps: true });
  rmSync(away, { recursive: true });
  assert.deepEqual((await rig.look()).records(), (await rig.lookAnew()).records());
});

test('a damaged or cut cache, and one of other patterns or another place, is as good as none', async () => {
  await using rig = await largeRig();
  settle(rig);
  await rig.look();
  fake(rig, 'content/0/0.md');
  const bytes = readFileSync(rig.cache);
  const truth = (await rig.lookAnew()).digest;
  for (const at of [0, 30, 100, 300, bytes.length - 1]) {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    for (const damaged of [
      flipped,
      bytes.subarray(0, at),
      Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]),
    ]) {
      writeFileSync(rig.cache, damaged);
      assert.equal((await rig.look()).digest, truth);
    }
  }
  writeFileSync(rig.cache, bytes);
  const other = parsePatterns(['content'], (problem) => assert.fail(problem));
  const set = await readFileSet({ root: rig.root, patterns: other, cache: rig.cache });
  assert.equal(digestIn(set, 'content/0/0.md'), sha256('page 0'));
});

test('a small set keeps no cache, and neither does one with a flaw', async () => {
  await using rig = await largeRig();
  const request = { root: rig.root, cache: rig.cache };
  const few = parsePatterns(['content/0'], (problem) => assert.fail(problem));
  await readFileSet({ ...request, patterns: few });
  const unmatched = parsePatterns(['content', 'nothing/*'], (problem) => assert.fail(problem));
  assert.deepEqual((await readFileSet({ ...request, patterns: unmatched })).unmatched, ['nothing/*']);
  rig.link('content/out', '/etc');
  assert.deepEqual(
    (await rig.look()).doubts.map(({ path }) => path),
    ['content/out'],
  );
  assert.equal(existsSync(rig.cache), false);
});

test('without a folder for it nothing is written, and the result is the same', async () => {
  await using rig = await largeRig();
  rmSync(join(rig.root, '.bengal'), { recursive: true });
  assert.equal((await rig.look()).digest, (await rig.lookAnew()).digest);
  assert.equal(existsSync(join(rig.root, '.bengal')), false);
});

type Edit = readonly [name: string, apply: (rig: StageRig) => void];
let edits = 0;
const EDITS: readonly Edit[] = [
  ['a file edited', (rig) => rig.write('content/2/2.md', `edited ${++edits}`)],
  ['a file added', (rig) => rig.write('content/3/new.md', 'new')],
  ['a file in a new folder', (rig) => rig.write('content/new/deep/new.md', 'new')],
  ['an excluded file', (rig) => rig.write('content/skip/x.md', String(++edits))],
  ['a file beside', (rig) => rig.write('other/x.md', 'x')],
  ['a file removed', (rig) => rmSync(join(rig.root, 'content/4/4.md'), { force: true })],
  ['a folder removed', (rig) => rmSync(join(rig.root, 'content/5'), { force: true, recursive: true })],
  ['a file where a folder was', (rig) => rig.write('content/5', 'a file')],
  [
    'a folder back',
    (rig) => {
      rmSync(join(rig.root, 'content/5'), { force: true, recursive: true });
      rig.write('content/5/5.md', 'back');
    },
  ],
  [
    'a file renamed over another',
    (rig) => renameSync(join(rig.root, 'content/6/6.md'), join(rig.root, 'content/6/13.md')),
  ],
  ['a file back', (rig) => rig.write('content/6/6.md', 'back')],
  ['a file that may be executed', (rig) => rig.mode('content/0/7.md', 0o755)],
  ['a file that may not', (rig) => rig.mode('content/0/7.md', 0o644)],
  ['the clock of the disk moves', (rig) => settle(rig)],
];

test('however files come, go and change, a look with the cache sees what one without it sees', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(EDITS.length - 1), { minLength: 1, maxLength: 6 }), async (steps) => {
      await using rig = await largeRig();
      rig.write('content/6/6.md', 'first');
      await rig.look();
      for (const step of steps) {
        const [name, apply] = EDITS[step] ?? EDITS[0]!;
        if (name === 'a file renamed over another' && !existsSync(join(rig.root, 'content/6/6.md'))) continue;
        if (name === 'a file where a folder was' && existsSync(join(rig.root, 'content/5'))) rig.remove('content/5');
        apply(rig);
        const [fast, slow] = [await rig.look(), await rig.lookAnew()];
        assert.deepEqual(fast.records(), slow.records(), name);
        assert.equal(fast.digest, slow.digest);
      }
    }),
    { numRuns: 15 },
  );
});

test('what a link leads to counts, each time anew', async () => {
  await using rig = await largeRig();
  rig.write('shared/text.txt', 'one');
  rig.link('content/link.md', '../shared/text.txt');
  rig.link('content/dangling.md', '../shared/later.txt');
  settle(rig);
  const digests = new Set<string>();
  for (const change of [
    () => undefined,
    () => rig.write('shared/text.txt', 'two'),
    () => rig.write('shared/later.txt', 'now it is there'),
    () => {
      rig.remove('content/link.md');
      rig.link('content/link.md', './../shared/text.txt');
    },
  ]) {
    change();
    const set = await rig.look();
    assert.equal(set.count, COUNT + 2);
    assert.deepEqual(set.doubts, []);
    assert.equal(set.digest, (await rig.lookAnew()).digest);
    digests.add(set.digest);
  }
  assert.equal(digests.size, 4);
});
