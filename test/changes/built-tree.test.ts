import assert from 'node:assert/strict';
import { rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { BengalState } from '../../src/bengal/state.ts';
import type { SiteLayout } from '../../src/changes/layout.ts';
import { readBuiltTree, type BuiltTree } from '../../src/changes/built-tree.ts';
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

function snapshot(rig: SiteRig, of: BengalState = state(), layout: SiteLayout = LAYOUT): BuiltTree {
  const tree = readSourceTree({ site: rig.path, layout, documented: [], variables: process.env });
  return readBuiltTree({ site: rig.path, layout, state: of, tree, perPage: 10 });
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

test('a state without time and one without pages are partial', async () => {
  await using rig = await builtSite();
  assert.equal(snapshot(rig, state({ lastBuildNs: undefined })).complete, false);
  assert.equal(snapshot(rig, state({ pages: new Map() })).complete, false);
});

test('a page that was not written, and one of an earlier build, are told apart from what the build wrote', async () => {
  await using rig = await builtSite();
  assert.deepEqual([...snapshot(rig).unwritten], []);
  await rig.remove('public/b');
  await builtAt(rig, 'a/index.html', BEGAN - 1);
  const { unwritten, written } = snapshot(rig);
  assert.deepEqual(
    [...unwritten],
    [
      ['content/a.md', 'older'],
      ['content/b.md', 'absent'],
    ],
  );
  assert.deepEqual([...written], []);
});

test('a source edited after the build read it is left out, and named', async () => {
  await using rig = await builtSite();
  await rig.write('content/b.md', `${SOURCE}edited`);
  const tree = snapshot(rig);
  assert.deepEqual(tree.editedSince, ['content/b.md']);
  assert.deepEqual([...tree.sources.keys()], ['content/a.md']);
  assert.equal(tree.complete, false);
});

/** A build that begins only when the site is complete, so that nothing in it came since. */
async function beginNow(rig: SiteRig): Promise<bigint> {
  const beginsMs = Date.now() + 5;
  // The clock of a disk can be some milliseconds late.
  while (Date.now() <= beginsMs + 50) await setTimeout(5);
  for (const path of ['a/index.html', 'b/index.html']) await builtAt(rig, path, beginsMs / 1000 + 60);
  return BigInt(beginsMs) * 1_000_000n;
}

const UNKNOWN = ['content/new.md', 'data/new.yaml', 'templates/new.html', 'i18n/new.yaml', 'themes/own/theme.toml'];

test('what was there before the build, and what Bengal keeps no digest of, is recorded', async () => {
  await using rig = await builtSite();
  for (const path of UNKNOWN) await rig.write(path, SOURCE);
  const tree = snapshot(rig, state({ lastBuildNs: await beginNow(rig) }));
  assert.deepEqual([tree.editedSince, tree.complete], [[], true]);
  assert.deepEqual([...tree.sources.keys()].sort(), ['content/a.md', 'content/b.md', ...UNKNOWN].sort());
});

for (const path of UNKNOWN) {
  test(`${path} that came or changed after the build began is left out, though its time was set back`, async () => {
    await using rig = await builtSite();
    const lastBuildNs = await beginNow(rig);
    await rig.write(path, SOURCE);
    await utimes(join(rig.path, path), BEGAN - 5, BEGAN - 5);
    const tree = snapshot(rig, state({ lastBuildNs }));
    assert.deepEqual([tree.editedSince, tree.complete], [[path], false]);
    assert.deepEqual([...tree.sources.keys()], ['content/a.md', 'content/b.md']);
  });
}

test('configuration that was edited after the build began is named', async () => {
  await using rig = await builtSite();
  await rig.write('bengal.toml', 'title = "A"');
  const before = await beginNow(rig);
  const layout = { ...LAYOUT, configFiles: ['bengal.toml'] };
  const edited = (lastBuildNs: bigint): readonly string[] => snapshot(rig, state({ lastBuildNs }), layout).editedSince;
  assert.deepEqual(edited(before), []);
  await rig.write('bengal.toml', 'title = "B"');
  assert.deepEqual(edited(before), ['bengal.toml']);
});

test('in a tree that was laid out after the build, times say nothing of what has no digest', async () => {
  await using rig = await builtSite();
  await rig.write('i18n/de.yaml', SOURCE);
  await rig.write('bengal.toml', 'title = "A"');
  const tree = snapshot(rig, state(), { ...LAYOUT, configFiles: ['bengal.toml'] });
  assert.deepEqual([tree.editedSince, tree.complete], [[], true]);
});

test('pages in a folder that was moved into the content after the build began are left out', async () => {
  await using rig = await builtSite();
  await rig.write('aside/new.md', SOURCE);
  const lastBuildNs = await beginNow(rig);
  await rename(join(rig.path, 'aside'), join(rig.path, 'content/aside'));
  assert.deepEqual(snapshot(rig, state({ lastBuildNs })).editedSince, ['content/aside/new.md']);
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
