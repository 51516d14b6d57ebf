import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Inputs } from '../../src/inputs/inputs.ts';
import { parseInputs, parseSiteInputs, type FolderKind, type RawInputs } from '../../src/inputs/parse.ts';
import { INPUTS, type InputName } from '../../src/inputs/spec.ts';

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
    gate: 'auto',
    repair: true,
    keyPrefix: 'bengal-cache',
    save: true,
    reportPath: undefined,
  });
});

test('blank inputs are missing ones, and blanks around a value do not count', () => {
  const blank = Object.fromEntries(Object.keys(INPUTS).map((name) => [name, ' \n'])) as RawInputs;
  assert.deepEqual(valueOf(blank), valueOf({}));
  assert.equal(valueOf({ gate: ' strict\n' }).gate, 'strict');
});

test('every input is taken', () => {
  assert.deepEqual(
    valueOf({
      site: 'docs/',
      'output-dir': './out/',
      environment: 'preview',
      profile: 'writer',
      config: 'other.toml',
      'config-hash': '8c266b4d78389463',
      'bengal-version': '0.5.1.dev1+g18a41bd17',
      'python-version': '3.14.2',
      gate: 'always-full',
      repair: 'false',
      'key-prefix': 'docs',
      save: 'false',
      'report-path': 'out/report.json',
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
      gate: 'always-full',
      repair: false,
      keyPrefix: 'docs',
      save: false,
      reportPath: '/work/out/report.json',
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
  ['profile', ['a.b', '\u00e9'], 'a name of letters, digits, - and _'],
  ['config', ['../bengal.toml', '/etc/x'], 'a relative path inside the site'],
  [
    'config-hash',
    ['8C266B4D78389463', 'abc', '8c266b4d783894630'],
    '16 lower-case hexadecimal digits, as Bengal prints them',
  ],
  ['bengal-version', ['latest', '1', '0.5.1 x', 'v0.5.1'], 'a version such as 0.5.1'],
  ['python-version', ['3', '3.x', '3.14.1.2', 'python3.14'], 'a version such as 3.14'],
  ['gate', ['never', 'Strict', 'true'], 'auto, strict, preview or always-full'],
  ['repair', ['yes', 'TRUE', '1'], 'true or false'],
  ['key-prefix', ['a,b', 'a b', 'x'.repeat(101)], 'up to 100 characters without comma and blank'],
  ['save', ['yes', 'TRUE', '1'], 'true or false'],
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

test('every input has a bad value above', () => {
  assert.deepEqual(BAD.map(([name]) => name).sort(), Object.keys(INPUTS).sort());
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
  const anyRaw = fc.dictionary(fc.constantFrom(...(Object.keys(INPUTS) as InputName[])), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(anyRaw, (raw) => {
      for (const problem of problemsOf(raw))
        assert.match(problem, /^Input `[a-z-]+`: expected [^\n\r]+, got "[^\n\r]*"$/);
    }),
  );
});
