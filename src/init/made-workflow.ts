import type { PackageSetup, PythonChoice, RepositoryFacts } from './repository.ts';

export const DEPLOY_TARGETS = ['pages', 'none'] as const;
/** `pages`: GitHub Pages, by the actions that GitHub keeps for it; `none`: the site is only built. */
export type DeployTarget = (typeof DEPLOY_TARGETS)[number];

export interface WorkflowOptions {
  readonly facts: RepositoryFacts;
  readonly deploy: DeployTarget;
  /** The action, such as `someone/bengal-cache@v0`, without its folder. */
  readonly action: string;
}

/** Where the workflow goes, below the root of the repository. */
export const WORKFLOW_FILE = '.github/workflows/docs.yml';

/** A whole workflow: it builds every push and pull request, and publishes what the published branch builds. */
export function workflowText({ facts, deploy, action }: WorkflowOptions): string {
  const output = [facts.site, facts.outputDir].filter((part) => part !== '' && part !== '.').join('/');
  const isPublished = `github.event_name != 'pull_request' && github.ref == 'refs/heads/${facts.branch.replaceAll("'", "''")}'`;
  const inputs = [
    ...(facts.site === '' ? [] : [`site: ${scalar(facts.site)}`]),
    'environment: production',
    ...(facts.packages.kind === 'uv' ? ['command: uv run bengal build'] : []),
  ];
  const lines = [
    'name: Documentation',
    '',
    'on:',
    '  push:',
    `    branches: [${scalar(facts.branch)}]`,
    '  pull_request:',
    '  workflow_dispatch:',
    '',
    'permissions: {}',
    '',
    ...(deploy === 'pages'
      ? ['# Two deployments at a time would be one too many.', 'concurrency:', '  group: docs-${{ github.ref }}', '']
      : []),
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    '    permissions:',
    '      contents: read',
    '      # For the comment that says what readers will see.',
    '      pull-requests: write',
    '    steps:',
    '      - uses: actions/checkout@v7',
    '        with:',
    '          persist-credentials: false',
    ...setUp(facts.packages, facts.python),
    `      - uses: ${actionInFolder(action, 'build')}`,
    '        with:',
    ...inputs.map((line) => `          ${line}`),
    ...(deploy === 'pages' ? publishing(output, isPublished) : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The artifact of the build, and the job that publishes it. */
function publishing(output: string, isPublished: string): string[] {
  return [
    '      - uses: actions/upload-pages-artifact@v4',
    `        if: ${isPublished}`,
    '        with:',
    `          path: ${scalar(output)}`,
    '',
    '  deploy:',
    `    if: ${isPublished}`,
    '    needs: build',
    '    runs-on: ubuntu-latest',
    '    permissions:',
    '      pages: write',
    '      id-token: write',
    '    environment:',
    '      name: github-pages',
    '      url: ${{ steps.deployment.outputs.page_url }}',
    '    steps:',
    '      - id: deployment',
    '        uses: actions/deploy-pages@v4',
  ];
}

/** What is still to be done by hand, a sentence each. */
export function remainingSteps({ facts, deploy }: Pick<WorkflowOptions, 'facts' | 'deploy'>): string[] {
  return [
    ...(deploy === 'pages'
      ? ['In the settings of the repository, under Pages, choose "GitHub Actions" as the source.']
      : []),
    ...(facts.hasBaseUrl
      ? []
      : [
          'Set baseurl in the section site of the configuration: without it each branch builds with another one, and begins without a cache.',
        ]),
    ...(facts.packages.kind === 'none'
      ? [
          'Nothing here says which Bengal the site needs, so the workflow installs the newest: write bengal==VERSION into requirements.txt.',
        ]
      : []),
  ];
}

function setUp(packages: PackageSetup, python: PythonChoice): string[] {
  if (packages.kind === 'uv') {
    const folder = packages.folder === '' ? [] : [`        working-directory: ${scalar(packages.folder)}`];
    return ['      - uses: astral-sh/setup-uv@v7', '      - run: uv sync --locked', ...folder];
  }
  const version =
    python.kind === 'file'
      ? `python-version-file: ${scalar(python.file)}`
      : `python-version: ${scalar(python.version)}`;
  return [
    '      - uses: actions/setup-python@v6',
    '        with:',
    `          ${version}`,
    `      - run: ${install(packages)}`,
  ];
}

function install(packages: Exclude<PackageSetup, { kind: 'uv' }>): string {
  switch (packages.kind) {
    case 'requirements':
      return scalar(`pip install -r ${word(packages.file)}`);
    case 'project': {
      const folder = packages.folder === '' ? '.' : `./${packages.folder}`;
      return scalar(`pip install ${word(packages.extra === undefined ? folder : `${folder}[${packages.extra}]`)}`);
    }
    case 'none':
      return 'pip install bengal';
  }
}

/** Text as YAML reads it back as the same text, plain where that is safe. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z_./][\w ./@+=[\]-]*$/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|~)$/i.test(text) &&
    !text.endsWith(' ');
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}

/** One word of a shell. */
function word(text: string): string {
  return /^[\w./@+=-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

function actionInFolder(action: string, folder: string): string {
  const [repository, version] = action.split('@');
  return `${repository ?? ''}/${folder}@${version ?? ''}`;
}
