import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Inputs } from '../../src/inputs/inputs.ts';
import { parseInputs, parseSiteInputs, type FolderKind } from '../../src/inputs/parse.ts';
import { ALL_INPUTS, type InputName, type RawInputs } from '../../src/inputs/spec.ts';

const context = (kind: FolderKind = 'site'): { workspace: string; folder: () => FolderKind } => ({
  workspace: '/work',
  folder: () => kind,
});

function problemsOf(raw: RawInputs, kind?: FolderKind): readonly string[] {
  const parsed = parseInputs(raw, context(kind));
  return parsed.ok ? [] : parsed.problems;
}

function valueOf(raw: RawInputs): Inputs {
  const parsed = parseInputs(raw, context());
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.problems.join('\n'));
  return parsed.value;
}

test('without inputs everything has its default', () => {
  assert.deepEqual(valueOf({}), {
    site: '/work',
    outputDir: undefined,
    environment: undefined,
    profile: undefined,
    configFile: undefined,
    configHash: undefined,
    bengalVersion: undefined,
    pythonVersion: undefined,
    buildFlags: [],
    python: undefined,
    probe: true,
    gate: 'auto',
    fullEvery: { builds: 50, time: 7 * 86_400_000 },
    verifySample: 8,
    verify: 'sample',
    bytecode: false,
    expectedModes: [],
    prepare: true,
    keyPrefix: 'bengal-cache',
    key: undefined,
    restoreKeys: [],
    extraPaths: [],
    lookupOnly: false,
    failOnCacheMiss: false,
    readOnly: false,
    save: true,
    saveAlways: false,
    maxAge: undefined,
    maxSize: undefined,
    restoreTimeout: 600_000,
    saveTimeout: 600_000,
    reportPath: undefined,
    htmlPath: undefined,
    graph: true,
    delta: true,
    previewUrl: undefined,
    vanished: 'error',
    comment: 'auto',
    token: '${{ github.token }}',
  });
});

test('blank inputs are missing ones, and blanks around a value do not count', () => {
  const blank = Object.fromEntries(Object.keys(ALL_INPUTS).map((name) => [name, ' \n'])) as RawInputs;
  assert.deepEqual(valueOf(blank), valueOf({}));
  assert.equal(valueOf({ gate: ' always-full\n' }).gate, 'always-full');
});

test('every input is taken', () => {
  assert.deepEqual(
    valueOf({
      site: 'docs/',
      'output-dir': './out/',
      environment: 'preview',
      profile: 'writer',
      config: 'other.toml',
      'build-flags': '--strict  --fast',
      'config-hash': '8c266b4d78389463',
      'bengal-version': '0.5.1.dev1+g18a41bd17',
      'python-version': '3.14.2',
      python: '.venv/bin/python',
      probe: 'false',
      gate: 'always-full',
      'expect-mode': 'skip, full',
      'full-every': '20 36h',
      'verify-sample': '0',
      verify: 'full',
      bytecode: 'true',
      prepare: 'false',
      'key-prefix': 'docs',
      key: 'docs/v2/tree-1',
      'restore-keys': ' docs/v1/ \n\n other-\r\n',
      path: '.cache/images\n./data.db\n',
      'lookup-only': 'true',
      'fail-on-cache-miss': 'true',
      'read-only': 'true',
      save: 'false',
      'save-always': 'true',
      'max-age': '7d',
      'max-size': '1.5 GiB',
      'restore-timeout': '90',
      'save-timeout': '5m',
      'report-path': 'out/report.json',
      'report-html': 'out/report.html',
      graph: 'false',
      delta: 'false',
      'preview-url': 'https://pr-{pr}.example.org{path}',
      vanished: 'off',
      comment: 'never',
      token: 'secret',
      'job-status': 'failure',
    }),
    {
      site: '/work/docs',
      outputDir: 'out',
      environment: 'preview',
      profile: 'writer',
      configFile: 'other.toml',
      configHash: '8c266b4d78389463',
      bengalVersion: '0.5.1.dev1+g18a41bd17',
      pythonVersion: '3.14',
      buildFlags: ['--strict', '--fast'],
      python: '.venv/bin/python',
      probe: false,
      gate: 'always-full',
      expectedModes: ['skip', 'full'],
      fullEvery: { builds: 20, time: 36 * 3_600_000 },
      verifySample: 0,
      verify: 'full',
      bytecode: true,
      prepare: false,
      keyPrefix: 'docs',
      key: 'docs/v2/tree-1',
      restoreKeys: ['docs/v1/', 'other-'],
      extraPaths: ['.cache/images', 'data.db'],
      lookupOnly: true,
      failOnCacheMiss: true,
      readOnly: true,
      save: false,
      saveAlways: true,
      maxAge: 7 * 86_400_000,
      maxSize: 1.5 * 1024 ** 3,
      restoreTimeout: 90_000,
      saveTimeout: 300_000,
      reportPath: '/work/out/report.json',
      htmlPath: '/work/out/report.html',
      graph: false,
      delta: false,
      previewUrl: 'https://pr-{pr}.example.org{path}',
      vanished: 'off',
      comment: 'never',
      token: 'secret',
    },
  );
});

