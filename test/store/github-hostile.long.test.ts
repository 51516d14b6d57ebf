import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { zstdCompressSync } from 'node:zlib';
import { pack as createTar } from 'tar-stream';
import type { Header } from 'tar-stream';
import { ENTRY_NAME } from '../../src/store/github-calls.ts';
import type { Restored } from '../../src/store/port.ts';
import type { CacheService } from '../support/cache-service.ts';
import { githubRigs } from './github-rig.ts';
import type { GithubRig } from './github-rig.ts';

type Member = Partial<Header> & { readonly name: string };

async function archiveOf(members: readonly Member[]): Promise<Buffer> {
  const tar = createTar();
  for (const member of members) {
    if (member.type === undefined || member.type === 'file') tar.entry(member, `content of ${member.name}`);
    else tar.entry(member);
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return zstdCompressSync(Buffer.concat(chunks));
}

/** Puts an archive in the place of a stored one, and restores it. */
async function restoreHostile(
  rig: GithubRig<CacheService>,
  members: readonly Member[],
): Promise<{ outcome: Restored; file: string }> {
  const file = join(rig.folder, 'file');
  await writeFile(file, 'good');
  assert.equal((await rig.store.save({ key: 'k', file })).kind, 'saved');
  await rig.service.blobs.write(rig.service.entries[0]?.blob ?? '', await archiveOf(members));
  const restored = join(rig.folder, 'restored');
  return { outcome: await rig.store.restore({ key: 'k', restoreKeys: [], file: restored }), file: restored };
}

const tarIsGnu =
  process.platform !== 'win32' && execFileSync('tar', ['--version'], { encoding: 'utf8' }).includes('GNU tar');
const skip = !tarIsGnu && 'only GNU tar can be told what to unpack under which name';

const rigs = await githubRigs();
after(() => rigs[Symbol.asyncDispose]());

const ODD = { kind: 'refused', key: 'k', why: 'the entry does not hold the one file it should' };

/** `$` stands for the folder outside, to which nothing may get. */
const HOSTILE: Readonly<Record<string, readonly Member[]>> = {
  'an absolute name': [{ name: '$/escaped' }],
  'a name with parents': [{ name: '../../../escaped' }, { name: 'x/../../../../escaped' }],
  'a link and a way through it': [
    { name: ENTRY_NAME, type: 'symlink', linkname: '$' },
    { name: `${ENTRY_NAME}/escaped` },
  ],
  'a folder of the expected name, and a file in it': [
    { name: ENTRY_NAME, type: 'directory' },
    { name: `${ENTRY_NAME}/escaped` },
  ],
  'a symbolic link to a file outside': [{ name: ENTRY_NAME, type: 'symlink', linkname: '$/precious' }],
  'a second name of a file outside': [{ name: ENTRY_NAME, type: 'link', linkname: '$/precious' }],
  'a second name of a file outside, and then content for it': [
    { name: ENTRY_NAME, type: 'link', linkname: '$/precious' },
    { name: ENTRY_NAME },
  ],
  'a pipe': [{ name: ENTRY_NAME, type: 'fifo' }],
  'many files': [{ name: 'a' }, { name: 'b' }, { name: '.bashrc' }],
  'names that no locale can read': [{ name: '\u00ff/../../../../escaped' }, { name: 'line\nbreak/../../escaped' }],
  nothing: [],
};

for (const [title, members] of Object.entries(HOSTILE)) {
  test(`an archive with ${title} writes nothing but the one file of the entry`, { skip }, async () => {
    await using rig = await rigs.open();
    const precious = join(rig.folder, 'precious');
    await writeFile(precious, 'precious');
    const { outcome, file } = await restoreHostile(
      rig,
      members.map((member) => ({
        ...member,
        name: member.name.replace('$', rig.folder),
        ...(member.linkname && { linkname: member.linkname.replace('$', rig.folder) }),
      })),
    );
    if (outcome.kind === 'refused') {
      assert.match(outcome.why, /^an entry was found, but what came is no sound archive: |^the entry does not hold/);
      assert.equal(existsSync(file), false);
    } else {
      // Whatever it holds is for the strict reader of our own archive to judge.
      assert.deepEqual(outcome, { kind: 'exact', key: 'k' });
      assert.equal(lstatSync(file).isFile() && lstatSync(file).nlink === 1, true);
      assert.match(await readFile(file, 'utf8'), /^content of /);
    }
    assert.equal(await readFile(precious, 'utf8'), 'precious');
    assert.deepEqual(
      (await readdir(rig.folder)).filter((name) => name !== 'restored'),
      ['file', 'precious'],
    );
    assert.deepEqual(await readdir(join(rig.temp, '..')), ['a temp [1]', 'workspace']);
    await rig.assertTidy();
  });
}

test('with any tar, what is not one regular file is not taken for the entry', async () => {
  await using rig = await rigs.open();
  const link = { name: ENTRY_NAME, type: 'symlink', linkname: '/etc/hosts' } as const;
  assert.deepEqual((await restoreHostile(rig, [link])).outcome, ODD);
  await rig.assertTidy();
});
