import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { cp, mkdir, readFile, rename, symlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openStaging } from '../../src/archive/staging.ts';
import { swapTrees } from '../../src/archive/swap.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { registerOf } from '../../src/place/register.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { readTree, writeTree } from './tree.ts';

const ROOTS = ['.bengal', 'public'] as SitePath[];
const KILLED = join(import.meta.dirname, '..', 'support', 'killed-swap.ts');

async function textsOf(folder: string): Promise<Record<string, string>> {
  const tree = await readTree(folder);
  return Object.fromEntries(Object.entries(tree).map(([path, hex]) => [path, Buffer.from(hex, 'hex').toString()]));
}

async function oldSite(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  await writeTree(folder.path, { '.bengal/file': 'old', 'public/file': 'old', 'public/gone': 'old', other: 'other' });
  return folder;
}

test('the new trees take the place of the old ones, and nothing else changes', async () => {
  await using site = await oldSite();
  const staging = openStaging(site.path);
  await writeTree(staging.folder, { 'public/file': 'new', 'stray/file': 'new' });
  swapTrees({ site: site.path, ...staging, roots: ROOTS });
  staging.remove();
  assert.deepEqual(await textsOf(site.path), { 'public/file': 'new', other: 'other' });
});

test('a swap that fails is taken back, all of it', async () => {
  await using site = await oldSite();
  const before = await textsOf(site.path);
  const staging = openStaging(site.path);
  await writeTree(staging.folder, { '.bengal/file': 'new', 'public/file': 'new' });
  // The second old tree cannot be moved into itself.
  const aside = join(site.path, 'public', 'aside');
  await mkdir(aside);
  assert.throws(() => swapTrees({ site: site.path, folder: staging.folder, aside, roots: ROOTS }), { code: 'EINVAL' });
  staging.remove();
  assert.deepEqual(await textsOf(site.path), before);
});

for (let nth = 1; nth <= 8; nth++) {
  test(`whoever comes after a process that was killed before rename ${String(nth)} finds old trees or new ones, never both`, async () => {
    await using site = await oldSite();
    const before = await textsOf(site.path);
    const killed = spawnSync(process.execPath, [KILLED, site.path, String(nth)], { encoding: 'utf8' });
    const wasKilled = killed.signal === 'SIGKILL';
    assert.ok(wasKilled || killed.stdout === 'done\n', killed.stderr);
    assert.equal(wasKilled, nth <= 7, 'two notes, and three trees of which one has no predecessor');
    openStaging(site.path).remove();
    const news = { '.bengal/file': 'new', 'extra/file': 'new', 'public/file': 'new', other: 'other' };
    assert.deepEqual(await textsOf(site.path), wasKilled ? before : news);
    assert.deepEqual(
      readdirSync(site.path).filter((name) => name.startsWith('.bengal-cache')),
      [],
    );
  });
}

const alive = (): string => `${hostname()} ${String(process.pid)}`;

test('two at a time are one too many: the second is told', async () => {
  await using site = await oldSite();
  const staging = openStaging(site.path);
  const register = registerOf(site.path);
  register.note('swap', { owner: alive(), at: Date.now(), moves: [] }, 'first');
  const busy = { message: 'another restore is under way in this site' };
  assert.throws(() => swapTrees({ site: site.path, ...staging, roots: ROOTS }), busy);
  assert.throws(() => openStaging(site.path), busy);
  register.drop('swap');
  staging.remove();
});

test('who ran elsewhere, or had this number long ago, blocks nobody for ever', async () => {
  await using site = await oldSite();
  const register = registerOf(site.path);
  for (const owner of [alive(), 'another-container 1']) {
    register.note('swap', { owner, at: Date.now(), moves: [] }, 'first');
    assert.throws(() => openStaging(site.path), /another restore is under way/);
    register.note('swap', { owner, at: Date.now() - 3_600_000, moves: [] }, 'replace');
    openStaging(site.path).remove();
    assert.deepEqual(register.names(), []);
  }
});

test('folders of processes that are gone are swept; those of others, and all that nobody noted, are not', async () => {
  await using site = await oldSite();
  const mine = openStaging(site.path);
  const killed = spawnSync(process.execPath, [KILLED, site.path, '3'], { encoding: 'utf8' });
  assert.equal(killed.signal, 'SIGKILL', killed.stderr);
  const gone = readdirSync(site.path).filter((name) => name.startsWith('.bengal-cache-staging-')).length;
  assert.equal(gone, 2);
  await writeTree(site.path, {
    '.bengal-cache-staging-committed/owner': 'x 0',
    '.bengal-cache-staging-committed/tree/x': 'x',
  });
  await symlink('/', join(site.path, '.bengal-cache-staging-link'));
  openStaging(site.path).remove();
  const left = readdirSync(site.path).filter((name) => name.startsWith('.bengal-cache-staging-'));
  assert.deepEqual(
    left.sort(),
    [basename(dirname(mine.folder)), '.bengal-cache-staging-committed', '.bengal-cache-staging-link'].sort(),
  );
  mine.remove();
});

