import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeTree } from './tree.ts';

const ONCE = join(import.meta.dirname, '..', 'support', 'other-disk-once.ts');

/** A site whose output is a link to a disk of its own: a small one in memory, for the program that is run alone. */
const SCRIPT = `
  mkdir "$1/volume" && mount -t tmpfs -o size=4096k none "$1/volume" || exit 99
  mkdir "$1/volume/www" && cp -a "$1/built/." "$1/volume/www" && ln -s volume/www "$1/public"
  "$0" "$2" "$1"`;

test('an output on another disk, behind a link, is replaced, set aside and put back there, and the link stays', async (context) => {
  await using folder = await temporaryFolder();
  await writeTree(folder.path, {
    '.bengal/file': 'old',
    'built/file': 'old',
    'built/gone': 'old',
    'content/a.md': 'a',
  });
  const args = ['--map-root-user', '--mount', 'bash', '-c', SCRIPT, process.execPath, folder.path, ONCE];
  const said = spawnSync('unshare', args, { encoding: 'utf8' });
  if (said.error !== undefined || said.status === 99 || said.stderr.includes('unshare')) {
    context.skip(`no disk can be mounted here: ${said.error?.message ?? said.stderr.trim()}`);
    return;
  }
  assert.equal(said.status, 0, said.stderr);
  assert.deepEqual(JSON.parse(said.stdout), {
    replaced: { link: true, files: { 'deep/more': 'new', file: 'new' }, state: 'new', left: ['www'] },
    aside: { kind: 'done', files: 2, left: [], previous: ['deep', 'file'] },
    back: { kind: 'done', files: 2, link: true, content: 'new', time: 1_000_000_000_000 },
  });
});
