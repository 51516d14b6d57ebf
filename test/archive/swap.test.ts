import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStaging } from '../../src/archive/staging.ts';
import { swapTrees } from '../../src/archive/swap.ts';
import type { SitePath } from '../../src/core/paths.ts';
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

for (let nth = 1; nth <= 6; nth++) {
  test(`whoever comes after a process that was killed before rename ${String(nth)} finds old trees or new ones, never both`, async () => {
    await using site = await oldSite();
    const before = await textsOf(site.path);
    const killed = spawnSync(process.execPath, [KILLED, site.path, String(nth)], { encoding: 'utf8' });
    const wasKilled = killed.signal === 'SIGKILL';
    assert.ok(wasKilled || killed.stdout === 'done\n', killed.stderr);
    assert.equal(wasKilled, nth <= 5, 'two trees have a predecessor, and one has none');
    openStaging(site.path).remove();
    const news = { '.bengal/file': 'new', 'extra/file': 'new', 'public/file': 'new', other: 'other' };
    assert.deepEqual(await textsOf(site.path), wasKilled ? before : news);
    assert.deepEqual(
      readdirSync(site.path).filter((name) => name.startsWith('.bengal-cache')),
      [],
    );
  });
}

test('two at a time are one too many: the second is told', async () => {
  await using site = await oldSite();
  const staging = openStaging(site.path);
  const journal = { owner: `${hostname()} ${String(process.pid)}`, folder: '', aside: '', roots: [] };
  const valid = { ...journal, folder: '.bengal-cache-staging-x/tree', aside: '.bengal-cache-staging-x/aside' };
  await writeFile(join(site.path, '.bengal-cache-swap'), JSON.stringify(valid));
  const busy = { message: 'another restore is under way in this site' };
  assert.throws(() => swapTrees({ site: site.path, ...staging, roots: ROOTS }), busy);
  assert.throws(() => openStaging(site.path), busy);
  staging.remove();
});

test('who ran elsewhere, or had this number long ago, blocks nobody for ever', async () => {
  await using site = await oldSite();
  const path = join(site.path, '.bengal-cache-swap');
  for (const owner of [`${hostname()} ${String(process.pid)}`, 'another-container 1']) {
    const staged = { folder: '.bengal-cache-staging-x/tree', aside: '.bengal-cache-staging-x/aside', roots: [] };
    await writeFile(path, JSON.stringify({ owner, ...staged }));
    assert.throws(() => openStaging(site.path), /another restore is under way/);
    const longAgo = Date.now() / 1000 - 3600;
    await utimes(path, longAgo, longAgo);
    openStaging(site.path).remove();
    assert.equal(existsSync(path), false);
  }
});

test('folders of processes that are gone are swept, those of others are not', async () => {
  await using site = await oldSite();
  const mine = openStaging(site.path);
  const gone = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).stdout.trim();
  await writeTree(site.path, {
    '.bengal-cache-staging-gone/owner': `${hostname()} ${gone}`,
    '.bengal-cache-staging-gone/tree/x': 'x',
    '.bengal-cache-staging-elsewhere/owner': 'another-machine 1',
    '.bengal-cache-staging-fresh/tree/x': 'made a moment ago, and not signed yet',
  });
  await symlink('/', join(site.path, '.bengal-cache-staging-link'));
  openStaging(site.path).remove();
  assert.equal(existsSync(join(site.path, '.bengal-cache-staging-gone')), false);
  assert.equal(existsSync(join(site.path, '.bengal-cache-staging-elsewhere')), true);
  assert.equal(existsSync(join(site.path, '.bengal-cache-staging-fresh')), true);
  assert.equal(existsSync(mine.folder), true);
});

const JOURNALS: readonly (readonly [what: string, journal: unknown])[] = [
  ['that is no JSON', '{'],
  ['that is no journal', []],
  ['that names a folder outside', { folder: '../outside/tree', aside: '../outside/aside' }],
  ['that names no staging folder', { folder: 'public/tree', aside: 'public/aside' }],
  ['that would take the repository away', { roots: [{ path: '.git', existed: false }] }],
  ['that would take something outside away', { roots: [{ path: '../outside', existed: false }] }],
];
for (const [what, journal] of JOURNALS) {
  test(`a journal in a repository ${what} moves nothing`, async () => {
    await using folder = await temporaryFolder();
    const site = join(folder.path, 'site');
    await writeTree(folder.path, { 'outside/0': 'theirs', 'site/.git/HEAD': 'ref', 'site/public/file': 'old' });
    const staging = '.bengal-cache-staging-x';
    const usual = { owner: `${hostname()} 0`, folder: `${staging}/tree`, aside: `${staging}/aside`, roots: [] };
    const text = typeof journal === 'string' ? journal : JSON.stringify({ ...usual, ...(journal as object) });
    await writeFile(join(site, '.bengal-cache-swap'), text);
    await utimes(join(site, '.bengal-cache-swap'), 1, 1);
    openStaging(site).remove();
    assert.deepEqual(await textsOf(folder.path), {
      'outside/0': 'theirs',
      'site/.git/HEAD': 'ref',
      'site/public/file': 'old',
    });
  });
}

test('a journal in a repository cannot reach through a link', async () => {
  await using folder = await temporaryFolder();
  const site = join(folder.path, 'site');
  await writeTree(folder.path, { 'outside/aside/0': 'theirs', 'outside/file': 'theirs', 'site/public/file': 'old' });
  await symlink('../outside', join(site, '.bengal-cache-staging-x'));
  await symlink('../outside', join(site, 'build'));
  const roots = [
    { path: 'public', existed: true },
    { path: 'build/file', existed: false },
  ];
  const staging = '.bengal-cache-staging-x';
  const journal = { owner: 'x 0', folder: `${staging}/tree`, aside: `${staging}/aside`, roots };
  await writeFile(join(site, '.bengal-cache-swap'), JSON.stringify(journal));
  await utimes(join(site, '.bengal-cache-swap'), 1, 1);
  openStaging(site).remove();
  assert.equal(await readFile(join(folder.path, 'outside/aside/0'), 'utf8'), 'theirs');
  assert.equal(await readFile(join(folder.path, 'outside/file'), 'utf8'), 'theirs');
  assert.equal(await readFile(join(site, 'public/file'), 'utf8'), 'old');
});

test('a journal that came with a repository touches nothing that its author wrote', async () => {
  await using site = await oldSite();
  await writeTree(site.path, { 'content/lamps/oil.md': 'oil', '.bengal-cache-staging-x/tree/.keep': '' });
  await mkdir(join(site.path, '.bengal-cache-staging-x/aside'));
  const [folder, aside] = ['.bengal-cache-staging-x/tree', '.bengal-cache-staging-x/aside'];
  const roots = ['content/lamps', 'templates', 'content'].map((path) => ({ path, existed: false }));
  const journal = join(site.path, '.bengal-cache-swap');
  await writeFile(journal, JSON.stringify({ owner: 'x', folder, aside, roots }));
  const yesterday = Date.now() / 1000 - 86_400;
  await utimes(journal, yesterday, yesterday);
  openStaging(site.path).remove();
  assert.equal(await readFile(join(site.path, 'content/lamps/oil.md'), 'utf8'), 'oil');
  assert.equal(existsSync(journal), false);
});
