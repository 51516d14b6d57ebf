import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { runCli } from '../../src/entry/cli-main.ts';
import { gitRig, type GitRig } from '../support/git-rig.ts';

const FILE = '.github/workflows/docs.yml';
const SITE = { 'bengal.toml': '[site]\nbaseurl = "https://example.org"\n', 'content/index.md': '# Home\n' };

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly errors: string;
}

async function init(rig: GitRig, ...args: readonly string[]): Promise<Ended> {
  let [out, errors] = ['', ''];
  const stdout = { write: (text: string) => (out += text) !== '', isTTY: false };
  const stderr = { write: (text: string) => (errors += text) !== '', isTTY: false };
  const { PATH } = process.env;
  const status = await runCli(['init', ...args], { cwd: rig.path, variables: { PATH }, stdout, stderr });
  return { status, out, errors };
}

interface Workflow {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions: object }>>;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The workflow that a repository with these files gets. */
async function workflowFor(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Workflow> {
  await using rig = await gitRig(files);
  const { status, errors } = await init(rig, ...args);
  assert.equal(status, 0, errors);
  return parse(await rig.read(FILE)) as Workflow;
}

function stepsOf(workflow: Workflow): readonly Step[] {
  return workflow.jobs['build']?.steps ?? [];
}

function below(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(SITE).map(([path, text]) => [`${folder}/${path}`, text]));
}

describe('the workflow that init writes', () => {
  test('builds pushes and pull requests, and publishes the default branch on GitHub Pages', async () => {
    const workflow = await workflowFor(SITE);
    assert.deepEqual(workflow.on, { push: { branches: ['main'] }, pull_request: null, workflow_dispatch: null });
    const steps = stepsOf(workflow);
    assert.deepEqual(
      steps.map(({ uses, run }) => uses ?? run),
      [
        'actions/checkout@v7',
        'actions/setup-python@v6',
        'pip install bengal',
        'OWNER/bengal-cache/build@v0',
        'actions/upload-pages-artifact@v4',
      ],
    );
    assert.deepEqual(steps[3]?.with, { environment: 'production' });
    assert.equal(steps[4]?.with?.['path'], 'public');
    assert.equal(steps[4].if, "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'");
    assert.deepEqual(workflow.jobs['deploy']?.permissions, { pages: 'write', 'id-token': 'write' });
  });

  test('only builds where nothing is to be deployed', async () => {
    const workflow = await workflowFor(SITE, '--deploy', 'none');
    assert.deepEqual(Object.keys(workflow.jobs), ['build']);
    assert.equal(
      stepsOf(workflow).some(({ uses }) => uses?.includes('pages') === true),
      false,
    );
  });

  test('finds a site below the root, in either layout, and publishes its output', async () => {
    const single = stepsOf(await workflowFor(below('docs')));
    assert.equal(single[3]?.with?.['site'], 'docs');
    assert.equal(single[4]?.with?.['path'], 'docs/public');
    const split = stepsOf(
      await workflowFor({
        'web/config/_default/site.yaml': 'title: X\nbaseurl: https://example.org\n',
        'web/config/_default/build.yaml': 'output_dir: www\n',
        'web/content/index.md': '# Home\n',
      }),
    );
    assert.equal(split[3]?.with?.['site'], 'web');
    assert.equal(split[4]?.with?.['path'], 'web/www');
  });

  for (const [name, files, run] of [
    ['a requirement file', { 'requirements.txt': 'rich\nbengal==0.5.1\n' }, 'pip install -r requirements.txt'],
    [
      'one for the documentation alone',
      { 'requirements/docs.txt': 'bengal\n' },
      'pip install -r requirements/docs.txt',
    ],
    ['a project', { 'pyproject.toml': '[project]\ndependencies = ["bengal>=0.5"]\n' }, 'pip install .'],
    [
      'an extra of a project',
      {
        'pyproject.toml':
          '[project]\nname = "x"\n\n[project.optional-dependencies]\ntest = ["pytest"]\ndocs = [\n  "bengal[server]>=0.5",\n]\n',
      },
      'pip install .[docs]',
    ],
    ['no word of Bengal', { 'requirements.txt': 'bengal-theme\n' }, 'pip install bengal'],
  ] as const)
    test(`installs Bengal as ${name} says`, async () => {
      assert.equal(stepsOf(await workflowFor({ ...SITE, ...files }))[2]?.run?.replaceAll('"', ''), run);
    });

  test('leaves a project of uv to uv', async () => {
    const project = { 'pyproject.toml': '[project]\ndependencies = ["bengal"]\n', 'uv.lock': 'version = 1\n' };
    const steps = stepsOf(await workflowFor({ ...below('site'), ...project }));
    assert.deepEqual(
      steps.slice(1, 3).map(({ uses, run }) => uses ?? run),
      ['astral-sh/setup-uv@v7', 'uv sync --locked'],
    );
    assert.equal(steps[3]?.with?.['command'], 'uv run bengal build');
  });

  test('takes the version of Python from the file that names it', async () => {
    const steps = stepsOf(await workflowFor({ ...SITE, '.python-version': '3.13\n' }));
    assert.deepEqual(steps[1]?.with, { 'python-version-file': '.python-version' });
    assert.deepEqual(stepsOf(await workflowFor(SITE))[1]?.with, { 'python-version': '3.14' });
  });
});

