import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldName } from '../../src/archive/name-registry.ts';
import { packArchive } from '../../src/archive/pack.ts';
import type { Packed } from '../../src/archive/pack.ts';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readTree, setTimeAndMode, writeTree } from './tree.ts';
import type { Tree } from './tree.ts';

const everything = (): boolean => true;

async function packTree(folder: string, tree: Tree): Promise<Packed> {
  const root = join(folder, 'site');
  await writeTree(root, tree);
  return await packArchive({ root, paths: Object.keys(tree), file: join(folder, 'a.tar.zst') });
}

async function emptyFolder(path: string): Promise<string> {
  await mkdir(path);
  return path;
}

test('a packed tree unpacks to the same tree', async () => {
  await using folder = await temporaryFolder();
  const big = randomBytes(6 * 1024 * 1024);
  const tree = {
    'index.html': '<p>hello</p>',
    'empty.txt': '',
    'Grüße und Küsse/日本語 \u{1f63a}.html': 'unicode and spaces',
    [`${'long-folder/'.repeat(20)}${'n'.repeat(200)}.html`]: 'long',
    'name\nwith a newline': 'odd',
    '-rf': 'option-like',
    'fonts/big.bin': big,
  };
  const packed = await packTree(folder.path, tree);
  const into = await emptyFolder(join(folder.path, 'staging'));
  const unpacked = await unpackArchive({ file: join(folder.path, 'a.tar.zst'), into, allow: everything });

  assert.equal(packed.kind, 'packed');
  assert.equal(unpacked.kind, 'unpacked');
  assert.equal(unpacked.files, packed.files);
  assert.equal(unpacked.bytes, packed.bytes);
  assert.equal(packed.files, Object.keys(tree).length);
  assert.deepEqual(await readTree(into), await readTree(join(folder.path, 'site')));
});

test('times survive as the float that Python shows, and nothing can be executed unless it was asked for', async () => {
  await using folder = await temporaryFolder();
  const root = join(folder.path, 'site');
  await writeTree(root, { run: 'x', page: 'y' });
  await setTimeAndMode(join(root, 'run'), { seconds: 1_763_700_000.123_456_7, mode: 0o700 });
  await setTimeAndMode(join(root, 'page'), { seconds: 86_400.75, mode: 0o600 });
  const file = join(folder.path, 'a');
  await packArchive({ root, paths: ['run', 'page'], file });
  for (const keepExecutable of [false, true]) {
    const into = await emptyFolder(join(folder.path, `staging-${String(keepExecutable)}`));
    await unpackArchive({ file, into, allow: everything, keepExecutable });
    for (const name of ['run', 'page']) {
      const before = await lstat(join(root, name), { bigint: true });
      const after = await lstat(join(into, name), { bigint: true });
      assert.equal(floatTime(after.mtimeNs), floatTime(before.mtimeNs), name);
      assert.equal(Number(after.mode) & 0o7777, keepExecutable && name === 'run' ? 0o755 : 0o644, name);
    }
  }
});

test('a file from the future gets the time of now: it must not pass for one that the next build wrote', async () => {
  await using folder = await temporaryFolder();
  const root = join(folder.path, 'site');
  await writeTree(root, { page: 'y' });
  await setTimeAndMode(join(root, 'page'), { seconds: 4_500_000_000.75, mode: 0o600 });
  const file = join(folder.path, 'a');
  await packArchive({ root, paths: ['page'], file });
  const into = await emptyFolder(join(folder.path, 'staging'));
  await unpackArchive({ file, into, allow: everything });
  assert.ok((await lstat(join(into, 'page'))).mtimeMs <= Date.now());
});

/** `st_mtime` as Python computes it. */
function floatTime(nanoseconds: bigint): number {
  return Number(nanoseconds / 1_000_000_000n) + Number(nanoseconds % 1_000_000_000n) * 1e-9;
}

test('the same tree gives the same bytes, whatever order, owner or umask', async () => {
  await using first = await temporaryFolder();
  await using second = await temporaryFolder();
  const archives: Buffer[] = [];
  for (const [folder, paths] of [
    [first, ['b', 'a/c', 'a-b']],
    [second, ['a-b', 'b', 'a/c', 'b']],
  ] as const) {
    const root = join(folder.path, 'site');
    await writeTree(root, { b: '1', 'a/c': '2', 'a-b': '3' });
    for (const path of paths)
      await setTimeAndMode(join(root, path), { seconds: 1000, mode: folder === first ? 0o640 : 0o604 });
    await packArchive({ root, paths, file: join(folder.path, 'a') });
    archives.push(await readFile(join(folder.path, 'a')));
  }
  assert.deepEqual(archives[0], archives[1]);
});

