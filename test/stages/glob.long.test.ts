import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFiles } from '../../src/stages/find-files.ts';
import { openGlob } from '../../src/stages/glob.ts';
import { parsePatterns, type PatternSet } from '../../src/stages/pattern.ts';
import { stageRig, type StageRig } from './stage-rig.ts';

function patternsOf(...given: readonly string[]): PatternSet {
  return parsePatterns(given, (problem) => assert.fail(problem));
}

async function found(rig: StageRig, ...given: readonly string[]): Promise<string[]> {
  const { files, doubts } = findFiles(rig.root, await openGlob(rig.root, patternsOf(...given)));
  assert.deepEqual(doubts, []);
  return files.map(({ path }) => path);
}

const TREE = ['a.md', 'a.txt', '.hidden', 'b/a.md', 'b/c/a.md', 'b/c/x.txt', 'b c/[x].md', 'É/ü.md', 'docs', 'B/a.md'];

test('patterns name files as workflow authors know it', async () => {
  await using rig = await stageRig(Object.fromEntries(TREE.map((path) => [path, path])));
  assert.deepEqual(await found(rig, '*.md'), ['a.md']);
  assert.deepEqual(await found(rig, 'b'), ['b/a.md', 'b/c/a.md', 'b/c/x.txt']);
  assert.deepEqual(await found(rig, './b/'), ['b/a.md', 'b/c/a.md', 'b/c/x.txt']);
  assert.deepEqual(await found(rig, 'docs/'), []);
  assert.deepEqual(await found(rig, 'docs'), ['docs']);
  assert.deepEqual(await found(rig, '**/*.txt'), ['a.txt', 'b/c/x.txt']);
  assert.deepEqual(await found(rig, '**/.hid*'), ['.hidden']);
  assert.deepEqual(await found(rig, 'b c/[[]x].md'), ['b c/[x].md']);
  assert.deepEqual(await found(rig, 'b', '!b/c'), ['b/a.md']);
  assert.deepEqual(await found(rig, 'b', '!b/c', 'b/c/a.md'), ['b/a.md', 'b/c/a.md']);
  assert.deepEqual(await found(rig, 'b', '!!b/c', '! b/a.md'), ['b/c/a.md', 'b/c/x.txt']);
  assert.deepEqual(await found(rig, 'b\\c\\x.txt'), ['b/c/x.txt'], 'as people write it on Windows');
  assert.deepEqual(await found(rig, 'É/*'), ['É/ü.md']);
});

test('neither git nor our own records nor folders of a running restore are entered', async () => {
  await using rig = await stageRig({
    'a/b.md': '',
    '.git/HEAD': '',
    'a/.git': '',
    '.bengal/cache.json': '',
    '.bengal-cache-staging-x/tree/a.md': '',
    '.bengal-cache-swap': '',
  });
  assert.deepEqual(await found(rig, '**'), ['a/b.md']);
});

test('a file hides from a stage by no name, wherever it lies', async () => {
  const hidden = [
    '.bengal-cache-evil.js',
    '.bengal-cache-evil/a.js',
    '.bengal-cache-staging-file',
    'src/.bengal-cache-evil.js',
    'src/.bengal-cache-staging-x/a.js',
    'src/.bengal-cache-swap',
  ];
  await using rig = await stageRig(Object.fromEntries(hidden.map((path) => [path, ''])));
  assert.deepEqual(await found(rig, '**'), hidden);
});

test('patterns that would be tried in countless ways against a long name or a deep path still have an answer', async () => {
  const long = `content/${'a'.repeat(240)}`;
  const deep = `${'d/'.repeat(300)}e`;
  await using rig = await stageRig({ [long]: '', 'content/abab.x': '' });
  const ask = async (pattern: string, path: string): Promise<boolean> =>
    (await openGlob(rig.root, patternsOf(pattern))).matches(join(rig.root, path));
  const stars = (times: number): string => `content/${'*a'.repeat(times)}`;
  assert.deepEqual(await found(rig, `${stars(30)}*x`), []);
  assert.deepEqual(await found(rig, `${stars(30)}*`), [long]);
  assert.deepEqual(await found(rig, 'content/*a*b*b*.?'), ['content/abab.x']);
  assert.equal(await ask(`${'**/d/'.repeat(20)}x`, deep), false);
  assert.equal(await ask(`${'**/d/'.repeat(20)}e`, deep), true);
  assert.equal(await ask(`${'**/*d*/'.repeat(20)}**`, deep), true);
});

