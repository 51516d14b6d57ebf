import assert from 'node:assert/strict';
import { cpSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { appendFile, lstat, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { flowRig, runJob, type FlowRig } from '../support/flow-rig.ts';
import { compress, storeServing, tamperedArchive, tarOf, type Member } from '../support/hostile-archives.ts';
import { endlessBomb, SKIPPABLE_FRAME } from '../support/hostile-frames.ts';

// A whole job meets a hostile cache entry: nothing may appear outside of the site, nothing in it may be executable, what
// was there stays, the build is a full one, and the report says why.

let rig: FlowRig;
let pristine: string;
before(async () => {
  rig = await flowRig();
  assert.equal((await runJob(rig)).kind, 'saved');
  pristine = join(rig.path, '..', 'pristine');
  cpSync(rig.path, pristine, { recursive: true, preserveTimestamps: true });
});
after(() => rig[Symbol.asyncDispose]());
beforeEach(async () => {
  await rig.checkOut();
});

/** Names and kinds of everything below a folder, the site itself left out of its surroundings. */
function listing(folder: string, without?: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return (
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => without === undefined || !path.startsWith(without))
      // What the preparation of the build leaves is ours.
      .filter((path) => !path.includes('/.bengal-cache'))
      .map((path) => `${path} ${String(lstatSync(path).mode)}`)
      .sort()
  );
}

async function jobMeets(archive: Uint8Array): Promise<Report> {
  const surroundings = dirname(rig.path);
  const before = listing(surroundings, rig.path);
  const { report } = await rig.prepare({ store: storeServing(archive) });
  assert.deepEqual(listing(surroundings, rig.path), before, 'nothing outside the site has changed');
  for (const line of listing(rig.path)) {
    const [path = '', mode = ''] = line.split(' ').slice(-2);
    if (path.includes('/.bengal') || path.includes('/public'))
      assert.ok((Number(mode) & 0o170000) === 0o040000 || (Number(mode) & 0o7111) === 0, line);
  }
  assert.deepEqual(
    // What the preparation of the build needs is ours.
    readdirSync(rig.path).filter((name) => name.startsWith('.bengal-cache-')),
    [],
  );
  return report;
}

async function assertMiss(archive: Uint8Array, why: RegExp): Promise<void> {
  const before = listing(rig.path);
  const report = await jobMeets(archive);
  assert.equal(report.cache.kind, 'rejected');
  assert.match(report.cache.why, why);
  assert.equal(report.gate.mode, 'full');
  assert.ok(
    report.warnings.some((warning) => why.test(warning)),
    'people are told',
  );
  assert.deepEqual(listing(rig.path), before, 'the site is as it was');
}

const state: Member = { name: '.bengal/effects.json', content: '{}' };

const MEMBERS: readonly (readonly [vector: number, what: string, member: Member, why: RegExp])[] = [
  [18, 'a member beside the site', { name: '../escaped' }, /"\.\.\/escaped": a "\.\." path segment/],
  [18, 'an action of the runner', { name: '/home/runner/work/_actions/x/action.yml' }, /an absolute path/],
  [18, 'a member in the home folder', { name: '~/.bashrc' }, /"~\/\.bashrc": not among the paths/],
  [18, 'a hook', { name: '.git/hooks/pre-commit' }, /not among the paths/],
  [18, 'a hook inside the output', { name: 'public/.git/hooks/pre-commit' }, /not among the paths/],
  [18, 'a workflow', { name: '.github/workflows/x.yml' }, /not among the paths/],
  [18, 'a program of a package', { name: 'node_modules/.bin/x' }, /not among the paths/],
  [19, 'a link to everything', { name: '.bengal', type: 'symlink', linkname: '/' }, /but symlink/],
  [19, 'a link inside the output', { name: 'public/x', type: 'symlink', linkname: '/etc' }, /but symlink/],
  [19, 'a hard link', { name: 'public/x', type: 'link', linkname: '/etc/passwd' }, /but link/],
  [19, 'a device', { name: 'public/x', type: 'block-device', devmajor: 8, devminor: 0 }, /but block-device/],
  [19, 'a fifo', { name: 'public/x', type: 'fifo' }, /but fifo/],
  [19, 'a set-user-id file', { name: 'public/x', mode: 0o4755 }, /set-id/],
  [20, 'a source', { name: 'content/about.md' }, /not among the paths/],
  [20, 'a template', { name: 'templates/base.html' }, /not among the paths/],
  [20, 'the configuration', { name: 'config/_default/site.yaml' }, /not among the paths/],
  [21, 'a member twice', { name: '.bengal/effects.json' }, /twice/],
  [21, 'a member in another case', { name: '.bengal/Effects.json' }, /which some file systems take for one/],
  [25, 'a compiled template', { name: '.bengal/cache/kida/base.pyc' }, /nothing says whose code left it/],
  [25, 'a compiled template in disguise', { name: '.bengal/cache/kida/base.json' }, /not among the paths/],
  [25, 'a pickle', { name: '.bengal/index.PKL' }, /not among the paths/],
  [25, 'a native library in the output', { name: 'public/lib.so.1' }, /not among the paths/],
  [25, 'an unknown kind of file in the state', { name: '.bengal/plugin.py' }, /not among the paths/],
];
for (const [vector, what, member, why] of MEMBERS) {
  test(`vector ${String(vector)}: an entry with ${what} is a reported miss as a whole`, async () => {
    await assertMiss(compress(await tarOf([state, member])), why);
  });
}

test('vector 19: a link that is written through is a reported miss', async () => {
  const link: Member = { name: 'public/d', type: 'symlink', linkname: dirname(rig.path) };
  await assertMiss(compress(await tarOf([link, { name: 'public/d/escaped' }])), /but symlink/);
});

const ENTRIES: readonly (readonly [what: string, archive: () => Promise<Uint8Array> | Uint8Array, why: RegExp])[] = [
  ['a bomb', () => endlessBomb(16_384), /it unpacks to more than 4000 times its size/],
  ['half a frame', async () => compress(await tarOf([state])).subarray(0, -5), /truncated zstd frame/],
  [
    'two frames',
    async () => Buffer.concat([compress(await tarOf([state])), compress(await tarOf([state]))]),
    /junk after/,
  ],
  ['junk behind', async () => Buffer.concat([compress(await tarOf([state])), Buffer.from('junk')]), /junk after/],
  ['a skippable frame', async () => Buffer.concat([SKIPPABLE_FRAME, compress(await tarOf([state]))]), /no zstd frame/],
  ['an error page', () => Buffer.from('<html>Not found</html>'), /no zstd frame/],
  ['nothing', () => Buffer.alloc(0), /truncated zstd frame/],
];
for (const [what, archive, why] of ENTRIES) {
  test(`vector 22: an entry that is ${what} is a reported miss`, async () => {
    await assertMiss(await archive(), why);
  });
}

/** What an honest save of the recorded site would store, changed. */
function tampered(tamper: (copy: string) => Promise<unknown>): Promise<Buffer> {
  return tamperedArchive(pristine, tamper);
}

test('vector 22: a bomb inside a state file does not fit its manifest, and without one nobody vouches for it', async () => {
  const bomb = (copy: string): Promise<void> => writeFile(join(copy, '.bengal/cache.json.zst'), endlessBomb(16_384));
  await assertMiss(await tampered(bomb), /nothing says whose code left it/);
  const archive = await tampered(async (copy) => {
    await bomb(copy);
    await rm(join(copy, '.bengal/ci-manifest.json.zst'));
  });
  await assertMiss(archive, /nothing says whose code left it/);
});

test('vector 25: what could run is not stored either', async () => {
  rig.build();
  await rig.write('.bengal/cache/kida/base.pyc', 'x');
  await rig.write('public/model.pkl', 'x');
  const { names } = await storedBy(rig);
  assert.deepEqual(
    names.filter((name) => /\.pyc$|\.pkl$|kida/.test(name)),
    [],
  );
});

async function storedBy(site: FlowRig): Promise<{ names: string[] }> {
  const names: string[] = [];
  const archive = await tamperedArchive(site.path, (copy) => {
    names.push(...listing(copy).map((line) => line.slice(copy.length + 1).replace(/ \d+$/, '')));
    return Promise.resolve();
  });
  assert.ok(archive.length > 0);
  return { names };
}

test('vector 26: an edit that keeps size and time is seen', async () => {
  rmSync(rig.path, { recursive: true });
  cpSync(pristine, rig.path, { recursive: true, preserveTimestamps: true });
  const path = join(rig.path, 'content/about.md');
  const { atime, mtime, size } = await lstat(path);
  const text = await rig.read('content/about.md');
  await writeFile(path, text.replace('keepers', 'keeper5'));
  await utimes(path, atime, mtime);
  assert.equal((await lstat(path)).size, size);
  const report = await jobMeets(await tampered(() => Promise.resolve()));
  assert.deepEqual(report.changes.modified, ['content/about.md']);
  assert.notEqual(report.gate.mode, 'skip');
});

test('vector 27: a manifest that claims outputs which are not there does not lead to a skip', async () => {
  const report = await jobMeets(await tampered((copy) => rm(join(copy, 'public/about'), { recursive: true })));
  assert.equal(report.cache.kind, 'exact');
  assert.notEqual(report.gate.mode, 'skip');
});

test('vector 27: an output of a page that is gone does not come back', async () => {
  const archive = await tampered(async (copy) => {
    await mkdir(join(copy, 'public/removed'));
    await writeFile(join(copy, 'public/removed/index.html'), 'of a page that is gone');
  });
  const report = await jobMeets(archive);
  assert.equal(report.gate.mode, 'full');
  assert.match(report.warnings.join('\n'), /public\/removed\/index\.html/);
  assert.equal(
    listing(rig.path).some((line) => line.includes('/removed/')),
    false,
  );
});

test('vector 27: a manifest of another state is not believed', async () => {
  const archive = await tampered((copy) => appendFile(join(copy, '.bengal/provenance/index.json'), ' '));
  const report = await jobMeets(archive);
  assert.notEqual(report.gate.mode, 'skip');
  assert.match(report.warnings.join('\n'), /a later build changed the state without recording it|not used/);
});

test('vector 29: what a job before has left gives way to what is restored, and stays when nothing is', async () => {
  await rig.write('.bengal/cache/kida/left.pyc', 'left');
  await rig.write('public/left.html', 'left');
  await assertMiss(compress(await tarOf([{ name: '../escaped' }])), /path segment/);
  const report = await jobMeets(await tampered(() => Promise.resolve()));
  assert.equal(report.cache.kind, 'exact');
  assert.deepEqual(
    listing(rig.path)
      .map((line) => basename(line))
      .filter((name) => name.startsWith('left')),
    [],
  );
});
