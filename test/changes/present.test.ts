import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPresentTree, type PresentTree } from '../../src/changes/present.ts';
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

test('symbolic links are not followed but named: Bengal follows them', async () => {
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
  await rig.write('../src/module.py', 'x');
  await rig.write('../src/new.py', 'x');
  assert.deepEqual([...look(rig, recorded).sources.keys()].sort(), ['src/module.py', 'src/new.py']);
});