test('the system tar reads it, times included', async (context) => {
  if (process.platform !== 'linux') {
    context.skip('needs GNU tar and zstd');
    return;
  }
  await using folder = await temporaryFolder();
  await packTree(folder.path, { 'a/ü.html': 'x', [`${'d/'.repeat(80)}f`]: 'y' });
  await setTimeAndMode(join(folder.path, 'site/a/ü.html'), { seconds: 86_400.5, mode: 0o644 });
  await packTree(folder.path, {});
  await packArchive({ root: join(folder.path, 'site'), paths: ['a/ü.html'], file: join(folder.path, 'a.tar.zst') });
  const listing = execFileSync('tar', ['--zstd', '--full-time', '--utc', '-tvf', join(folder.path, 'a.tar.zst')]);
  assert.match(listing.toString(), /-rw-r--r-- 0\/0 +1 1970-01-02 00:00:00\.5 a\//);
});

test('an archive of nothing is an archive', async () => {
  await using folder = await temporaryFolder();
  const packed = await packTree(folder.path, {});
  const into = await emptyFolder(join(folder.path, 'staging'));
  assert.equal(packed.kind, 'packed');
  assert.deepEqual(await unpackArchive({ file: join(folder.path, 'a.tar.zst'), into, allow: everything }), {
    kind: 'unpacked',
    files: 0,
    bytes: 0,
    archiveBytes: packed.archiveBytes,
    digests: new Map(),
  });
});

for (const [title, paths, why] of [
  ['a missing file', ['gone'], /ENOENT/],
  ['a directory', ['folder'], /"folder": not a regular file/],
  ['a symbolic link', ['link'], /"link": not a regular file/],
  ['a way out', ['../x'], /"\.\.\/x": a "\.\." path segment/],
  ['a backslash', ['a\\b'], /a backslash/],
  ['case twins', ['Page', 'page'], /the names "Page" and "page", which some file systems take for one/],
] as const) {
  test(`packing refuses ${title} and leaves no archive`, async () => {
    await using folder = await temporaryFolder();
    await writeTree(folder.path, { 'folder/x': '', Page: '', page: '', 'a\\b': '' });
    await symlink('Page', join(folder.path, 'link'));
    const file = join(folder.path, 'out');
    const packed = await packArchive({ root: folder.path, paths, file });
    assert.equal(packed.kind, 'refused');
    assert.match(packed.why, why);
    await assert.rejects(lstat(file), { code: 'ENOENT' });
  });
}

test('packing refuses when the archive cannot be written', async () => {
  await using folder = await temporaryFolder();
  await writeTree(folder.path, { big: randomBytes(5_000_000) });
  const packed = await packArchive({ root: folder.path, paths: ['big'], file: join(folder.path, 'missing', 'a') });
  assert.equal(packed.kind, 'refused');
  assert.match(packed.why, /ENOENT/);
});

test('a large sparse file streams through', async () => {
  await using folder = await temporaryFolder();
  await writeTree(folder.path, { sparse: 'x' });
  await truncate(join(folder.path, 'sparse'), 64 * 1024 * 1024);
  const packed = await packArchive({ root: folder.path, paths: ['sparse'], file: join(folder.path, 'a') });
  assert.equal(packed.kind, 'packed');
  assert.equal(packed.bytes, 64 * 1024 * 1024);
});

const segment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[/\\\0]/g, '_'))
  .filter(
    (text) =>
      text !== '.' && text !== '..' && text.isWellFormed() && !text.includes('\uFFFD') && Buffer.byteLength(text) < 200,
  );
const path = fc
  .array(segment, { minLength: 1, maxLength: 6 })
  .map((segments) => segments.join('/'))
  .filter((name) => !/^[a-z]:/i.test(name));

/** Keeps what can stand side by side in a folder of any system: no twins, no file that is also a folder. */
function compatible(entries: readonly (readonly [string, Uint8Array])[]): Tree {
  const tree: Record<string, Uint8Array> = {};
  const folders = new Map<string, string>();
  const files = new Set<string>();
  for (const [name, content] of entries) {
    const parents = name
      .split('/')
      .slice(0, -1)
      .map((_, index, all) => all.slice(0, index + 1).join('/'));
    const clashes =
      files.has(foldName(name)) ||
      folders.has(foldName(name)) ||
      parents.some((parent) => files.has(foldName(parent)) || (folders.get(foldName(parent)) ?? parent) !== parent);
    if (clashes) continue;
    files.add(foldName(name));
    for (const parent of parents) folders.set(foldName(parent), parent);
    tree[name] = content;
  }
  return tree;
}

test('any tree survives packing and unpacking', async () => {
  const trees = fc.array(fc.tuple(path, fc.uint8Array({ maxLength: 2000 })), { maxLength: 12 }).map(compatible);
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      await using folder = await temporaryFolder();
      const packed = await packTree(folder.path, tree);
      const into = await emptyFolder(join(folder.path, 'staging'));
      const unpacked = await unpackArchive({ file: join(folder.path, 'a.tar.zst'), into, allow: everything });
      assert.equal(packed.kind, 'packed', JSON.stringify(packed));
      assert.equal(unpacked.kind, 'unpacked', JSON.stringify(unpacked));
      assert.deepEqual(await readTree(into), await readTree(join(folder.path, 'site')));
      assert.equal(unpacked.files, Object.keys(tree).length);
    }),
    { numRuns: 60 },
  );
});
