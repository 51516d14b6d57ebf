import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ArchiveLimits } from '../../src/archive/limits.ts';
import { DEFAULT_ARCHIVE_LIMITS } from '../../src/archive/limits.ts';
import { packArchive } from '../../src/archive/pack.ts';
import { sha256 } from '../../src/core/digest.ts';
import { unpackArchive } from '../../src/archive/unpack.ts';
import type { Unpacked } from '../../src/archive/unpack.ts';
import { compress, tarOf, type Member } from '../support/hostile-archives.ts';
import { endlessBomb, rleBomb, SKIPPABLE_FRAME, ZSTD_MAGIC } from '../support/hostile-frames.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { readTree, writeTree } from './tree.ts';

interface Options {
  readonly limits?: Partial<ArchiveLimits>;
  readonly allow?: (path: string) => boolean;
  readonly platform?: NodeJS.Platform;
}

/** Unpacks bytes in a folder of its own and asserts that nothing appeared beside the staging folder. */
async function unpackAndRead(
  archive: Uint8Array,
  options: Options,
): Promise<{ outcome: Unpacked; tree: Record<string, string> }> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'a.tar.zst');
  const into = join(folder.path, 'staging');
  await writeFile(file, archive);
  await mkdir(into);
  const outcome = await unpackArchive({
    file,
    into,
    allow: () => true,
    ...options,
    limits: { ...DEFAULT_ARCHIVE_LIMITS, ...options.limits },
  });
  assert.deepEqual((await readdir(folder.path)).sort(), ['a.tar.zst', 'staging']);
  const tree = await readTree(into);
  for (const content of Object.values(tree)) assert.notEqual(content, 'not a regular file');
  return { outcome, tree };
}

async function unpackBytes(archive: Uint8Array, options: Options = {}): Promise<Unpacked> {
  return (await unpackAndRead(archive, options)).outcome;
}

async function assertRejected(archive: Uint8Array, why: RegExp, options: Options = {}): Promise<void> {
  const outcome = await unpackBytes(archive, options);
  assert.equal(outcome.kind, 'rejected');
  assert.match(outcome.why, why);
}

const good: Member = { name: 'public/index.html' };