test('special characters in the name of the site itself are nothing special', async () => {
  await using outer = await stageRig({ 'si[t]e *?/a.md': '', 'si[t]e *?/b/c.md': '', 'sit/a.md': '' });
  const root = join(outer.root, 'si[t]e *?');
  const { files } = findFiles(root, await openGlob(root, patternsOf('**/*.md')));
  assert.deepEqual(
    files.map(({ path }) => path),
    ['a.md', 'b/c.md'],
  );
});

test('symbolic links are named and not followed, and what lies behind one is a doubt', async () => {
  await using rig = await stageRig({ 'a/x.md': '', 'b/y.md': '', '../outside/z.md': '' });
  rig.link('a/out', '../../outside');
  rig.link('a/round', '.');
  rig.link('a/file.md', 'x.md');
  const look = async (...given: string[]): Promise<unknown> => {
    const { files, doubts } = findFiles(rig.root, await openGlob(rig.root, patternsOf(...given)));
    return [files.map(({ path, kind }) => (kind === 'link' ? `${path}@` : path)), doubts.map(({ path }) => path)];
  };
  assert.deepEqual(await look('a/**'), [['a/file.md@', 'a/out@', 'a/round@', 'a/x.md'], []]);
  assert.deepEqual(await look('a/*.md'), [['a/file.md@', 'a/x.md'], []]);
  assert.deepEqual(await look('a/*/*.md'), [[], ['a/out', 'a/round']]);
  assert.deepEqual(await look('a/out/z.md'), [[], ['a/out/z.md']]);
  assert.deepEqual(await look('a/out/*.md'), [[], ['a/out']]);
  assert.deepEqual(await look('a/out/missing.md', 'b'), [['b/y.md'], []]);
});

test('a plain path that leads through a file names nothing', async () => {
  await using rig = await stageRig({ 'a.md': '', 'b/c.md': '' });
  assert.deepEqual(await found(rig, 'a.md/x.md', 'a.md/x/*.md', 'b'), ['b/c.md']);
});

const segment = fc.constantFrom(
  'a',
  'b',
  'c.md',
  'd.txt',
  '.e',
  '*',
  '**',
  '?',
  '*.md',
  '[ab]',
  '.*',
  '*.*',
  '*c*d*',
  '?*[.]*',
);
const pattern = fc
  .tuple(fc.constantFrom('', '', '!'), fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '', '/'))
  .map(([mark, segments, end]) => `${mark}${segments.join('/')}${end}`);

test('what is found is what the walk of @actions/glob finds, for any patterns', async () => {
  const names = ['a', 'b', 'c.md', 'd.txt', '.e'];
  // Names of files that are folders elsewhere, three levels deep.
  const paths = names.flatMap((one) => [
    `f/${one}`,
    ...names.map((two) => `d/${one}/${two}`),
    `${one}.d/${one}/${one}`,
  ]);
  await using rig = await stageRig(Object.fromEntries(['c.md', '.e', ...paths].map((path) => [path, ''])));
  const cases = fc.sample(fc.array(pattern, { minLength: 1, maxLength: 3 }), { numRuns: 300, seed: 1 });
  const sets = cases.filter((given) => given.some((one) => !one.startsWith('!')));
  const script = `
    import { create } from ${JSON.stringify(import.meta.resolve('@actions/glob'))};
    import { readFileSync, writeFileSync } from 'node:fs';
    const { root, sets, result } = JSON.parse(readFileSync(0, 'utf8'));
    const found = [];
    for (const set of sets) {
      const rooted = set.map((one) => one.replace(/^(!?)/, '$1' + root + '/'));
      const options = { matchDirectories: false, followSymbolicLinks: false };
      try {
        found.push((await (await create(rooted.join('\\n'), options)).glob()).sort());
      } catch (error) {
        // Its walk fails where a plain path leads through a file.
        if (error.code !== 'ENOTDIR') throw error;
        found.push(null);
      }
    }
    writeFileSync(result, JSON.stringify(found));`;
  // In a process of its own: that walk prints debug commands to standard output.
  const result = join(rig.root, 'found.json');
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    input: JSON.stringify({ root: rig.root, sets, result }),
    encoding: 'utf8',
  });
  assert.equal(child.status, 0, child.stderr);
  const expected = JSON.parse(rig.read('found.json')) as (string[] | null)[];
  rig.remove('found.json');
  let matched = 0;
  for (const [index, set] of sets.entries()) {
    const theirs = expected[index]?.map((path) => relative(rig.root, path).split(sep).join('/'));
    if (theirs === undefined) continue;
    const ours = await found(rig, ...set);
    assert.deepEqual(ours, theirs.sort(), set.join(' '));
    matched += ours.length;
  }
  assert.ok(matched > 1000, `${matched} matches tell enough`);
});
