import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCli } from '../../src/entry/cli-main.ts';
import { gitRig, type GitRig } from '../support/git-rig.ts';

const WORKFLOW = '.github/workflows/docs.yml';
const SITE = {
  'bengal.toml': '[site]\nbaseurl = "https://example.org"\n',
  'content/index.md': '# Home\n',
  '.gitignore': '.bengal/\npublic/\n',
};

interface Told {
  readonly status: number;
  readonly findings: readonly { rule: string; file: string; line: number; severity: string; fix: string }[];
}

async function ask(rig: GitRig, ...args: readonly string[]): Promise<{ status: number; out: string; errors: string }> {
  let [out, errors] = ['', ''];
  const stdout = { write: (text: string): void => void (out += text) };
  const stderr = { write: (text: string): void => void (errors += text) };
  const { PATH } = process.env;
  const status = await runCli(['doctor', ...args], { cwd: rig.path, variables: { PATH }, stdout, stderr });
  return { status, out, errors };
}

async function examined(files: Readonly<Record<string, string>>): Promise<Told> {
  await using rig = await gitRig(files);
  const { status, out, errors } = await ask(rig, '--format', 'json');
  assert.equal(errors, '');
  return { status, ...(JSON.parse(out) as Omit<Told, 'status'>) };
}

/** A workflow with these steps after Bengal is installed. */
function workflow(steps: string, { on = 'on: [push, pull_request]', permissions = 'contents: read' } = {}): string {
  return `${on}
permissions:
  ${permissions}
jobs:
  docs:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: pip install bengal
${steps}`;
}

const ONE_STEP = '      - uses: OWNER/bengal-cache/build@v0\n';
const RESTORE = '      - id: cache\n        uses: OWNER/bengal-cache@v0\n';
const BUILD = `      - run: bengal build $BUILD_ARGS
        env:
          BUILD_ARGS: \${{ steps.cache.outputs.build-args }}
`;
const handMade = (path: string, more = '          restore-keys: site-\n'): string =>
  `      - uses: actions/cache@v5\n        with:\n          path: |\n${path
    .split(' ')
    .map((each) => `            ${each}\n`)
    .join('')}          key: site-\${{ github.sha }}\n${more}      - run: bengal build\n`;

/** What is wrong, the rule that finds it, and what the workflow or the files of the repository are. */
const BROKEN: readonly (readonly [
  what: string,
  rule: string,
  text: string,
  files?: Readonly<Record<string, string>>,
])[] = [
  ['a cache of the state alone', 'output-not-cached', workflow(handMade('.bengal'))],
  [
    'a cache of another folder than that of the state',
    'wrong-state-folder',
    workflow(handMade('.bengal docs/public')),
    below('docs'),
  ],
  ['a cache that only its exact key finds', 'exact-key-only', workflow(handMade('.bengal public', ''))],
  ['two caches of one path', 'two-caches', workflow(`${handMade('.bengal public')}${ONE_STEP}`)],
  [
    'a workflow for pull requests alone',
    'never-saved-on-the-default-branch',
    workflow(ONE_STEP, { on: 'on: pull_request' }),
  ],
  ['an event that strangers can start', 'cache-is-off', workflow(ONE_STEP, { on: 'on: [push, pull_request_target]' })],
  [
    'permissions without contents',
    'contents-not-readable',
    workflow(ONE_STEP, { permissions: 'pull-requests: write' }),
  ],
  [
    'a comment that is not permitted',
    'comment-not-permitted',
    workflow(`${ONE_STEP}        with:\n          comment: always\n`),
  ],
  ['an action of a branch', 'action-of-a-branch', workflow('      - uses: OWNER/bengal-cache/build@main\n')],
  [
    'the action before Bengal',
    'before-bengal-is-installed',
    workflow(`${ONE_STEP}      - run: pip install bengal==0.5.1\n`),
  ],
  [
    'a state that is deleted',
    'restored-then-deleted',
    workflow(`${RESTORE}      - run: rm -rf public .bengal\n${BUILD}`),
  ],
  [
    'a build that clears everything',
    'restored-then-deleted',
    workflow(`${RESTORE}      - run: bengal clean\n${BUILD}`),
  ],
  [
    'times from the history',
    'times-restored',
    workflow(`      - uses: chetan/git-restore-mtime-action@v2\n${ONE_STEP}`),
  ],
  ['a build that is not told its mode', 'mode-not-passed-on', workflow(`${RESTORE}      - run: bengal build\n`)],
  [
    'another environment than that of the build',
    'environments-differ',
    workflow(
      `${RESTORE}        with:\n          environment: preview\n${BUILD.replace('build $', 'build --environment production $')}`,
    ),
  ],
  ['no base URL', 'no-base-url', workflow(ONE_STEP), { ...SITE, 'bengal.toml': '[site]\ntitle = "x"\n' }],
  ['a state that can be committed', 'not-ignored', workflow(ONE_STEP), { ...SITE, '.gitignore': 'public/\n' }],
];