test('a copy of a folder of ours that came with a repository is not ours', async () => {
  await using site = await oldSite();
  spawnSync(process.execPath, [KILLED, site.path, '3'], { encoding: 'utf8' });
  const [name = ''] = readdirSync(site.path).filter((entry) => entry.startsWith('.bengal-cache-staging-'));
  await rename(join(site.path, name), join(site.path, 'ours'));
  await cp(join(site.path, 'ours'), join(site.path, name), { recursive: true });
  openStaging(site.path).remove();
  assert.equal(existsSync(join(site.path, name, 'owner')), true);
});

const JOURNALS: readonly (readonly [what: string, journal: string])[] = [
  ['that is no JSON', '{'],
  ['that is empty', ''],
  ['that would take the repository away', '{"roots":[{"path":".git","existed":false}]}'],
  [
    'that would take the sources away',
    '{"roots":[{"path":"content","existed":false},{"path":"public","existed":false}]}',
  ],
];
for (const [what, journal] of JOURNALS) {
  test(`a journal in a repository ${what} moves nothing, blocks nothing, and stays`, async () => {
    await using folder = await temporaryFolder();
    const site = join(folder.path, 'site');
    const files = { 'site/.git/HEAD': 'ref', 'site/public/file': 'old', 'site/content/a.md': 'x' };
    await writeTree(folder.path, { ...files, 'site/.bengal-cache-swap': journal });
    await utimes(join(site, '.bengal-cache-swap'), 1, 1);
    const staging = openStaging(site);
    await writeTree(staging.folder, { 'public/file': 'new' });
    swapTrees({ site, ...staging, roots: ['public'] as SitePath[] });
    staging.remove();
    const expected = { ...files, 'site/public/file': 'new', 'site/.bengal-cache-swap': journal };
    assert.deepEqual(await textsOf(folder.path), expected);
  });
}

test('half a swap that somebody has built upon is not taken back: what was built is newer than either tree', async () => {
  await using site = await oldSite();
  // Both trees of the state and of the output are swapped, and the third is not.
  assert.equal(spawnSync(process.execPath, [KILLED, site.path, '7'], { encoding: 'utf8' }).signal, 'SIGKILL');
  await setTimeout(20);
  await writeTree(site.path, { 'public/built': 'since' });
  openStaging(site.path).remove();
  assert.deepEqual(await textsOf(site.path), {
    '.bengal/file': 'new',
    'public/file': 'new',
    'public/built': 'since',
    other: 'other',
  });
});

test('a link that stands for a tree stays, and what it leads to is swapped, back too', async () => {
  for (const nth of [6, 99]) {
    await using folder = await temporaryFolder();
    const site = join(folder.path, 'site');
    await writeTree(folder.path, { '.git/HEAD': 'x', 'www/file': 'old', 'site/state/file': 'old' });
    await symlink('../www', join(site, 'public'));
    await symlink('state', join(site, '.bengal'));
    const before = await textsOf(folder.path);
    const { signal, stderr } = spawnSync(process.execPath, [KILLED, site, String(nth)], { encoding: 'utf8' });
    assert.equal(signal, nth === 99 ? null : 'SIGKILL', stderr);
    openStaging(site).remove();
    const news = { ...before, 'www/file': 'new', 'site/state/file': 'new', 'site/extra/file': 'new' };
    assert.deepEqual(await textsOf(folder.path), nth === 99 ? news : before);
    assert.deepEqual([readlinkSync(join(site, 'public')), readlinkSync(join(site, '.bengal'))], ['../www', 'state']);
  }
});

test('nothing is swapped where a link leads out of the checkout, and the link stays', async () => {
  for (const [link, target] of [
    ['public', '../outside'],
    ['link', '../outside'],
  ] as const) {
    await using folder = await temporaryFolder();
    const site = join(folder.path, 'site');
    await writeTree(folder.path, { 'outside/file': 'theirs', 'outside/work/file': 'theirs', 'site/x': 'x' });
    await symlink(target, join(site, link));
    const staging = openStaging(site);
    const root = link === 'link' ? 'link/work' : 'public';
    await writeTree(staging.folder, { [`${root}/file`]: 'new' });
    const roots = [root] as SitePath[];
    assert.throws(() => swapTrees({ site, ...staging, roots }), /in the site is a symbolic link that leads out of the/);
    staging.remove();
    assert.equal(await readFile(join(folder.path, 'outside/work/file'), 'utf8'), 'theirs');
    assert.equal(readlinkSync(join(site, link)), target);
  }
});