const hostile: readonly (readonly [
  vector: number,
  title: string,
  members: readonly Member[],
  why: RegExp,
  options?: Options,
])[] = [
  [18, 'an absolute path', [{ name: '/etc/cron.d/x' }], /"\/etc\/cron\.d\/x": an absolute path/],
  [18, 'a way out', [{ name: '../escaped' }], /a "\.\." path segment/],
  [18, 'a way out in the middle', [{ name: 'public/../../escaped' }], /a "\.\." path segment/],
  [18, 'a dot segment', [{ name: './public/x' }], /a "\." path segment/],
  [18, 'an empty segment', [{ name: 'public//x' }], /an empty path segment/],
  [18, 'a backslash', [{ name: '..\\escaped' }], /a backslash/],
  [18, 'a drive letter', [{ name: 'C:escaped' }], /a drive letter/],
  [18, 'an absolute path in a pax record', [{ name: 'ok', pax: { path: '/tmp/x' } }], /an absolute path/],
  [18, 'a NUL in a pax record', [{ name: 'ok', pax: { path: 'a\0b' } }], /a NUL character/],
  [18, 'an absurdly long name', [{ name: 'ok', pax: { path: 'a/'.repeat(3000) + 'b' } }], /a name longer than 2048/],
  [18, 'a name that is not UTF-8', [{ name: 'a\uFFFD' }], /not valid Unicode/],
  [19, 'a symbolic link', [{ name: 'public', type: 'symlink', linkname: '/' }], /but symlink/],
  [
    19,
    'a symbolic link written through',
    [{ name: 'd', type: 'symlink', linkname: '/tmp' }, { name: 'd/x' }],
    /but symlink/,
  ],
  [19, 'a hard link', [{ name: 'x', type: 'link', linkname: '/etc/passwd' }], /but link/],
  [19, 'a fifo', [{ name: 'x', type: 'fifo' }], /but fifo/],
  [19, 'a device', [{ name: 'x', type: 'character-device', devmajor: 1, devminor: 3 }], /but character-device/],
  [19, 'a set-user-id file', [{ name: 'x', mode: 0o4755 }], /mode 4755 with set-id/],
  [19, 'a sticky directory', [{ name: 'd', type: 'directory', mode: 0o1777 }], /mode 1777/],
  [21, 'a member twice', [{ name: 'x' }, good, { name: 'x' }], /the name "x" twice/],
  [21, 'a file that is also a folder', [{ name: 'x' }, { name: 'x/y' }], /the name "x" twice/],
  [21, 'names that differ in case', [{ name: 'Page' }, { name: 'pAGE' }], /"Page" and "pAGE", which some/],
  [21, 'folders that differ in case', [{ name: 'D/x' }, { name: 'd/y' }], /"D" and "d", which some/],
  [21, 'names that differ in normalisation', [{ name: '\u00e9' }, { name: 'e\u0301' }], /which some file systems/],
  [
    20,
    'a member outside the allowed paths',
    [good, { name: '.git/hooks/pre-commit' }],
    /"\.git\/hooks\/pre-commit": not among/,
    { allow: (path) => path.startsWith('public/') },
  ],
  [
    22,
    'more members than allowed',
    [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    /more than 2 members/,
    { limits: { files: 2 } },
  ],
  [
    22,
    'more bytes than allowed',
    [{ name: 'a', content: '12345' }],
    /more than 4 bytes of files/,
    { limits: { bytes: 4 } },
  ],
  [22, 'a size that lies', [{ name: 'a', pax: { size: '99999999999999' } }], /more than \d+ bytes/],
  [19, 'a time of nonsense', [{ name: 'a', pax: { mtime: '1e400' } }], /nonsensical modification time/],
  [19, 'a time before 1970', [{ name: 'a', pax: { mtime: '-5' } }], /nonsensical modification time/],
  [19, 'a sparse map', [{ name: 'a', pax: { 'GNU.sparse.major': '1' } }], /a sparse file/],
  [18, 'a Windows device', [{ name: 'docs/con.html' }], /reserved by Windows/, { platform: 'win32' }],
  [18, 'a Windows stream', [{ name: 'docs/a:b' }], /Windows forbids/, { platform: 'win32' }],
  [18, 'a trailing dot on Windows', [{ name: 'docs./a' }], /Windows drops/, { platform: 'win32' }],
];

for (const [vector, title, members, why, options] of hostile) {
  test(`vector ${String(vector)}: rejects ${title}`, async () => {
    await assertRejected(compress(await tarOf(members)), why, options);
  });
}

test('names that only Windows minds are fine elsewhere', async () => {
  const outcome = await unpackBytes(compress(await tarOf([{ name: 'con.html' }, { name: 'a:b' }, { name: 'end.' }])), {
    platform: 'linux',
  });
  assert.equal(outcome.kind, 'rejected' satisfies Unpacked['kind']);
  assert.match(outcome.why, /drive letter/);
  const archive = compress(await tarOf([{ name: 'con.html' }, { name: 'x/a:b' }, { name: 'end.' }]));
  assert.deepEqual(await unpackBytes(archive, { platform: 'linux' }), {
    kind: 'unpacked',
    files: 3,
    bytes: 3,
    archiveBytes: archive.length,
    digests: new Map(['con.html', 'x/a:b', 'end.'].map((path) => [path, sha256('x')])),
  });
});

test('vector 19: a directory that nobody may enter is one that anybody may', async () => {
  const members = [{ name: 'closed', type: 'directory', mode: 0 } as const, { name: 'closed/file' }];
  const { outcome, tree } = await unpackAndRead(compress(await tarOf(members)), {});
  assert.equal(outcome.kind, 'unpacked');
  assert.deepEqual(Object.keys(tree), ['closed/file']);
});

test('accepts directories, the prototype names included', async () => {
  const archive = compress(await tarOf([{ name: '__proto__/', type: 'directory' }, { name: '__proto__/constructor' }]));
  assert.deepEqual(await unpackBytes(archive), {
    kind: 'unpacked',
    files: 1,
    bytes: 1,
    archiveBytes: archive.length,
    digests: new Map([['__proto__/constructor', sha256('x')]]),
  });
});

test('vector 22: rejects a bomb early, by ratio and by size', async () => {
  const bomb = compress(await tarOf([{ name: 'zeros', content: '\0'.repeat(100 * 1024 * 1024) }]));
  await assertRejected(bomb, /it unpacks to more than 4000 times its size/);
  await assertRejected(bomb, /more than 1000000 bytes of files/, { limits: { bytes: 1_000_000 } });
});

test('vector 22: rejects endless extended headers, which are no members', async () => {
  const record = await tarOf([{ name: 'a', pax: { comment: 'c'.repeat(1_000_000) } }]);
  const header = record.subarray(0, record.length - 2048);
  await assertRejected(compress(Buffer.concat(Array.from({ length: 60 }, () => header))), /times its size|bytes/);
});

async function honestArchive(folder: TemporaryFolder): Promise<Buffer> {
  const tree = { 'public/a.html': 'a'.repeat(5000), 'public/b.html': 'lorem ipsum '.repeat(500) };
  await writeTree(join(folder.path, 'site'), tree);
  const file = join(folder.path, 'a');
  await packArchive({ root: join(folder.path, 'site'), paths: Object.keys(tree), file });
  return await readFile(file);
}

test('vector 22: rejects every truncation', async () => {
  await using folder = await temporaryFolder();
  const archive = await honestArchive(folder);
  for (let length = 0; length < archive.length; length += 7) await assertRejected(archive.subarray(0, length), /./);
  await assertRejected(archive.subarray(0, -1), /truncated zstd frame/);
});

test('vector 22: a flipped bit is rejected, or changes nothing', async () => {
  await using folder = await temporaryFolder();
  const archive = await honestArchive(folder);
  const honest = (await unpackAndRead(archive, {})).tree;
  const harmless: number[] = [];
  for (const index of archive.keys()) {
    const flipped = Buffer.from(archive);
    flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
    const { outcome, tree } = await unpackAndRead(flipped, {});
    if (outcome.kind === 'rejected') continue;
    // zstd has an unused bit, a hint of how much memory to use, and padding: the checksum covers the content.
    assert.deepEqual(tree, honest);
    harmless.push(index);
  }
  assert.ok(harmless.length <= 10, `harmless at ${harmless.join(' ')}`);
});

test('vector 22: an archive inside an archive is only a file', async () => {
  const inner = compress(await tarOf([{ name: '../escaped' }]));
  const { outcome, tree } = await unpackAndRead(compress(await tarOf([{ name: 'inner.tar.zst', content: inner }])), {});
  assert.equal(outcome.kind, 'unpacked');
  assert.deepEqual(tree, { 'inner.tar.zst': inner.toString('hex') });
});

test('vector 22: rejects whatever is not exactly one frame of a sane window', async () => {
  await using folder = await temporaryFolder();
  const archive = await honestArchive(folder);
  const block = [0x19, 0, 0, 0x61, 0x62, 0x63];
  const damaged: readonly (readonly [what: string, bytes: Uint8Array, why: RegExp])[] = [
    ['trailing garbage', Buffer.concat([archive, Buffer.from('junk')]), /junk after a zstd frame/],
    ['a second frame', Buffer.concat([archive, archive]), /junk after a zstd frame/],
    [
      'a frame of nothing behind',
      Buffer.concat([archive, Buffer.from([...ZSTD_MAGIC, 0x20, 0, 1, 0, 0])]),
      /junk after/,
    ],
    ['a skippable frame behind', Buffer.concat([archive, SKIPPABLE_FRAME]), /junk after a zstd frame/],
    ['a skippable frame before', Buffer.concat([SKIPPABLE_FRAME, archive]), /no zstd frame/],
    ['a wrong checksum', archive.map((byte, at) => (at === archive.length - 1 ? byte ^ 1 : byte)), /checksum/],
    // Refused by the decoder and by the walk over its frames, whichever comes first.
    [
      'a window of 2 GiB',
      Buffer.from([...ZSTD_MAGIC, 0x00, 21 << 3, ...block]),
      /too much memory|with a window of 2147483648 bytes/,
    ],
    ['a need for a dictionary', Buffer.from([...ZSTD_MAGIC, 0x21, 7, 3, ...block]), /dictionary/i],
    ['less content than declared', rleBomb(1, 131_071), /ZSTD_error/],
    ['more content than declared', rleBomb(1, 131_073), /ZSTD_error/],
    ['2 GiB of zeros in 64 KiB', endlessBomb(16_384), /it unpacks to more than 4000 times its size/],
    ['another format', Buffer.from('<html>Not found</html>'), /no zstd frame/],
    ['another content', compress(Buffer.from('<html>Not found</html>'.repeat(100))), /tar header/],
  ];
  for (const [, bytes, why] of damaged) await assertRejected(bytes, why);
});

test('vector 22: rejects a tar cut between two members, or followed by junk', async () => {
  const tar = await tarOf([{ name: 'a' }, { name: 'b' }]);
  await assertRejected(compress(tar.subarray(0, 1024)), /the end of the archive is missing/);
  await assertRejected(compress(tar.subarray(0, 2048)), /the end of the archive is missing/);
  await assertRejected(compress(Buffer.concat([tar, Buffer.alloc(512, 'j')])), /tar header|is missing/);
  await assertRejected(compress(Buffer.concat([tar, Buffer.from('j')])), /is missing|end of data/);
});

test('vector 29: rejects a place that is not an empty directory', async () => {
  await using folder = await temporaryFolder();
  const archive = await honestArchive(folder);
  const file = join(folder.path, 'archive');
  await writeFile(file, archive);
  await mkdir(join(folder.path, 'empty'));
  await symlink('empty', join(folder.path, 'link'));
  for (const [into, why] of [
    ['site', /is not empty/],
    ['link', /not a directory/],
    ['gone', /ENOENT/],
  ] as const) {
    const outcome = await unpackArchive({ file, into: join(folder.path, into), allow: () => true });
    assert.equal(outcome.kind, 'rejected');
    assert.match(outcome.why, why);
  }
});