test('of a Python version its first two numbers count, free-threaded or not', () => {
  for (const given of ['3.14', '3.14.0', '3.14.2', '3.14t'])
    assert.equal(valueOf({ 'python-version': given }).pythonVersion, '3.14');
});

/** One bad value for each input, and what is allowed. */
const BAD: readonly (readonly [name: InputName, values: readonly string[], allowed: string])[] = [
  ['site', ['../x', '/etc', '/workshop'], 'a folder inside the workspace'],
  ['output-dir', ['../x', '/x', '.', 'a/../..', 'a\0b'], 'a relative path inside the site'],
  ['environment', ['a b', '../x', 'a/b', '$(id)'], 'a name of letters, digits, - and _'],
  ['build-flags', ['--a "b c"', "--a 'b'", '$(id)', '`id`'], 'arguments separated by blanks, without quotes'],
  ['profile', ['a.b', '\u00e9'], 'a name of letters, digits, - and _'],
  ['config', ['../bengal.toml', '/etc/x'], 'a relative path inside the site'],
  [
    'config-hash',
    ['8C266B4D78389463', 'abc', '8c266b4d783894630'],
    '16 lower-case hexadecimal digits, as Bengal prints them',
  ],
  ['bengal-version', ['latest', '1', '0.5.1 x', 'v0.5.1'], 'a version such as 0.5.1'],
  ['python-version', ['3', '3.x', '3.14.1.2', 'python3.14'], 'a version such as 3.14'],
  ['report-html', ['../report.html', '/etc/report.html'], 'a file inside the workspace'],
  ['python', ['a\nb'], 'a path or a name in one line'],
  ['probe', ['yes'], 'true or false'],
  ['expect-mode', ['none', 'skip, never'], 'modes out of skip, incremental and full'],
  ['graph', ['svg', 'no'], 'true or false'],
  ['delta', ['yes', '1'], 'true or false'],
  [
    'preview-url',
    ['example.org', 'ftp://example.org', 'https://e.org/{page}', 'https://e.org/ x'],
    'a web address with {path} and, if you like, {pr}, such as https://pr-{pr}.example.org{path}',
  ],
  ['vanished', ['true', 'Error'], 'error, warning or off'],
  ['comment', ['yes', 'true', 'Always'], 'auto, always or never'],
  ['gate', ['never', 'strict', 'preview', 'true'], 'auto or always-full'],
  [
    'full-every',
    ['50', '7d', '50 7', '0 7d', '-1 7d', '50  7d', '50 7d 1h', '1.5 7d', '1234567 7d', 'Never'],
    'a number of builds and a time, such as 50 7d, or never',
  ],
  ['verify-sample', ['-1', '1001', '1.5', 'all', '8 %', '12345'], 'a number from 0 to 1000'],
  ['verify', ['all', 'Full', 'true'], 'sample or full'],
  ['bytecode', ['yes', 'TRUE', '1'], 'true or false'],
  ['prepare', ['yes', 'TRUE', '1'], 'true or false'],
  ['key-prefix', ['a,b', 'a b', 'x'.repeat(101)], 'up to 100 characters without comma and blank'],
  ['key', ['a,b', 'a b', 'a\nb', 'x'.repeat(401)], 'a key of up to 400 characters without comma and blank'],
  ['restore-keys', ['a,b', 'a b', 'x'.repeat(401)], 'a key of up to 400 characters without comma and blank'],
  [
    'path',
    [
      ...['/', '~', '/etc/passwd', '../x', 'a/../../x', '.', 'C:/x', 'a\0b'],
      ...['.git', '.git/hooks', 'x/.GIT/config', '.github/workflows', '.git./x', 'git~1/hooks', '.Git /x'],
      ...['data/*.json', '!data', 'a?', '[ab]', '{a,b}', '~/x'],
    ],
    'a relative path inside the site, outside of .git and .github, without patterns',
  ],
  ...(['lookup-only', 'fail-on-cache-miss', 'read-only', 'save', 'save-always'] as const).map(
    (name) => [name, ['yes', 'TRUE', '1'], 'true or false'] as const,
  ),
  [
    'max-age',
    ['week', '0d', '-1d', '1w', '4000d', 'NaN', '1e9d', '7 days'],
    'an age of up to 3650d, such as 12h or 7d',
  ],
  ['max-size', ['500', '0MB', '-1MB', '1TB', '1,5GB', 'MB'], 'a size with its unit, such as 500MB or 2GiB'],
  ...(['restore-timeout', 'save-timeout'] as const).map(
    (name) => [name, ['0', '7h', '1d', 'soon', '-5s', '500ms'], 'a time from 1s to 6h, such as 90s or 5m'] as const,
  ),
  ['report-path', ['../report.json', '/tmp/report.json'], 'a file inside the workspace'],
];