const RIGHT: readonly (readonly [what: string, text: string, files?: Readonly<Record<string, string>>])[] = [
  ['the one step', workflow(ONE_STEP)],
  ['the build as a step of its own', workflow(`${RESTORE}${BUILD}`)],
  [
    'the action in two parts, with an environment, in a folder',
    workflow(
      `      - id: cache\n        uses: OWNER/bengal-cache/restore@v0\n        with:\n          site: docs\n          environment: production\n${BUILD.replace('build $', 'build --environment production $')}      - uses: OWNER/bengal-cache/save@v0\n        if: always()\n`,
    ),
    below('docs'),
  ],
  ['a cache by hand that keeps both', workflow(handMade('.bengal public'))],
  ['a workflow that has nothing to do with Bengal', workflow('      - run: npm test\n'), { 'README.md': '' }],
];

function below(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SITE).map(([path, text]) => [path === '.gitignore' ? path : `${folder}/${path}`, text]),
  );
}

describe('doctor', () => {
  for (const [what, rule, text, files = SITE] of BROKEN)
    test(`finds ${what}, and nothing else`, async () => {
      const { status, findings } = await examined({ ...files, [WORKFLOW]: text });
      assert.deepEqual([...new Set(findings.map((finding) => finding.rule))], [rule]);
      assert.equal(status, findings.some(({ severity }) => severity === 'error') ? 1 : 0);
      for (const { fix, line } of findings) assert.ok(fix.endsWith('.') && line > 0);
    });

  for (const [what, text, files = SITE] of RIGHT)
    test(`finds nothing in ${what}`, async () => {
      assert.deepEqual(await examined({ ...files, [WORKFLOW]: text }), { status: 0, schemaVersion: 1, findings: [] });
    });

  test('names file and line, for people and for code scanning', async () => {
    await using rig = await gitRig({ ...SITE, [WORKFLOW]: workflow('      - uses: OWNER/bengal-cache/build@main\n') });
    const { out } = await ask(rig);
    assert.match(out, /^\.github\/workflows\/docs\.yml:10: warning \(action-of-a-branch\)\n {2}The action is taken/);
    const sarif = JSON.parse((await ask(rig, '--format', 'sarif')).out) as {
      runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
    };
    const [result] = sarif.runs[0]?.results ?? [];
    assert.equal(result?.ruleId, 'action-of-a-branch');
    assert.equal(result.locations[0]?.physicalLocation.region.startLine, 10);
  });

  test('passes over what is no workflow, and says what it does not know', async () => {
    await using rig = await gitRig({ ...SITE, [WORKFLOW]: 'a: [b', '.github/workflows/list.yml': '- x\n' });
    assert.deepEqual(await ask(rig), {
      status: 0,
      out: 'Nothing found that would keep the cache from working\n',
      errors: '',
    });
    assert.match(
      (await ask(rig, '--format', 'xml')).errors,
      /Option --format: expected text, json or sarif, got "xml"/,
    );
    assert.match((await ask(rig, 'nowhere')).errors, /There is no folder "nowhere"/);
  });

  test('finds nothing in what init writes', async () => {
    await using rig = await gitRig(SITE);
    const silent = { write: (): void => undefined };
    const { PATH } = process.env;
    await runCli(['init'], { cwd: rig.path, variables: { PATH }, stdout: silent, stderr: silent });
    assert.equal((await ask(rig)).out, 'Nothing found that would keep the cache from working\n');
  });
});
