import assert from 'node:assert/strict';
import { existsSync, readlinkSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SitePath } from '../../src/core/paths.ts';
import { discardOutput, restoreOutput, setAsideOutput, type OutputTree } from '../../src/output/set-aside.ts';
import { readTree } from '../archive/tree.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const PUBLIC = 'public' as SitePath;
const NONE: ReadonlySet<string> = new Set();

function outputOf(rig: SiteRig, given: Partial<OutputTree> = {}): OutputTree {
  return { site: rig.path, outputDir: PUBLIC, recorded: [], sources: ['content'], authored: NONE, ...given };
}

const asideOf = (rig: SiteRig): string => join(rig.path, '.bengal-cache', 'previous');

test('recorded outputs go, then the folders that this left empty, and nothing else', async () => {
  await using rig = await siteRig({ 'public/a/b/index.html': 'x', 'public/a/own.txt': 'x', 'content/a.md': 'x' });
  await mkdir(join(rig.path, 'public/was-empty'));
  const outcome = setAsideOutput(outputOf(rig, { recorded: ['a/b/index.html', 'gone.html'] }), { kind: 'removed' });
  assert.deepEqual(outcome, { kind: 'done', files: 1, left: ['a/own.txt'] });
  assert.deepEqual(Object.keys(await readTree(rig.path)), ['content/a.md', 'public/a/own.txt']);
  assert.equal(existsSync(join(rig.path, 'public/was-empty')), true);
  assert.equal(existsSync(join(rig.path, 'public/a/b')), false);
});

test('an output of which nothing is left goes with its folder', async () => {
  await using rig = await siteRig({ 'public/a/b.html': 'x', 'public/c.html': 'x' });
  setAsideOutput(outputOf(rig, { recorded: ['a/b.html', 'c.html'] }), { kind: 'removed' });
  assert.equal(existsSync(join(rig.path, 'public')), false);
});

const OVERLAPS: readonly (readonly [what: string, output: string, sources: readonly string[], link?: string])[] = [
  ['sources lie in the output folder', 'docs', ['docs/src']],
  ['the output folder is the source folder', 'src', ['src']],
  ['a file of the configuration lies in it', 'docs', ['docs/bengal.toml']],
  ['it is a link to a source folder', 'out', ['elsewhere'], 'elsewhere'],
  ['it is a link to a folder that holds the sources', 'out', ['elsewhere/src'], 'elsewhere'],
];
for (const [what, output, sources, link] of OVERLAPS) {
  test(`refused, and nothing is touched, where ${what}`, async () => {
    const files = Object.fromEntries(sources.map((path) => [path.includes('.') ? path : `${path}/a.md`, 'x']));
    await using rig = await siteRig(files);
    if (link !== undefined) await rig.link(output, link);
    const before = await readTree(rig.path);
    const recorded = ['a.md', 'src/a.md', 'bengal.toml'];
    for (const destination of [{ kind: 'removed' }, { kind: 'kept', folder: asideOf(rig) }] as const) {
      const outcome = setAsideOutput(outputOf(rig, { outputDir: output as SitePath, recorded, sources }), destination);
      assert.equal(outcome.kind, 'refused', JSON.stringify(outcome));
    }
    assert.deepEqual(await readTree(rig.path), before);
  });
}

test('a link that stands for the output stays, and what it leads to is set aside and put back', async () => {
  await using rig = await siteRig({ 'www/a/b.html': 'x' });
  await rig.link('public', 'www');
  const before = await readTree(rig.path);
  const recorded = ['a/b.html'];
  assert.equal(setAsideOutput(outputOf(rig, { recorded }), { kind: 'kept', folder: asideOf(rig) }).kind, 'done');
  assert.equal(readlinkSync(join(rig.path, 'public')), 'www');
  assert.equal(existsSync(join(rig.path, 'www/a')), false);
  assert.equal(existsSync(join(rig.path, 'www')), true, 'a build makes no folder behind a link that leads nowhere');
  restoreOutput({ site: rig.path, outputDir: PUBLIC, folder: asideOf(rig), recorded });
  assert.deepEqual(await readTree(rig.path), before);
});

test('no link in the output is followed, and none is removed', async () => {
  await using rig = await siteRig({ 'content/a.md': 'x', 'public/b.html': 'x' });
  await rig.link('public/content', '../content');
  await rig.link('public/c.html', '../content/a.md');
  const recorded = ['content/a.md', 'c.html', 'b.html'];
  const outcome = setAsideOutput(outputOf(rig, { recorded, sources: ['data'] }), { kind: 'removed' });
  assert.deepEqual(outcome, { kind: 'done', files: 1, left: ['c.html', 'content'] });
  assert.equal(await rig.read('content/a.md'), 'x');
});

