import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { looksLikeSite } from '../../src/config/read-config.ts';
import { readSiteConfig, type SiteConfig, type SiteConfigOptions } from '../../src/config/site-config.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

function read(rig: SiteRig, options: Partial<SiteConfigOptions> = {}): SiteConfig {
  return readSiteConfig({
    site: rig.path,
    environment: undefined,
    profile: undefined,
    configFile: undefined,
    outputDir: undefined,
    variables: {},
    ...options,
  });
}

async function configOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<SiteConfigOptions> = {},
): Promise<SiteConfig> {
  await using rig = await siteRig(files);
  return read(rig, options);
}

const DIRECTORY = {
  'config/_default/site.yaml': 'site:\n  title: Lamps\n  baseurl: ""\n',
  'config/_default/b.yml': 'x: 1\n',
  'config/_default/a.toml': 'ignored = true',
  'config/_default/nested/c.yaml': 'ignored: true',
  'config/environments/prod.yaml': 'y: 1\n',
  'config/environments/local.yaml': 'y: 2\n',
  'config/profiles/writer.yml': 'z: 1\n',
  'bengal.toml': 'ignored = true',
};

test('a site without configuration has the usual folders', async () => {
  const config = await configOf({});
  assert.deepEqual(
    [config.files, config.outputDir, config.contentDir, config.explicitBaseUrl],
    [[], 'public', 'content', false],
  );
});

test('in a config folder the defaults count, the files of the environment under any alias, and the profile', async () => {
  const { files } = await configOf(DIRECTORY, { environment: 'production', profile: 'writer' });
  assert.deepEqual(files, [
    'config/_default/site.yaml',
    'config/_default/b.yml',
    'config/environments/prod.yaml',
    'config/profiles/writer.yml',
  ]);
  assert.deepEqual((await configOf(DIRECTORY)).files.slice(2), ['config/environments/local.yaml']);
});

test('even an empty config folder makes bengal.toml count for nothing', async () => {
  assert.deepEqual((await configOf({ 'config/.gitkeep': '', 'bengal.toml': 'a = 1' })).files, []);
});

test('a _default folder in the site root is the config folder', async () => {
  const config = await configOf({
    '_default/site.yaml': 'a: 1',
    'config/_default/site.yaml': 'b: 1',
    'bengal.toml': '',
  });
  assert.deepEqual(config.files, ['_default/site.yaml']);
});

test('of single files the first counts: TOML, then both spellings of YAML', async () => {
  const files = { 'bengal.yml': 'a: 1', 'bengal.yaml': 'a: 1', 'bengal.toml': 'a = 1' };
  assert.deepEqual((await configOf(files)).files, ['bengal.toml']);
  assert.deepEqual((await configOf({ 'bengal.yml': '', 'bengal.yaml': '' })).files, ['bengal.yaml']);
});

test('a file given by --config counts alone', async () => {
  assert.deepEqual((await configOf({ ...DIRECTORY, 'other.yaml': 'a: 1' }, { configFile: 'other.yaml' })).files, [
    'other.yaml',
  ]);
});

test('the folders are found in their section or at the top, and later files win', async () => {
  const toml = await configOf({ 'bengal.toml': '[build]\noutput_dir = "out/site/"\ncontent_dir = "./pages"' });
  assert.deepEqual([toml.outputDir, toml.contentDir], ['out/site', 'pages']);
  const flat = await configOf({ 'bengal.yaml': 'output_dir: out' });
  assert.equal(flat.outputDir, 'out');
  const merged = await configOf({
    'config/_default/build.yaml': 'build:\n  output_dir: first\n  content_dir: kept\n',
    'config/environments/local.yaml': 'build:\n  output_dir: second\n',
  });
  assert.deepEqual([merged.outputDir, merged.contentDir], ['second', 'kept']);
});

test('a folder that leads out of the site is an error that names the setting and its value', async () => {
  for (const given of ['../out', '/etc', 'a/../..', '.', 'C:/x']) {
    const config = await configOf({ 'bengal.yaml': `build: { output_dir: ${JSON.stringify(given)} }` });
    assert.deepEqual(config.errors, [
      `Configuration \`build.output_dir\`: expected a folder inside the site, got ${JSON.stringify(given)}`,
    ]);
  }
  const content = await configOf({ 'bengal.yaml': 'content_dir: ../docs' });
  assert.equal(content.errors.length, 1);
});

test('an output directory that was given by hand makes the configured one irrelevant', async () => {
  const config = await configOf({ 'bengal.yaml': 'output_dir: ../out' }, { outputDir: 'dist' as never });
  assert.deepEqual([config.outputDir, config.errors], ['dist', []]);
});

