import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, truncateSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { OUTSIDE_LIMITS, type BudgetLimits } from '../../src/changes/budget.ts';
import { readPresentTree, type PresentTree } from '../../src/changes/read-tree.ts';
import { walkFiles } from '../../src/changes/walk-files.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { RecordedFile } from '../../src/bengal/recorded-file.ts';
import { recordedFile } from '../support/recorded.ts';
import { LAYOUT, siteRig, type SiteRig } from '../support/site-rig.ts';

function look(rig: SiteRig, recorded: readonly RecordedFile[] = [], alsoLookAt: readonly string[] = []): PresentTree {
  return readPresentTree({ site: rig.path, layout: LAYOUT, recorded, alsoLookAt });
}

test('the source folders are read to the bottom, and nothing else', async () => {
  await using rig = await siteRig({
    'content/a/b/c.md': 'x',
    'templates/a.html': 'x',
    'config/_default/site.yaml': 'x',
    'content/.git/HEAD': 'x',
    '.bengal/cache.json': 'x',
    'public/index.html': 'x',
    'readme.md': 'x',
  });
  assert.deepEqual([...look(rig).sources.keys()].sort(), [
    'config/_default/site.yaml',
    'content/a/b/c.md',
    'templates/a.html',
  ]);
});

test('packages that somebody keeps among the assets are assets; the tools of a theme are not', async () => {
  await using rig = await siteRig({
    'assets/node_modules/x/a.css': 'x',
    'themes/mine/node_modules/x/a.js': 'x',
    'themes/mine/theme.yaml': 'x',
  });
  assert.deepEqual([...look(rig).sources.keys()].sort(), ['assets/node_modules/x/a.css', 'themes/mine/theme.yaml']);
});

test('an output directory within a source folder is no source', async () => {
  await using rig = await siteRig({ 'static/out/a.html': 'x', 'static/a': 'x' });
  const layout = { ...LAYOUT, outputDir: 'static/out' as never };
  assert.deepEqual(
    [...readPresentTree({ site: rig.path, layout, recorded: [], alsoLookAt: [] }).sources.keys()],
    ['static/a'],
  );
});

test('files that the state or the manifest names are looked at wherever they are in the site', async () => {
  await using rig = await siteRig({ 'src/module.py': 'x', 'other.txt': 'y' });
  const { sources } = look(rig, [recordedFile('src/module.py', 'x'), recordedFile('gone.py', 'x')], ['other.txt']);
  assert.deepEqual([...sources.keys()].sort(), ['other.txt', 'src/module.py']);
  assert.equal(sources.get('other.txt')?.sha256, sha256('y'));
});

test('a source of API documentation may lie beside the site', async () => {
  await using rig = await siteRig();
  await rig.write('../src/module.py', 'x');
  assert.deepEqual(
    [...look(rig, [recordedFile('src/module.py', 'x', { autodoc: true })]).sources.keys()],
    ['src/module.py'],
  );
  assert.deepEqual([...look(rig, [recordedFile('src/module.py', 'x')]).sources.keys()], []);
});

test('symbolic links that lead out of the checkout, or nowhere, are not followed but named', async () => {
  await using rig = await siteRig({ 'content/a.md': 'x' });
  await rig.write('../shared/b.md', 'x');
  await rig.link('content/shared', join(rig.path, '..', 'shared'));
  await rig.link('content/c.md', join(rig.path, '..', 'shared', 'b.md'));
  await rig.link('data', join(rig.path, '..', 'shared'));
  await rig.link('content/broken', 'nowhere');
  const tree = look(rig);
  assert.deepEqual([...tree.sources.keys()], ['content/a.md']);
  assert.deepEqual([...tree.links].sort(), ['content/broken', 'content/c.md', 'content/shared', 'data']);
});

test('files outside are read where they were recorded, and undefined where they are not', async () => {
  await using rig = await siteRig({ 'beside.html': 'x' });
  const here = join(rig.path, 'beside.html');
  const outside = (recorded: string): RecordedFile => recordedFile('x', 'x', { ref: { where: 'elsewhere', recorded } });
  const { external } = look(rig, [outside(here), outside('/no/such/file'), outside('../x')]);
  assert.equal(external.get(here)?.sha256, sha256('x'));
  assert.deepEqual([...external.keys()], [here, '/no/such/file', '../x']);
  assert.deepEqual([external.get('/no/such/file'), external.get('../x')], [undefined, undefined]);
});

test('a walk yields regular files in code-unit order, and nothing where there is nothing', async () => {
  await using rig = await siteRig({ 'w/b': '', 'w/a/z': '', 'w/a.x': '', 'w/B': '', 'w/é': '' });
  await mkdir(join(rig.path, 'w', 'empty'));
  assert.deepEqual(walkFiles(rig.path, 'w'), ['w/B', 'w/a.x', 'w/a/z', 'w/b', 'w/é']);
  assert.deepEqual(walkFiles(rig.path, 'none'), []);
  assert.deepEqual(walkFiles(rig.path, 'w/b'), []);
});

