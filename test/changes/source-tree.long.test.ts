import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, truncateSync } from 'node:fs';
import { chmod, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSourceTree, type SourceTree } from '../../src/changes/source-tree.ts';
import { gitBlobId } from '../../src/core/digest.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { gitRig, type GitRig } from '../support/git-rig.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const LAYOUT = {
  contentDir: 'content' as SitePath,
  outputDir: 'public' as SitePath,
  configFiles: ['bengal.toml'],
};

const FILES = {
  'bengal.toml': 'title = "A"\n',
  'content/index.md': 'Home\n',
  'content/sub/a.md': 'A\n',
  'content/caf\u00e9 [1].md': 'name\n',
  'templates/page.html': '<p>\n',
  'assets/picture.png': Buffer.from([0, 255, 13, 10, 26]),
  'public/index.html': 'built\n',
  'readme.md': 'no source\n',
};

interface Means {
  readonly documented?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** A runner's environment, without the settings of the machine that runs the tests. */
const VARIABLES = { PATH: process.env['PATH'] ?? '', HOME: '/nowhere' };

function treeOf(rig: SiteRig, { documented = [], variables = VARIABLES, ...means }: Means = {}): SourceTree {
  return readSourceTree({ site: rig.path, layout: LAYOUT, documented, variables, ...means });
}

/** A second site with the same bytes and without git: what the digest has to be. */
async function plainDigest(rig: SiteRig): Promise<string> {
  await using copy = await siteRig();
  cpSync(rig.path, copy.path, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\.git(?:\/|$)/.test(path),
  });
  const tree = treeOf(copy);
  assert.match(tree.gitTrouble ?? '', /not a git repository/);
  return tree.digest;
}

const SOURCES = 6;

test('of a clean checkout not one file is read, and the digest is that of the bytes', async () => {
  await using rig = await gitRig(FILES);
  const tree = treeOf(rig);
  assert.deepEqual([tree.read, tree.gitTrouble, tree.ids.size], [0, undefined, SOURCES]);
  assert.equal(tree.ids.get('content/index.md'), gitBlobId(Buffer.from('Home\n'), 'sha1'));
  assert.equal(tree.digest, await plainDigest(rig));
});