describe('bengal-cache init', () => {
  test('shows what it writes, and writes nothing in a dry run', async () => {
    await using rig = await gitRig(SITE);
    const { status, out, errors } = await init(rig, '--dry-run');
    assert.equal(status, 0);
    assert.match(out, /^\+name: Documentation$/m);
    assert.match(errors, /Nothing was written/);
    assert.equal(existsSync(join(rig.path, FILE)), false);
  });

  test('leaves another file alone unless it is told to write over it', async () => {
    await using rig = await gitRig({ ...SITE, [FILE]: 'name: Mine\n' });
    const refused = await init(rig);
    assert.equal(refused.status, 1);
    assert.match(refused.out, /^-name: Mine$/m);
    assert.match(refused.errors, /--force writes over it/);
    assert.equal(await rig.read(FILE), 'name: Mine\n');
    assert.equal((await init(rig, '--force')).status, 0);
    assert.match(await rig.read(FILE), /^name: Documentation$/m);
  });

  test('checks that the file is what it would write', async () => {
    await using rig = await gitRig(SITE);
    assert.equal((await init(rig, '--check')).status, 1);
    await init(rig);
    const { status, out } = await init(rig, '--check');
    assert.deepEqual({ status, out }, { status: 0, out: '' });
  });

  test('asks which site is meant where there are several, and says where there is none', async () => {
    await using several = await gitRig({ ...below('docs'), ...below('handbook') });
    const { status, errors } = await init(several);
    assert.equal(status, 2);
    assert.match(errors, /several sites \("docs", "handbook"\): choose one with --site/);
    assert.equal((await init(several, '--site', 'handbook')).status, 0);
    await using none = await gitRig({ 'README.md': '' });
    assert.match((await init(none)).errors, /No Bengal site was found here/);
  });

  test('says what is left to be done by hand', async () => {
    await using rig = await gitRig({ 'bengal.toml': '[site]\ntitle = "x"\n', 'content/index.md': '' });
    const { errors } = await init(rig);
    assert.match(errors, /Set baseurl/);
    assert.match(errors, /choose "GitHub Actions"/);
    assert.match(errors, /bengal==VERSION/);
  });

  test('writes no name that a workflow would evaluate', async () => {
    await using rig = await gitRig(below('docs ${{ secrets.TOKEN }}'));
    const { status, errors } = await init(rig);
    assert.equal(status, 2);
    assert.match(errors, /cannot stand in a workflow/);
    assert.equal(existsSync(join(rig.path, FILE)), false);
  });
});