const BASE = 'site:\n  title: Lamps\n  tags: [a, b]\nx: 1\nwhen: 2024-01-02\n';

const SAME: Readonly<Record<string, string>> = {
  comments: `# a comment\n${BASE}# another\n`,
  'the order of keys': 'x: 1\nwhen: 2024-01-02\nsite:\n  tags: [a, b]\n  title: Lamps\n',
  quoting: BASE.replace('title: Lamps', 'title: "Lamps"').replace('[a, b]', '[\'a\', "b"]'),
  'blank lines and line ends': BASE.replaceAll('\n', '\r\n\r\n'),
  'flow and block style': 'site: { title: Lamps, tags: [a, b] }\nx: 1\nwhen: 2024-01-02\n',
};

for (const [what, text] of Object.entries(SAME)) {
  test(`${what} in YAML do not change the fingerprint`, async () => {
    const [before, after] = [await configOf({ 'bengal.yaml': BASE }), await configOf({ 'bengal.yaml': text })];
    assert.equal(after.fingerprint, before.fingerprint);
  });
}

const OTHER: Readonly<Record<string, readonly [string, string]>> = {
  'a value': ['x: 1', 'x: 2'],
  'a string for a number': ['x: 1', 'x: "1"'],
  'a string for a boolean': ['x: true', 'x: "true"'],
  // Python prints 1.0 and 1, and hashes them, differently.
  'a float for an integer': ['x: 1', 'x: 1.0'],
  'a digit of a number above 2^53': ['x: 12345678901234567890', 'x: 12345678901234567891'],
  'a list for its item': ['x: a', 'x: [a]'],
  'the order of a list': ['x: [a, b]', 'x: [b, a]'],
  'null for an empty string': ['x:', 'x: ""'],
  // To PyYAML `y` is a string and `yes` is true.
  'a word that only some readers take for true': ['x: y', 'x: yes'],
  'the members of a set': ['x: !!set {a, b}', 'x: !!set {a, c}'],
  'the zone of a time': ['x: 2024-01-02 03:00:00', 'x: 2024-01-02 05:00:00 +02:00'],
  'a time for a date': ['x: 2024-01-02', 'x: 2024-01-02T00:00:00Z'],
  'not a number for nothing': ['x: .nan', 'x: ~'],
};

for (const [what, [before, after]] of Object.entries(OTHER)) {
  test(`${what} in YAML changes the fingerprint`, async () => {
    const [one, two] = [await configOf({ 'bengal.yaml': before }), await configOf({ 'bengal.yaml': after })];
    assert.notEqual(two.fingerprint, one.fingerprint);
  });
}

test('in TOML, too, only what it says counts', async () => {
  const fingerprint = async (text: string): Promise<string> => (await configOf({ 'bengal.toml': text })).fingerprint;
  const base = await fingerprint('a = 1\nb = "x"\nt = 2024-01-02\n');
  assert.equal(await fingerprint("# c\nb = 'x'\na = 1 # d\nt = 2024-01-02\n"), base);
  for (const other of ['a = 1.0', 'a = 2', 'a = "1"', 'a = true'])
    assert.notEqual(await fingerprint(`${other}\nb = "x"\nt = 2024-01-02\n`), base, other);
  assert.notEqual(await fingerprint('a = 1\nb = "x"\nt = 2024-01-02T00:00:00Z\n'), base);
  assert.notEqual(await fingerprint('a = 9007199254740993'), await fingerprint('a = 9007199254740992'));
});

test('what decides which files count, counts itself', async () => {
  await using rig = await siteRig(DIRECTORY);
  const { fingerprint } = read(rig);
  for (const options of [
    { environment: 'production' },
    { environment: 'dev' },
    { profile: 'writer' },
    { profile: 'no' },
  ])
    assert.notEqual(read(rig, options).fingerprint, fingerprint, JSON.stringify(options));
  for (const [path, content] of [
    ['config/environments/production.yaml', 'y: 9'],
    ['config/profiles/writer.yml', 'z: 9'],
    ['bengal.toml', 'ignored = false'],
    ['config/_default/a.toml', 'ignored = false'],
  ] as const) {
    await rig.write(path, content);
    assert.equal(read(rig).fingerprint, fingerprint, path);
  }
  await rig.write('config/environments/local.yaml', 'y: 9');
  assert.notEqual(read(rig).fingerprint, fingerprint);
});