test('two clean checkouts of one commit have one digest, whenever and wherever they were made', async () => {
  await using origin = await gitRig(FILES);
  await using other = await siteRig();
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin.path}`, join(other.path, 'clone')]);
  const clone = { ...other, path: join(other.path, 'clone') };
  const tree = treeOf(clone);
  assert.deepEqual([tree.read, tree.digest], [0, treeOf(origin).digest]);
});

test('a site below the root of its repository is asked for by itself', async () => {
  await using rig = await gitRig(
    Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`docs/${path}`, text])),
  );
  const tree = treeOf({ ...rig, path: join(rig.path, 'docs') });
  assert.deepEqual([tree.read, tree.ids.size, tree.ids.has('content/index.md')], [0, SOURCES, true]);
});

/** What happens to a clean checkout, and how many files have to be read then. */
const EDITS: readonly (readonly [what: string, edit: (rig: GitRig) => Promise<unknown>, read: number])[] = [
  ['an edit', (rig) => rig.write('content/index.md', 'Hom3\n'), 1],
  ['an edit of the configuration', (rig) => rig.write('bengal.toml', 'title = "B"\n'), 1],
  [
    'an edit of the same size, with the modification time put back',
    async (rig) => {
      const path = join(rig.path, 'content/index.md');
      const { atimeMs, mtimeMs } = await stat(path);
      await rig.write('content/index.md', 'Hom3\n');
      await utimes(path, atimeMs / 1000, mtimeMs / 1000);
    },
    1,
  ],
  ['a new file', (rig) => rig.write('content/new.md', 'x'), 1],
  [
    'a new file that git ignores',
    async (rig) => {
      await rig.write('.gitignore', '*.md\n');
      rig.commit();
      await rig.write('content/new.md', 'x');
    },
    1,
  ],
  ['a staged edit', async (rig) => (await rig.write('content/index.md', 'Hom3\n'), rig.git('add', '--all')), 0],
  ['a deletion', (rig) => rig.remove('content/sub/a.md'), 0],
  ['a renaming', (rig) => rename(join(rig.path, 'content/sub/a.md'), join(rig.path, 'content/sub/b.md')), 1],
  ['a link', (rig) => rig.link('content/linked.md', 'index.md'), 1],
  [
    'an edit that git was told not to look for',
    async (rig) => {
      rig.git('update-index', '--assume-unchanged', 'content/index.md');
      await rig.write('content/index.md', 'Hom3\n');
    },
    1,
  ],
  [
    'an edit outside of what git was told to check out',
    async (rig) => {
      rig.git('update-index', '--skip-worktree', 'content/index.md');
      await rig.write('content/index.md', 'Hom3\n');
    },
    1,
  ],
  [
    'an edit that a file system monitor has not seen',
    async (rig) => {
      rig.git('config', 'core.fsmonitor', 'true');
      rig.git('update-index', '--fsmonitor');
      rig.git('update-index', '--fsmonitor-valid', 'content/index.md');
      await rig.write('content/index.md', 'Hom3\n');
    },
    1,
  ],
  [
    'an edit in a repository that looks at sizes and whole seconds alone',
    async (rig) => {
      rig.git('config', 'core.checkStat', 'minimal');
      rig.git('config', 'core.trustctime', 'false');
      const path = join(rig.path, 'content/index.md');
      await utimes(path, 1_700_000_000, 1_700_000_000);
      rig.git('update-index', '--refresh');
      await rig.write('content/index.md', 'Hom3\n');
      await utimes(path, 1_700_000_000, 1_700_000_000);
    },
    1,
  ],
];

for (const [what, edit, read] of EDITS) {
  test(`${what} changes the digest to that of the bytes`, async () => {
    await using rig = await gitRig(FILES);
    const before = treeOf(rig).digest;
    await edit(rig);
    const tree = treeOf(rig);
    assert.notEqual(tree.digest, before);
    assert.equal(tree.digest, await plainDigest(rig));
    assert.equal(tree.read, read);
  });
}

test('what is no source changes nothing: the output, files beside the sources, modes and times', async () => {
  await using rig = await gitRig(FILES);
  const before = treeOf(rig).digest;
  await rig.write('public/index.html', 'other');
  await rig.write('readme.md', 'other');
  await rig.write('themes/mine/node_modules/x.js', 'x');
  await chmod(join(rig.path, 'content/index.md'), 0o755);
  await utimes(join(rig.path, 'content/sub/a.md'), 1, 1);
  assert.equal(treeOf(rig).digest, before);
});

test('where git converts what it checks out, the bytes on the disk count', async () => {
  for (const attribute of [
    'text',
    'text=auto',
    'eol=lf',
    'eol=crlf',
    'ident',
    'filter=upper',
    'working-tree-encoding=UTF-16LE',
  ])
    await (async () => {
      await using rig = await gitRig(FILES);
      await rig.write('.gitattributes', `*.md ${attribute}\n`);
      rig.git('add', '.gitattributes');
      const tree = treeOf(rig);
      assert.deepEqual([tree.read, tree.digest], [3, await plainDigest(rig)], attribute);
    })();
});

test('the very same blob with other line ends on the disk is another tree', async () => {
  await using rig = await gitRig({ ...FILES, '.gitattributes': '*.md text=auto\n' });
  const before = treeOf(rig).digest;
  await rig.write('content/index.md', 'Home\r\n');
  assert.equal(rig.git('status', '--porcelain', '--', 'content').trim(), 'M content/index.md');
  rig.git('add', '--renormalize', '.');
  assert.equal(rig.git('status', '--porcelain', '--', 'content'), '', 'git takes it for unedited');
  assert.notEqual(treeOf(rig).digest, before);
});

test('binary files are vouched for as well', async () => {
  await using rig = await gitRig({ ...FILES, '.gitattributes': '*.png binary\n' });
  assert.equal(treeOf(rig).read, 0);
});

test('a checkout that converts line ends everywhere is read', async () => {
  await using rig = await gitRig(FILES);
  const { digest } = treeOf(rig);
  for (const value of ['true', 'input']) {
    rig.git('config', 'core.autocrlf', value);
    const tree = treeOf(rig);
    assert.match(tree.gitTrouble ?? '', /converts line ends/);
    assert.deepEqual([tree.read, tree.digest], [SOURCES, digest]);
  }
  rig.git('config', 'core.autocrlf', 'false');
  assert.equal(treeOf(rig).read, 0);
});

/** Each writes a file named `ran` when it is run. */
const PROGRAMS: readonly (readonly [name: string, value: (script: string) => string])[] = [
  ['core.fsmonitor', (script) => script],
  ['filter.evil.clean', (script) => script],
  ['filter.evil.smudge', (script) => script],
  ['filter.evil.process', (script) => script],
  ['core.hooksPath', () => 'hooks'],
  ['diff.external', (script) => script],
  ['core.pager', (script) => script],
  ['core.sshCommand', (script) => script],
  ['alias.ls-files', (script) => `!${script}`],
];

test('nothing that a repository asks git to run is run', async () => {
  await using rig = await gitRig({ ...FILES, '.gitattributes': '*.md filter=evil\n' });
  const ran = join(rig.path, 'ran');
  const script = join(rig.path, 'evil.sh');
  await writeFile(script, `#!/bin/sh\ntouch '${ran}'\ncat\n`, { mode: 0o755 });
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction'])
    await rig
      .write(`hooks/${hook}`, `#!/bin/sh\ntouch '${ran}'\n`)
      .then(() => chmod(join(rig.path, `hooks/${hook}`), 0o755));
  for (const [name, value] of PROGRAMS) rig.git('config', name, value(script));
  rig.git('config', 'filter.evil.required', 'true');
  // Younger than the index, so that git has to compare contents.
  await rig.write('content/index.md', 'Home\n');
  const tree = treeOf(rig);
  assert.equal(existsSync(ran), false);
  assert.equal(tree.gitTrouble, undefined);
  assert.throws(
    () => rig.git('diff', '--exit-code', '--', 'content/index.md'),
    'plain git would not have been so careful',
  );
  assert.equal(existsSync(ran), true);
});