for (const [name, values, allowed] of BAD) {
  test(`a bad ${name} is named with its value and with what is allowed`, () => {
    for (const value of values)
      assert.deepEqual(problemsOf({ [name]: value }), [
        `Input \`${name}\`: expected ${allowed}, got ${JSON.stringify(value)}`,
      ]);
  });
}

test('every input has a bad value above, but the two that the runner fills in and the secret', () => {
  const names = BAD.map(([name]) => name);
  assert.deepEqual([...names, 'job-status', 'signing-key', 'token'].sort(), Object.keys(ALL_INPUTS).sort());
});

test('of several bad lines each is told, and the good ones are no problem', () => {
  assert.deepEqual(problemsOf({ path: 'a\n/b\n../c' }).length, 2);
  assert.deepEqual(problemsOf({ 'restore-keys': 'a\nb,c\nd e' }).length, 2);
});

test('more keys than a store takes beside our own are too many', () => {
  assert.deepEqual(problemsOf({ 'restore-keys': 'a\nb\nc\nd\ne' }), []);
  assert.deepEqual(problemsOf({ 'restore-keys': 'a\nb\nc\nd\ne\nf' }), [
    'Input `restore-keys`: expected at most 5 lines, got "a\\nb\\nc\\nd\\ne\\nf"',
  ]);
});

test('all problems are told at once', () => {
  const raw = Object.fromEntries(BAD.map(([name, values]) => [name, values[0]])) as RawInputs;
  const problems = problemsOf(raw);
  assert.equal(problems.length, BAD.length);
  for (const [name] of BAD)
    assert.ok(
      problems.some((problem) => problem.startsWith(`Input \`${name}\`: `)),
      name,
    );
});

test('a site that is missing, a file, or no Bengal site is told apart', () => {
  assert.deepEqual(
    (['missing', 'not-a-folder', 'no-site'] as const).flatMap((kind) => problemsOf({ site: 'docs' }, kind)),
    [
      'Input `site`: expected a folder that exists, got "docs"',
      'Input `site`: expected a folder, got "docs"',
      'Input `site`: expected a Bengal site (with bengal.toml, config/ or content/), got "docs"',
    ],
  );
});

test('a folder outside the workspace is not even looked at', () => {
  const parsed = parseSiteInputs({ site: '/etc' }, { workspace: '/work', folder: () => assert.fail('looked') });
  assert.equal(parsed.ok, false);
});

test('a workspace that is the root of the disk holds every folder', () => {
  assert.ok(parseSiteInputs({ site: '/etc' }, { workspace: '/', folder: () => 'site' }).ok);
});

test('any text for any input is a value or a problem on one line, never an exception', () => {
  const anyRaw = fc.dictionary(
    fc.constantFrom(...(Object.keys(ALL_INPUTS) as InputName[])),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(anyRaw, (raw) => {
      for (const problem of problemsOf(raw))
        assert.match(problem, /^Input `[a-z-]+`: expected [^\n\r]+, got "[^\n\r]*"$/);
    }),
  );
});

test('a full build never has to be due', () => {
  const never = { builds: Number.POSITIVE_INFINITY, time: Number.POSITIVE_INFINITY };
  assert.deepEqual(valueOf({ 'full-every': 'never' }).fullEvery, never);
});