test('the same settings in another file are another configuration', async () => {
  const [yaml, toml] = [await configOf({ 'bengal.yaml': 'a: x' }), await configOf({ 'bengal.toml': 'a = "x"' })];
  assert.notEqual(yaml.fingerprint, toml.fingerprint);
});

test('a variable of Bengal changes the fingerprint, any other does not', async () => {
  await using rig = await siteRig(DIRECTORY);
  const { fingerprint } = read(rig);
  assert.equal(read(rig, { variables: { CI: 'true', HOME: '/root', BENGAL_EMPTY: '' } }).fingerprint, fingerprint);
  for (const variables of [{ BENGAL_A: '1' }, { BENGALxPARAMSxA: '1' }, { BENGAL_ENV: 'local' }])
    assert.notEqual(read(rig, { variables }).fingerprint, fingerprint, JSON.stringify(variables));
});

test('the branch counts where Bengal infers the base URL, and not where the site sets one', async () => {
  const on = (branch: string): Partial<SiteConfigOptions> => ({
    variables: { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_REF_NAME: branch },
  });
  const differs = async (text: string): Promise<boolean> => {
    await using rig = await siteRig({ 'bengal.yaml': text });
    return read(rig, on('main')).fingerprint !== read(rig, on('12/merge')).fingerprint;
  };
  assert.equal(await differs('site: { title: x }'), true);
  assert.equal(await differs('site: { baseurl: "https://x.y" }'), false);
  assert.equal(await differs('site: { baseurl: "" }'), false);
  // Nothing after the colon is no answer, and the top of a single file is the wrong place for one.
  assert.equal(await differs('site: { baseurl: }'), true);
  assert.equal(await differs('baseurl: "https://x.y"'), true);
  assert.equal(await differs('params: { colab_branch: main }'), false);
});

const UNREADABLE: Readonly<Record<string, string | Uint8Array>> = {
  'no UTF-8': Buffer.from([0x61, 0x3a, 0xff, 0xfe]),
  'no YAML': 'a: [1, 2\nb: "',
  'keys twice': 'a: 1\na: 2',
  'no mapping': '- a\n- b',
  'several documents': 'a: 1\n---\nb: 2',
  'an alias bomb': Array.from(
    { length: 9 },
    (_, n) =>
      `a${String(n)}: &a${String(n)} [${Array(9)
        .fill(n === 0 ? 'x' : `*a${String(n - 1)}`)
        .join(', ')}]`,
  ).join('\n'),
  '10 MB': `a: ${'x'.repeat(10_000_000)}`,
};

for (const [what, content] of Object.entries(UNREADABLE)) {
  test(`a configuration file with ${what} is a named problem, and its bytes are compared`, async () => {
    const config = await configOf({ 'bengal.yaml': content });
    assert.equal(config.problems.length, 1);
    assert.match(config.problems[0] ?? '', /^bengal\.yaml: ./);
    const other = await configOf({ 'bengal.yaml': Buffer.concat([Buffer.from(content), Buffer.from(' ')]) });
    assert.notEqual(other.fingerprint, config.fingerprint);
    assert.equal((await configOf({ 'bengal.yaml': content })).fingerprint, config.fingerprint);
  });
}

test('a configuration file that cannot be read is a named problem', async () => {
  await using rig = await siteRig({ 'bengal.yaml/inside': 'a folder in its place' });
  assert.match(read(rig).problems[0] ?? '', /^bengal\.yaml: it is a folder \(EISDIR\)/);
  assert.match(read(rig, { configFile: 'missing.toml' }).problems[0] ?? '', /^missing\.toml: there is no such file/);
});

test(
  'a file without permission is a named problem',
  { skip: process.getuid?.() === 0 ? 'root may read all' : false },
  async () => {
    await using rig = await siteRig({ 'bengal.yaml': 'a: 1' });
    await chmod(join(rig.path, 'bengal.yaml'), 0);
    assert.match(read(rig).problems[0] ?? '', /EACCES/);
  },
);

test('keys of JavaScript objects are settings like any other', async () => {
  const config = await configOf({
    'bengal.yaml': '__proto__: { output_dir: x }\nconstructor: 1\nbuild: { __proto__: { output_dir: y } }',
  });
  assert.deepEqual([config.outputDir, config.problems], ['public', []]);
});

test('a site is known by its configuration or its content', async () => {
  for (const path of ['bengal.toml', 'bengal.yml', 'config/x', '_default/x', 'content/x']) {
    await using rig = await siteRig({ [path]: '' });
    assert.equal(looksLikeSite(rig.path), true, path);
  }
  await using empty = await siteRig({ 'readme.md': '' });
  assert.equal(looksLikeSite(empty.path), false);
});