test('a filter whose name would not survive a command line is a reason to read', async () => {
  await using rig = await gitRig(FILES);
  rig.git('config', 'filter.a=b.clean', 'false');
  const tree = treeOf(rig);
  assert.match(tree.gitTrouble ?? '', /the name of a git filter/);
  assert.equal(tree.read, SOURCES);
});

test('variables of git lead nowhere else', async () => {
  await using rig = await gitRig(FILES);
  await using other = await gitRig({ 'content/index.md': 'Other\n' });
  const { digest } = treeOf(rig);
  const variables = {
    ...VARIABLES,
    GIT_DIR: join(other.path, '.git'),
    GIT_WORK_TREE: other.path,
    GIT_INDEX_FILE: join(other.path, '.git/index'),
    GIT_OBJECT_DIRECTORY: join(other.path, '.git/objects'),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.autocrlf',
    GIT_CONFIG_VALUE_0: 'true',
    GIT_LITERAL_PATHSPECS: '1',
    git_dir: '/nowhere',
  };
  const tree = treeOf(rig, { variables });
  assert.deepEqual([tree.digest, tree.read, tree.gitTrouble], [digest, 0, undefined]);
});

test('a replaced object does not stand for what lies on the disk', async () => {
  await using rig = await gitRig(FILES);
  const { digest } = treeOf(rig);
  await rig.write('elsewhere', 'Other\n');
  const id = rig.git('hash-object', '-w', 'elsewhere').trim();
  rig.git('replace', gitBlobId(Buffer.from('Home\n'), 'sha1'), id);
  assert.equal(treeOf(rig).digest, digest);
});

test('a repository that counts in SHA-256 is understood', async () => {
  await using rig = await gitRig(FILES, '--object-format=sha256');
  const tree = treeOf(rig);
  assert.deepEqual([tree.algorithm, tree.read], ['sha256', 0]);
  assert.equal(tree.ids.get('content/index.md'), gitBlobId(Buffer.from('Home\n'), 'sha256'));
  await rig.write('content/index.md', 'Hom3\n');
  assert.equal(treeOf(rig).ids.get('content/index.md'), gitBlobId(Buffer.from('Hom3\n'), 'sha256'));
});

test('a folder that merely looks like a repository is none', async () => {
  await using rig = await siteRig(FILES);
  await using bare = await gitRig({});
  cpSync(join(bare.path, '.git'), rig.path, { recursive: true });
  const tree = treeOf(rig);
  assert.match(tree.gitTrouble ?? '', /git ended with 128: fatal/);
  assert.equal(tree.read, SOURCES);
});