test('a new module beside those that API documentation was made from is seen, in the site and beside it', async () => {
  await using rig = await siteRig({ 'src/module.py': 'x', 'src/deep/new.py': 'x', 'src/data.json': 'x' });
  const recorded = [recordedFile('src/module.py', 'x', { autodoc: true })];
  assert.deepEqual([...look(rig, recorded).sources.keys()].sort(), ['src/deep/new.py', 'src/module.py']);
  await rig.remove('src');
  await rig.write('../.git/HEAD', 'ref');
  await rig.write('../src/module.py', 'x');
  await rig.write('../src/new.py', 'x');
  assert.deepEqual([...look(rig, recorded).sources.keys()].sort(), ['src/module.py', 'src/new.py']);
});

test('of folders outside of the checkout nothing is listed, and nobody can tell what came to them', async () => {
  await using rig = await siteRig();
  await using elsewhere = await siteRig({ 'lib/own.py': 'x', 'lib/deep/new.py': 'x' });
  const own = join(elsewhere.path, 'lib/own.py');
  const recorded = [recordedFile(own, 'x', { autodoc: true, ref: { where: 'elsewhere', recorded: own } })];
  const { external, unlisted } = look(rig, recorded);
  assert.deepEqual([...external.keys()], [own]);
  assert.deepEqual(unlisted, [join(elsewhere.path, 'lib')]);
  // Beside the site, where that is outside.
  await rig.write('../src/module.py', 'x');
  await rig.write('../src/new.py', 'x');
  const beside = look(rig, [recordedFile('src/module.py', 'x', { autodoc: true })]);
  assert.deepEqual([[...beside.sources.keys()], beside.unlisted], [['src/module.py'], ['src']]);
});

test('what a state names is looked at within bounds of number, bytes and time', async () => {
  await using rig = await siteRig();
  await using elsewhere = await siteRig({ 'a.py': 'x'.repeat(100), 'b.py': 'x', 'c.py': 'x' });
  const recorded = ['a', 'b', 'c'].map((name) => {
    const path = join(elsewhere.path, `${name}.py`);
    return recordedFile(path, 'x', { ref: { where: 'elsewhere', recorded: path } });
  });
  const read = (limits: Partial<BudgetLimits>): number => {
    const bounds = { ...OUTSIDE_LIMITS, ...limits };
    const tree = readPresentTree({ site: rig.path, layout: LAYOUT, recorded, alsoLookAt: [], limits: bounds });
    return [...tree.external.values()].filter((file) => file !== undefined).length;
  };
  assert.deepEqual([read({}), read({ files: 2 }), read({ bytes: 99 }), read({ milliseconds: -1 })], [3, 2, 0, 0]);
});

test('a folder with more modules than anybody documents is a doubt', async () => {
  await using rig = await siteRig(
    Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`src/m${String(at)}.py`, 'x'])),
  );
  const recorded = [recordedFile('src/m1.py', 'x', { autodoc: true })];
  const limits = { ...OUTSIDE_LIMITS, files: 20 };
  const tree = readPresentTree({ site: rig.path, layout: LAYOUT, recorded, alsoLookAt: [], limits });
  assert.deepEqual(tree.unlisted, ['src']);
});

const LINKS: readonly (readonly [what: string, link: string, target: string, expected: readonly string[]])[] = [
  ['a file', 'content/b.md', '../shared/b.md', ['content/b.md']],
  ['a folder', 'content/shared', '../shared', ['content/shared/b.md', 'content/shared/deep/c.md']],
  ['a whole source folder', 'data', 'shared', ['data/b.md', 'data/deep/c.md']],
  ['a link to a link', 'content/twice.md', '../again.md', ['content/twice.md']],
];
for (const [what, link, target, expected] of LINKS) {
  test(`a link within the checkout to ${what} is followed: its target is a source under the name of the link`, async () => {
    await using rig = await siteRig({ 'content/a.md': 'x', 'shared/b.md': 'b', 'shared/deep/c.md': 'c' });
    await rig.link('again.md', 'shared/b.md');
    await rig.link(link, target);
    const { sources, links, unreadable } = look(rig);
    assert.deepEqual([...sources.keys()].sort(), ['content/a.md', ...expected].sort());
    assert.deepEqual([links, [...unreadable]], [[], []]);
    assert.equal(sources.get(expected[0] ?? '')?.sha256, sha256('b'));
  });
}

test('links in circles are named, and end', async () => {
  await using rig = await siteRig({ 'content/a/b.md': 'x', 'public/c.md': 'x' });
  await rig.link('content/a/self', 'self');
  await rig.link('content/a/up', '..');
  await rig.link('content/site', '..');
  await rig.link('content/out', '../public');
  await rig.link('content/side', 'a');
  const { sources, links } = look(rig);
  assert.deepEqual([...sources.keys()].sort(), ['content/a/b.md', 'content/side/b.md']);
  const circles = [
    'content/a/self',
    'content/a/up',
    'content/out',
    'content/side/self',
    'content/side/up',
    'content/site',
  ];
  assert.deepEqual([...links].sort(), circles);
});

