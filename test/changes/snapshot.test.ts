import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BengalState } from '../../src/bengal/state.ts';
import { readBuiltTree, type BuiltTree } from '../../src/changes/snapshot.ts';
import { readSourceTree } from '../../src/changes/source-tree.ts';
import { sha256 } from '../../src/core/digest.ts';
import { bengalState, recordedFile, recordedPage } from '../support/recorded.ts';
import { LAYOUT, siteRig, type SiteRig } from '../support/site-rig.ts';

const BEGAN = 1_700_000_000;
const SOURCE = '---\ntitle: A\n---\nBody\n';

/** A site of two pages, built after `BEGAN`. */
async function builtSite(): Promise<SiteRig> {
  const rig = await siteRig({
    'content/a.md': SOURCE,
    'content/b.md': SOURCE,
    'public/a/index.html': 'a',
    'public/b/index.html': 'b',
    'public/sitemap.xml': 's',
  });
  for (const path of ['a/index.html', 'b/index.html']) await builtAt(rig, path, BEGAN + 5);
  return rig;
}

async function builtAt(rig: SiteRig, path: string, seconds: number): Promise<void> {
  await utimes(join(rig.path, 'public', path), seconds, seconds);
}

function state(overrides: Partial<BengalState> = {}): BengalState {
  const pages = ['a', 'b'].map((name) => recordedPage({ key: `content/${name}.md` }));
  const files = new Map(pages.map(({ key }) => [key, recordedFile(key, SOURCE)]));
  return bengalState(pages, { files, lastBuildNs: BigInt(BEGAN) * 10n ** 9n, ...overrides });
}

function snapshot(rig: SiteRig, of: BengalState = state()): BuiltTree {
  const tree = readSourceTree({ site: rig.path, layout: LAYOUT, documented: [], variables: process.env });
  return readBuiltTree({ site: rig.path, layout: LAYOUT, state: of, tree, perPage: 10 });
}

test('a build that wrote every page is complete, and every source and output is recorded', async () => {
  await using rig = await builtSite();
  const tree = snapshot(rig);
  assert.equal(tree.complete, true);
  assert.deepEqual([...tree.sources.keys()], ['content/a.md', 'content/b.md']);
  assert.deepEqual([...tree.outputs.keys()], ['a/index.html', 'b/index.html', 'sitemap.xml']);
  assert.equal(tree.sources.get('content/a.md')?.sha256, sha256(SOURCE));
  assert.equal(tree.outputs.get('sitemap.xml')?.sha256, sha256('s'));
});

test('a page written before the build began makes it partial', async () => {
  await using rig = await builtSite();
  await builtAt(rig, 'b/index.html', BEGAN - 1);
  assert.equal(snapshot(rig).complete, false);
  await builtAt(rig, 'b/index.html', BEGAN);
  assert.equal(snapshot(rig).complete, true);
});

test('a page that was not written, a state without time and a state without pages are partial', async () => {
  await using rig = await builtSite();
  assert.equal(snapshot(rig, state({ lastBuildNs: undefined })).complete, false);
  assert.equal(snapshot(rig, state({ pages: new Map() })).complete, false);
  await rig.remove('public/b');
  assert.equal(snapshot(rig).complete, false);
});

test('a source edited after the build read it is left out, and named', async () => {
  await using rig = await builtSite();
  await rig.write('content/b.md', `${SOURCE}edited`);
  const tree = snapshot(rig);
  assert.deepEqual(tree.editedSince, ['content/b.md']);
  assert.deepEqual([...tree.sources.keys()], ['content/a.md']);
  assert.equal(tree.complete, false);
});

test('a page that came after the build is left out, and one that Bengal passed over long before is not', async () => {
  await using rig = await builtSite();
  await rig.write('content/new.md', SOURCE);
  await rig.write('content/old.md', SOURCE);
  await utimes(join(rig.path, 'content/old.md'), BEGAN - 5, BEGAN - 5);
  const tree = snapshot(rig);
  assert.deepEqual([tree.editedSince, tree.complete], [['content/new.md'], false]);
  assert.deepEqual([...tree.sources.keys()], ['content/a.md', 'content/b.md', 'content/old.md']);
});

test('a page that went after the build wrote it makes it partial; one whose output is gone too went before', async () => {
  await using rig = await builtSite();
  await rig.remove('content/b.md');
  assert.deepEqual([snapshot(rig).editedSince, snapshot(rig).complete], [['content/b.md'], false]);
  await rig.remove('public/b');
  assert.deepEqual(snapshot(rig).editedSince, []);
});

test('a page that was gone before the build does not make it partial, and what it left is not recorded', async () => {
  await using rig = await builtSite();
  const gone = recordedPage({ key: 'content/gone.md' });
  const known = state();
  const withGone = { ...known, pages: new Map([...known.pages, [gone.key, gone]]) };
  const tree = snapshot(rig, withGone);
  assert.deepEqual([tree.complete, [...tree.vanished]], [true, [gone.key]]);
  await rig.write('public/gone/index.html', 'left');
  await builtAt(rig, 'gone/index.html', BEGAN - 1);
  assert.deepEqual([...snapshot(rig, withGone).outputs.keys()], ['a/index.html', 'b/index.html', 'sitemap.xml']);
  await builtAt(rig, 'gone/index.html', BEGAN);
  assert.ok(snapshot(rig, withGone).outputs.has('gone/index.html'), 'the last build wrote it: it went afterwards');
});
