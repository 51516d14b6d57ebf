import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { findWorkflowTool, howToGet } from '../../scripts/workflow-tools.ts';
import { OWN_ACTION } from '../../src/init/own-action.ts';
import { workflowText } from '../../src/init/made-workflow.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

// What people copy into their repositories is held to what linters of workflows say, and so are our own workflows.

const root = resolve(import.meta.dirname, '../..');
const PAGES = ['*.md', 'docs/*.md', 'examples/*/*.md'];

/**
 * Pages name actions by their tags, for people to read; README.md says when to name them by a commit. Our own workflow
 * names each by its commit.
 */
const POLICY = {
  rules: {
    'unpinned-uses': {
      config: { policies: { 'actions/*': 'ref-pin', 'astral-sh/*': 'ref-pin', 'OWNER/*': 'ref-pin' } },
    },
  },
};
/** The step whose outcome `stage/` asks for comes later; docs/stages.md says so, and that actionlint minds. */
const LATER_STEP = 'property "check-links" is not defined in object type';
/** That `$BUILD_ARGS` falls apart into words is what it is for: it holds several arguments, or none. */
const SPLIT_ON_PURPOSE = 'SC2086:.+Double quote to prevent globbing and word splitting';

interface Workflow {
  /** Page and line where it begins. */
  readonly name: string;
  readonly text: string;
}

/** A workflow as it stands on the page, or the steps of one with a workflow around them; nothing for other YAML. */
function asWorkflow(text: string): string | undefined {
  const value = parse(text) as { jobs?: unknown; on?: unknown; steps?: unknown } | unknown[];
  if (!Array.isArray(value) && value.jobs !== undefined) return value.on === undefined ? `on: push\n${text}` : text;
  const steps = Array.isArray(value) ? value : value.steps;
  if (steps === undefined) return undefined;
  return stringify({
    on: 'push',
    permissions: { contents: 'read' },
    jobs: { docs: { 'runs-on': 'ubuntu-latest', steps } },
  });
}

function workflowsOf(page: string): Workflow[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(({ index, 1: block = '' }) => {
    const workflow = asWorkflow(block);
    const line = text.slice(0, index).split('\n').length;
    return workflow === undefined ? [] : [{ name: `${page.replaceAll('/', '-')}-${line}.yml`, text: workflow }];
  });
}

/** Workflows to copy, as they stand in files. */
const examples = globSync('examples/workflows/*.yml', { cwd: root })
  .sort()
  .map((file): Workflow => ({ name: file.replaceAll(/[\\/]/g, '-'), text: readFileSync(join(root, file), 'utf8') }));
/** Other systems read it, which know actions by their whole address. */
const forOthers = (workflow: Workflow): boolean => workflow.name.endsWith('-gitea.yml');

/** What `bengal-cache init` writes into a repository. */
const written = (['pages', 'none'] as const).flatMap((deploy) =>
  ([{ kind: 'none' }, { kind: 'uv', folder: 'docs' }, { kind: 'requirements', file: "docs/it's.txt" }] as const).map(
    (packages): Workflow => ({
      name: `init-${deploy}-${packages.kind}.yml`,
      text: workflowText({
        facts: {
          ...{ site: 'docs', outputDir: 'public', branch: 'main', packages, hasBaseUrl: true },
          python: { kind: 'version', version: '3.14' },
        },
        deploy,
        action: OWN_ACTION,
      }),
    }),
  ),
);

const workflows = [
  ...examples.filter((workflow) => !forOthers(workflow)),
  ...PAGES.flatMap((pattern) => globSync(pattern, { cwd: root }))
    .sort()
    .flatMap(workflowsOf),
  ...written,
];

const ACTIONLINT = findWorkflowTool('actionlint') ?? '';
const WITHOUT_ACTIONLINT = ACTIONLINT === '' && howToGet('actionlint');
const WITHOUT_ZIZMOR =
  spawnSync('zizmor', ['--version']).status !== 0 && 'there is no zizmor here: pipx install zizmor';

function assertClean(program: string, args: readonly string[], folder: string): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
}

describe('linters of workflows find nothing', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await temporaryFolder();
    const place = join(folder.path, '.github/workflows');
    mkdirSync(place, { recursive: true });
    for (const { name, text } of workflows) writeFileSync(join(place, name), text);
    writeFileSync(join(folder.path, 'policy.yml'), stringify(POLICY));
  });
  after(() => folder[Symbol.asyncDispose]());

  test('in anything, since every page with steps is seen', () => {
    const pages = new Set(workflows.map(({ name }) => name.replace(/-\d+\.yml$/, '')));
    const own = [...pages].filter((name) => !/^(?:init|examples)-/.test(name));
    assert.deepEqual(own, [
      'README.md',
      'docs-action.md',
      'docs-deploy.md',
      'docs-gate.md',
      'docs-graph.md',
      'docs-stages.md',
    ]);
  });

  test('actionlint: in the workflows of the documentation', { skip: WITHOUT_ACTIONLINT }, () => {
    const files = workflows.map(({ name }) => join('.github/workflows', name));
    assertClean(ACTIONLINT, ['-ignore', LATER_STEP, '-ignore', SPLIT_ON_PURPOSE, ...files], folder.path);
  });

  test('zizmor: in the workflows of the documentation', { skip: WITHOUT_ZIZMOR }, () => {
    assertClean(
      'zizmor',
      ['--offline', '--strict-collection', '--config', 'policy.yml', '.github/workflows'],
      folder.path,
    );
  });

  test('actionlint: in our own workflows', { skip: WITHOUT_ACTIONLINT }, () => {
    assertClean(ACTIONLINT, globSync('.github/workflows/*.yml', { cwd: root }), root);
  });

  test('zizmor: in our own workflows and actions', { skip: WITHOUT_ZIZMOR }, () => {
    const actions = globSync('{,*/}action.yml', { cwd: root });
    assertClean('zizmor', ['--offline', '--strict-collection', '.github', ...actions], root);
  });
});