test('a new module is seen where documentation was made from files elsewhere in the checkout', async () => {
  await using rig = await siteRig();
  await rig.write('../.git/HEAD', 'ref');
  await using elsewhere = await siteRig({
    'lib/own.py': 'x',
    'lib/deep/new.py': 'x',
    'lib/data.json': 'x',
    'lib/.venv/other.py': 'x',
    'lib/node_modules/a.py': 'x',
  });
  await elsewhere.link('lib/round', join(elsewhere.path, 'lib'));
  const lib = join(rig.path, '..', 'other/lib');
  cpSync(join(elsewhere.path, 'lib'), lib, { recursive: true, verbatimSymlinks: true });
  const own = join(lib, 'own.py');
  const recorded = (autodoc: boolean): RecordedFile =>
    recordedFile(own, 'x', { autodoc, ref: { where: 'elsewhere', recorded: own } });
  assert.deepEqual([...look(rig, [recorded(true)]).external.keys()], [own, join(lib, 'deep/new.py')]);
  assert.deepEqual([...look(rig, [recorded(false)]).external.keys()], [own]);
});

const outside = (recorded: string): RecordedFile => recordedFile('x', 'x', { ref: { where: 'elsewhere', recorded } });

test('a file of the system that the state names is never read, whatever way leads there', async () => {
  await using rig = await siteRig({ 'content/a.md': 'x' });
  await rig.link('system', '/proc');
  await rig.link('content/system', '/proc');
  const names = ['/proc/self/mem', '/proc/kcore', '/sys/kernel/notes', join(rig.path, 'system/self/mem')];
  const inSite = ['system/self/mem', 'content/system/self/environ'];
  const { external, sources, unreadable } = look(rig, [
    ...names.map(outside),
    ...inSite.map((path) => recordedFile(path, 'x')),
  ]);
  assert.deepEqual([...external.values()], [undefined, undefined, undefined, undefined]);
  assert.deepEqual([...sources.keys()], ['content/a.md']);
  // Elsewhere than on Linux nothing is there.
  if (process.platform === 'linux') assert.deepEqual([...unreadable].sort(), [...inSite].sort());
});

test('a file of any size is hashed in pieces, and a text that nobody can have written is unreadable', async () => {
  await using rig = await siteRig({ 'content/v.mp4': '', 'content/a.md': '', 'templates/a.html': '', 'data/huge': '' });
  const grow = (path: string, bytes: number): void => {
    truncateSync(join(rig.path, path), bytes);
  };
  grow('content/v.mp4', 5_000_000);
  grow('content/a.md', 3 * 1024 ** 3);
  grow('templates/a.html', 3 * 1024 ** 3);
  grow('data/huge', 17 * 1024 ** 3);
  const { sources, unreadable } = look(rig);
  assert.equal(sources.get('content/v.mp4')?.sha256, sha256(new Uint8Array(5_000_000)));
  assert.deepEqual([...sources.keys()], ['content/v.mp4']);
  assert.deepEqual([...unreadable].sort(), ['content/a.md', 'data/huge', 'templates/a.html']);
  assert.equal(look(rig, [outside(join(rig.path, 'data/huge'))]).external.size, 1);
});

test('what stands where a file was and is none is unreadable; a folder there means that the file is gone', async (t) => {
  if (process.platform === 'win32') {
    t.skip('needs named pipes');
    return;
  }
  await using rig = await siteRig({ 'src/folder.py/x': 'x', 'src/x.py': 'x' });
  assert.equal(spawnSync('mkfifo', [join(rig.path, 'src/pipe.py')]).status, 0);
  await rig.link('src/link.py', 'x.py');
  const names = ['src/folder.py', 'src/pipe.py', 'src/link.py', 'src/x.py', `src/${'n'.repeat(5000)}`];
  const { sources, unreadable } = look(
    rig,
    names.map((path) => recordedFile(path, 'x')),
  );
  assert.deepEqual([...sources.keys()], ['src/link.py', 'src/x.py']);
  assert.deepEqual([...unreadable].sort(), [names.at(-1), 'src/pipe.py']);
});

test('a folder with a name like that of ours is a folder of sources', async () => {
  await using rig = await siteRig({
    'templates/.bengal-cache-x/a.html': 'x',
    'content/.bengal-cache-staging-x/b.md': 'x',
  });
  await rig.write('.bengal-cache-staging-x/tree/a.md', 'x');
  assert.deepEqual(walkFiles(rig.path, ''), [
    'content/.bengal-cache-staging-x/b.md',
    'templates/.bengal-cache-x/a.html',
  ]);
});