test('the content of a submodule is read', async () => {
  await using theme = await gitRig({ 'templates/page.html': 'theirs' });
  await using rig = await gitRig(FILES);
  rig.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', theme.path, 'themes/mine');
  rig.commit();
  const before = treeOf(rig);
  assert.ok(before.ids.has('themes/mine/templates/page.html'));
  await rig.write('themes/mine/templates/page.html', 'edited');
  assert.notEqual(treeOf(rig).digest, before.digest);
});

test('a file that is not checked out is not part of the tree', async () => {
  await using rig = await gitRig(FILES);
  rig.git('sparse-checkout', 'set', '--no-cone', '/*', '!/content/sub/');
  const tree = treeOf(rig);
  assert.deepEqual([tree.ids.has('content/sub/a.md'), tree.digest], [false, await plainDigest(rig)]);
});

test('unmerged files are read', async () => {
  await using rig = await gitRig(FILES);
  rig.git('checkout', '--quiet', '-b', 'other');
  await rig.write('content/index.md', 'theirs\n');
  rig.commit();
  rig.git('checkout', '--quiet', 'main');
  await rig.write('content/index.md', 'ours\n');
  rig.commit();
  assert.throws(() => rig.git('merge', 'other'));
  const tree = treeOf(rig);
  assert.deepEqual([tree.read, tree.digest], [1, await plainDigest(rig)]);
});

test('git that takes too long, or is not there, is not waited for', async () => {
  await using rig = await gitRig(FILES);
  const { digest } = treeOf(rig);
  for (const [means, why] of [
    [{ timeoutMs: 1 }, /git gave no answer: .*ETIMEDOUT/],
    [{ variables: { PATH: '/nowhere' } }, /git gave no answer: .*ENOENT/],
  ] as const) {
    const tree = treeOf(rig, means);
    assert.match(tree.gitTrouble ?? '', why);
    assert.deepEqual([tree.read, tree.digest], [SOURCES, digest]);
  }
});

test('sources of API documentation count: modules below a folder, and a file by its name', async () => {
  await using rig = await gitRig({
    ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`docs/${path}`, text])),
    'package/a.py': 'a',
    'package/sub/b.py': 'b',
    'package/data.bin': 'no module',
    'package/.venv/c.py': 'somebody else',
    'docs/api/openapi.yaml': 'x: 1',
  });
  const docs = { ...rig, path: join(rig.path, 'docs') };
  const documented = ['../package', 'api/openapi.yaml', 'missing'];
  const tree = treeOf(docs, { documented });
  assert.deepEqual([tree.read, tree.ids.size], [0, SOURCES + 3]);
  await rig.write('package/sub/b.py', 'edited');
  assert.notEqual(treeOf(docs, { documented }).digest, tree.digest);
  assert.equal(treeOf(docs, { documented }).read, 1);
});

test('every edit, wherever and however it is made, is another tree, and taking it back is the old one', async () => {
  await using rig = await gitRig(FILES);
  const paths = Object.keys(FILES).filter((path) => !/^(?:public|readme)/.test(path));
  const seen = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...paths, 'content/n.md'), fc.constantFrom('', 'x', 'y\n', 'Home\n')), {
        maxLength: 3,
      }),
      fc.boolean(),
      async (edits, staged) => {
        rig.git('reset', '--quiet', '--hard');
        rig.git('clean', '-fdq');
        for (const [path, text] of edits) await rig.write(path, text);
        if (staged) rig.git('add', '--all');
        const content = JSON.stringify([...new Map(edits)].sort());
        const { digest } = treeOf(rig);
        assert.equal(digest, await plainDigest(rig), content);
        assert.equal(seen.get(digest) ?? content, content);
      },
    ),
    { numRuns: 12 },
  );
});

test('a file that is too large to be one of a site is named without being read', async () => {
  await using rig = await siteRig(FILES);
  const before = treeOf(rig);
  truncateSync(join(rig.path, 'content/sub/a.md'), 17 * 1024 ** 3);
  const after = treeOf(rig);
  assert.notEqual(after.digest, before.digest);
  assert.equal(after.ids.get('content/index.md'), before.ids.get('content/index.md'));
});

test('a file is named as git names it, in however many pieces it is read', async () => {
  const bytes = Buffer.alloc(2_500_000, 'abc');
  await using rig = await siteRig({ ...FILES, 'static/large.bin': bytes });
  assert.equal(treeOf(rig).ids.get('static/large.bin'), gitBlobId(bytes, 'sha1'));
});
