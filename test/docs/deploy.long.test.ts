import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { deployPageWithTables } from '../../scripts/readme-tables.ts';
import { DELTA_INPUTS, DELTA_OUTPUTS } from '../../src/inputs/delta-spec.ts';
import { filesBelow } from '../../src/output/plain-files.ts';
import { layTree, type FileTree } from '../delta/trees.ts';
import { findTool, missingTools, runTool, s3Server } from '../support/deploy-tools.ts';
import { readDocsPage } from '../support/docs-examples.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const page = readDocsPage('deploy.md');
const root = resolve(import.meta.dirname, '../..');

function recipe(heading: string): readonly Step[] {
  const [, text = ''] =
    new RegExp(`^## ${heading}[^\n]*\n[\\s\\S]*?^\`\`\`yaml\n([\\s\\S]*?)^\`\`\``, 'm').exec(page) ?? [];
  const { steps } = parse(text) as { steps?: readonly Step[] };
  assert.ok(steps !== undefined, heading);
  return steps;
}

const VERSIONS: readonly FileTree[] = [
  new Map([
    ['index.html', '<h1>One</h1>'],
    ['a/index.html', '<h1>A</h1>'],
    ['old/index.html', '<h1>Old</h1>'],
    ['style.css', 'p{}'],
  ]),
  new Map([
    ['index.html', '<h1>Two</h1>'],
    ['a/index.html', '<h1>A</h1>'],
    ['#new ü/index.html', '<h1>New</h1>'],
    ['style.css', 'p{}'],
  ]),
];

interface Job {
  readonly folder: string;
  readonly variables: NodeJS.ProcessEnv;
}

/** Runs the steps of a recipe as a job would, with the command in place of the action. */
function deploy(steps: readonly Step[], { folder, variables }: Job, { stopAt }: { stopAt?: number } = {}): void {
  const files = join(folder, 'files');
  rmSync(join(folder, 'deployed.json'), { force: true });
  for (const step of steps) {
    if (step.uses !== undefined) {
      const base = step.with?.['base'] ?? '';
      const cli = join(root, 'src', 'entry', 'cli.ts');
      runTool('node', [cli, 'delta', 'public', '--base', base, '--files-path', files, '--vanished', 'off'], {
        cwd: folder,
      });
      continue;
    }
    const lines = (step.run ?? '').split('\n');
    const script = stopAt === undefined || step.name !== 'Deploy what changed' ? lines : lines.slice(0, stopAt);
    // As the runner runs it.
    runTool('bash', ['-e', '-o', 'pipefail', '-c', script.join('\n')], {
      cwd: folder,
      env: { ...variables, FILES: files },
    });
  }
}

function contentOf(folder: string): Record<string, string> {
  const files = filesBelow(folder).files.filter((path) => path !== '.deployed.json');
  return Object.fromEntries(files.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

test('the tables are those of the source, and the recipes use inputs and outputs that there are', () => {
  assert.equal(page, deployPageWithTables(page));
  for (const [, name = ''] of page.matchAll(/steps\.delta\.outputs\.([a-z-]+)/g))
    assert.ok(name in DELTA_OUTPUTS, name);
  for (const [, text = ''] of page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)) {
    const { steps = [], jobs = {} } = parse(text) as { steps?: Step[]; jobs?: Record<string, { steps: Step[] }> };
    for (const step of [...steps, ...Object.values(jobs).flatMap((job) => job.steps)])
      if (step.uses?.includes('/delta@') === true)
        for (const name of Object.keys(step.with ?? {})) assert.ok(name in DELTA_INPUTS, name);
  }
});

suite('the recipe for rsync', { skip: missingTools('rsync', 'bash') }, () => {
  test('deploys the first time, then what changed, and makes up for a deployment that broke off or never was', async () => {
    await using folder = await temporaryFolder();
    const target = join(folder.path, 'target');
    mkdirSync(target);
    const job = { folder: folder.path, variables: { TARGET: target } };
    const steps = recipe('rsync');
    const output = join(folder.path, 'public');
    for (const version of [...VERSIONS, ...VERSIONS]) {
      layTree(output, version);
      deploy(steps, job);
      assert.deepEqual(contentOf(target), contentOf(output));
    }
    // Broken off after the upload, and then the edit is taken back.
    layTree(output, VERSIONS[0] ?? new Map());
    deploy(steps, job, { stopAt: 2 });
    layTree(output, VERSIONS[1] ?? new Map());
    deploy(steps, job);
    assert.deepEqual(contentOf(target), contentOf(output));
  });
});

suite('the recipe for S3', { skip: missingTools('aws', 'moto_server', 'bash') }, () => {
  test('deploys the first time, and then what changed', async () => {
    await using folder = await temporaryFolder();
    await using server = await s3Server();
    const own = join(folder.path, 'bin');
    mkdirSync(own);
    // The recipe says aws; whichever that is.
    const aws = findTool('aws') ?? '';
    writeFileSync(join(own, 'aws'), `#!/bin/sh\nexec '${aws}' "$@"\n`);
    chmodSync(join(own, 'aws'), 0o755);
    const PATH = `${own}:${process.env['PATH'] ?? ''}`;
    const job = { folder: folder.path, variables: { ...server.env, PATH, BUCKET: 'site' } };
    runTool('aws', ['s3', 'mb', 's3://site'], { env: server.env });
    const output = join(folder.path, 'public');
    for (const version of VERSIONS) {
      layTree(output, version);
      deploy(recipe('S3'), job);
      const fetched = join(folder.path, 'fetched');
      rmSync(fetched, { recursive: true, force: true });
      runTool('aws', ['s3', 'cp', '--quiet', '--recursive', 's3://site/', fetched], { env: server.env });
      copyFileSync(join(fetched, '.deployed.json'), join(folder.path, 'seen.json'));
      assert.deepEqual(contentOf(fetched), contentOf(output));
    }
  });
});