test('in a folder of configuration a base URL at the top of a file is one', async () => {
  const variables = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_REF_NAME: 'main' };
  const config = await configOf({ 'config/_default/site.yaml': 'baseurl: "https://x.y"' }, { variables });
  assert.deepEqual([config.explicitBaseUrl, config.inferred], [true, { settings: [], hasBranch: false }]);
});

test('a file that Bengal ignores for a folder without settings is named', async () => {
  assert.equal((await configOf({ 'config/.gitkeep': '', 'bengal.toml': 'a = 1' })).overshadowed, 'bengal.toml');
  assert.equal((await configOf(DIRECTORY)).overshadowed, undefined);
  assert.equal((await configOf({ 'bengal.toml': 'a = 1' })).overshadowed, undefined);
});

test('every setting of files, variables and platform is known by its name', async () => {
  const variables = {
    BENGAL_PARAMS_MOTTO: 'x',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_REF_NAME: 'm',
  };
  const config = await configOf({ 'bengal.yaml': 'site: { title: T, tags: [a] }\n"a b": 1\nempty: {}' }, { variables });
  assert.deepEqual(
    [...config.settings],
    [
      ['site.title', '"T"'],
      ['site.tags', '["a"]'],
      ['"a b"', '1'],
      ['empty', '{}'],
      ['params.motto', '"x"'],
      ['site.baseurl', '"/r"'],
      ['params.repo_url', '"https://github.com/o/r"'],
      ['params.colab_branch', '"m"'],
    ],
  );
  assert.deepEqual(config.fromVariables, new Set(['params.motto']));
});

test('code of the site that Bengal runs counts as configuration', async () => {
  await using rig = await siteRig({ 'bengal.yaml': 'a: 1' });
  const { fingerprint } = read(rig);
  await rig.write('collections.py', 'collections = {}');
  const withCode = read(rig).fingerprint;
  assert.notEqual(withCode, fingerprint);
  await rig.write('collections.py', 'collections = {"a": 1}');
  assert.notEqual(read(rig).fingerprint, withCode);
});

const UNRECORDED: Readonly<Record<string, readonly [files: Record<string, string>, says: RegExp]>> = {
  'tools of Node.js': [{ 'bengal.yaml': 'assets: { pipeline: true }' }, /^assets\.pipeline runs/],
  'indexes of other sites': [
    { 'bengal.yaml': 'external_refs: { indexes: [{ name: a, url: "https://a" }] }' },
    /^external_refs\.indexes fetches/,
  ],
  'other branches': [{ 'bengal.yaml': 'versioning: { mode: git }' }, /^versioning\.mode git builds/],
  'the history of git': [{ 'bengal.yaml': 'content: { git_info: { enabled: true } }' }, /^content\.git_info takes/],
  'content from elsewhere': [
    { 'collections.py': 'x = define_collection(loader=github_loader())' },
    /^collections\.py may load/,
  ],
  'libraries of a theme': [
    { 'themes/own/theme.toml': 'name = "own"\nlibraries = [\n  "chirp_ui",\n]' },
    /^libraries in theme\.toml names/,
  ],
};

for (const [what, [files, says]] of Object.entries(UNRECORDED)) {
  test(`a site that builds from ${what} says so, since nobody records that`, async () => {
    const { unrecorded } = await configOf(files);
    assert.equal(unrecorded.length, 1);
    assert.match(unrecorded[0] ?? '', says);
  });
}

test('settings that are off or usual leave nothing unrecorded, and a variable can turn one on', async () => {
  const files = {
    'bengal.yaml':
      'assets: { pipeline: false }\nexternal_refs: { enabled: true, indexes: [] }\nversioning: { mode: folder }\ncontent: { git_info: { enabled: false } }',
    'collections.py': 'collections = {}',
    'themes/own/theme.toml': 'name = "own"\nlibraries = [ ]',
    'themes/readme.txt': 'x',
  };
  assert.deepEqual((await configOf(files)).unrecorded, []);
  const variables = { BENGAL_ASSETS_PIPELINE: '1' };
  assert.equal((await configOf(files, { variables })).unrecorded.length, 1);
});

test('the problem of a file does not quote it: it may hold secrets', async () => {
  const config = await configOf({ 'bengal.yaml': 'token: ghs_SECRET: x\n' });
  assert.match(config.problems[0] ?? '', /^bengal\.yaml: .*line 1/);
  assert.doesNotMatch(config.problems.join(), /ghs_SECRET|\n/);
});