test('where the disk refuses in the middle, what was set aside comes back', async () => {
  await using rig = await siteRig({ 'public/a.html': 'x', 'public/b/c.html': 'x' });
  // A file stands where a folder has to be made.
  await rig.write('.bengal-cache/previous/b', 'x');
  const outcome = setAsideOutput(outputOf(rig, { recorded: ['a.html', 'b/c.html'] }), {
    kind: 'kept',
    folder: asideOf(rig),
  });
  assert.equal(outcome.kind, 'failed');
  assert.deepEqual([await rig.read('public/a.html'), await rig.read('public/b/c.html')], ['x', 'x']);
});

test('what a build has written by now is not overwritten, and what nobody recorded does not come back', async () => {
  await using rig = await siteRig({ 'public/a.html': 'new', '.bengal-cache/previous/a.html': 'old' });
  await rig.write('.bengal-cache/previous/b.html', 'old');
  await rig.write('.bengal-cache/previous/c.html', 'old');
  const recorded = ['a.html', 'b.html'];
  const outcome = restoreOutput({ site: rig.path, outputDir: PUBLIC, folder: asideOf(rig), recorded });
  assert.deepEqual(outcome, { kind: 'done', files: 1, left: 2 });
  assert.deepEqual([await rig.read('public/a.html'), await rig.read('public/b.html')], ['new', 'old']);
  assert.equal(existsSync(join(rig.path, 'public/c.html')), false);
  assert.equal(discardOutput(asideOf(rig)), true);
});

test('folders that a process made before it was killed go with what is cleared away', async () => {
  await using rig = await siteRig({ '.bengal-cache/previous/a/b.html': 'old' });
  await mkdir(join(rig.path, '.bengal-cache/previous/a/c/d'), { recursive: true });
  assert.equal(discardOutput(asideOf(rig)), true);
});

const NAMES = fc
  .array(fc.constantFrom('a', 'b', 'c.html'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));

/** Names of which none is a folder of another. */
const FILES = fc
  .uniqueArray(NAMES, { maxLength: 8 })
  .map((paths) => paths.filter((path) => !paths.some((other) => other !== path && other.startsWith(`${path}/`))));

interface Situation {
  readonly outputs: readonly string[];
  readonly sources: readonly string[];
  readonly recorded: readonly string[];
  readonly authored: readonly string[];
  readonly links: readonly string[];
}

const SITUATIONS: fc.Arbitrary<Situation> = fc.record({
  outputs: FILES,
  sources: FILES,
  recorded: fc.array(NAMES),
  authored: fc.array(NAMES, { maxLength: 2 }),
  links: fc.array(fc.constantFrom('l1', 'l2', 'a/l3'), { maxLength: 2 }),
});

async function rigOf({ outputs, sources, links }: Situation): Promise<SiteRig> {
  const files = [...outputs.map((path) => `public/${path}`), ...sources.map((path) => `content/${path}`)];
  const rig = await siteRig(Object.fromEntries(files.map((path) => [path, `bytes of ${path}`])));
  await mkdir(join(rig.path, 'public/a'), { recursive: true }).catch(() => undefined);
  await mkdir(join(rig.path, 'content'), { recursive: true });
  for (const link of new Set(links)) {
    try {
      symlinkSync(join(rig.path, 'content'), join(rig.path, 'public', link));
    } catch {
      // A file stands in its way, in this situation.
    }
  }
  return rig;
}

test('law: what is not recorded, or authored, or a source, or behind a link, is as it was; all else is gone', async () => {
  await fc.assert(
    fc.asyncProperty(SITUATIONS, async (situation) => {
      await using rig = await rigOf(situation);
      const before = await readTree(rig.path);
      const { recorded } = situation;
      const authored = new Set(situation.authored);
      // Through links, too.
      const named = [...recorded, ...recorded.map((path) => `l1/${path}`)];
      const outcome = setAsideOutput(outputOf(rig, { recorded: named, authored }), { kind: 'removed' });
      assert.equal(outcome.kind, 'done');
      const goes = (path: string): boolean =>
        path.startsWith('public/') &&
        recorded.includes(path.slice('public/'.length)) &&
        !authored.has(path.slice('public/'.length)) &&
        before[path] !== 'not a regular file';
      const expected = Object.fromEntries(Object.entries(before).filter(([path]) => !goes(path)));
      assert.deepEqual(await readTree(rig.path), expected);
    }),
    { numRuns: 150 },
  );
});

test('law: set aside and put back is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(SITUATIONS, async (situation) => {
      await using rig = await rigOf(situation);
      const before = await readTree(rig.path);
      const { recorded } = situation;
      const folder = asideOf(rig);
      const outcome = setAsideOutput(outputOf(rig, { recorded }), { kind: 'kept', folder });
      assert.equal(outcome.kind, 'done');
      const after = await readTree(rig.path);
      assert.deepEqual(Object.values(after).sort(), Object.values(before).sort(), 'no byte is lost in between');
      const back = restoreOutput({ site: rig.path, outputDir: PUBLIC, folder, recorded });
      assert.ok(back.kind === 'done' && back.left === 0);
      assert.deepEqual(await readTree(rig.path), before);
      assert.equal(existsSync(folder), false);
    }),
    { numRuns: 150 },
  );
});
