import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const projectRoot = join(import.meta.dirname, '..', '..');
const cruiser = join(projectRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** What the rules must say about each file: nothing, or exactly these names. */
interface Sample {
  readonly file: string;
  readonly code: string;
  readonly breaks: readonly string[];
}

const samples: readonly Sample[] = [
  { file: 'src/index.ts', code: `export * from './flow/story.ts'; export * from './store/port.ts';`, breaks: [] },
  {
    file: 'src/entry/main.ts',
    code: `
      import '../flow/story.ts'; import '../store/github.ts'; import '../host/actions.ts'; import '../gate/decide.ts';
      import '../core/reader.ts'; import '../core/upward.ts'; import '../flow/adapter.ts'; import '../report/words.ts';
      import '../affected/loop.ts'; import '../graph/build-graph.ts'; import '../render/picture.ts'; import '../util/bag.ts';
      import '../stages/patterns.ts'; import '../disk/node.ts';`,
    breaks: [],
  },
  { file: 'src/entry/post.ts', code: '', breaks: [] },
  { file: 'src/store/port.ts', code: `export interface Store { readonly name: string }`, breaks: [] },
  {
    file: 'src/store/github.ts',
    code: `import '@actions/cache'; import '../disk/node.ts'; export type { Store } from './port.ts';`,
    breaks: [],
  },
  { file: 'src/host/actions.ts', code: `import '@actions/core';`, breaks: [] },
  { file: 'src/stages/patterns.ts', code: `import '@actions/glob'; import '../disk/node.ts';`, breaks: [] },
  {
    file: 'src/flow/story.ts',
    code: `import type { Store } from '../store/port.ts'; import 'node:path'; export type Story = Store;`,
    breaks: [],
  },
  { file: 'src/disk/node.ts', code: `export * from 'node:fs';`, breaks: [] },
  { file: 'src/graph/stored-graph.ts', code: `import '../disk/node.ts';`, breaks: [] },
  {
    file: 'src/archive/past-the-door.ts',
    code: `import 'node:fs';`,
    breaks: ['no-dead-modules', 'one-door-to-the-disk'],
  },
  { file: 'src/graph/build-graph.ts', code: `import './stored-graph.ts';`, breaks: [] },
  {
    file: 'src/core/reader.ts',
    code: `import 'node:fs';`,
    breaks: ['core-without-effects', 'one-door-to-the-disk'],
  },
  {
    file: 'src/core/upward.ts',
    code: `import type { Story } from '../flow/story.ts'; export type Up = Story;`,
    breaks: ['layer-core'],
  },
  {
    file: 'src/gate/decide.ts',
    code: `import 'node:child_process'; import '@actions/core';`,
    breaks: ['actions-core-in-one-adapter', 'disk-and-programs-in-few-folders'],
  },
  {
    file: 'src/flow/adapter.ts',
    code: `import '../store/github.ts'; import 'node:crypto'; import '../entry/post.ts';`,
    breaks: ['entry-is-the-top', 'flow-sees-ports-only', 'flow-without-node'],
  },
  { file: 'src/report/words.ts', code: `import '../index.ts';`, breaks: ['index-is-the-door', 'layer-report'] },
  {
    file: 'src/affected/loop.ts',
    code: `import type { Pool } from './pool.ts'; export type Loop = Pool;`,
    breaks: ['no-cycles'],
  },
  {
    // A cycle is reported once, at the first of its modules.
    file: 'src/affected/pool.ts',
    code: `import type { Loop } from './loop.ts'; export type Pool = Loop;`,
    breaks: [],
  },
  { file: 'src/render/picture.ts', code: `import 'node:https';`, breaks: ['network-and-machine-in-shells-only'] },
  {
    file: 'src/util/bag.ts',
    code: `import '../core/nowhere.ts';`,
    breaks: ['known-folders-only', 'resolvable-imports-only'],
  },
  { file: 'src/memo/forgotten.ts', code: `export const forgotten = true;`, breaks: ['no-dead-modules'] },
];

interface Violation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

async function writeTree(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

function cruise(root: string): Promise<readonly Violation[]> {
  const config = join(projectRoot, '.dependency-cruiser.mjs');
  const argv = [cruiser, '--config', config, '--output-type', 'json', 'src'];
  return new Promise((resolve, reject) => {
    // The exit code is the number of violations, hence no error to us as long as there is a report.
    execFile(process.execPath, argv, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error('dependency-cruiser printed nothing'));
      else resolve((JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations);
    });
  });
}

describe('layer rules', () => {
  let root = '';
  let violations: readonly Violation[] = [];

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'layers-'));
    const packages = ['@actions/cache', '@actions/core', '@actions/glob'];
    await writeTree(root, {
      'tsconfig.json':
        '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }',
      'package.json': JSON.stringify({
        type: 'module',
        dependencies: Object.fromEntries(packages.map((p) => [p, '*'])),
      }),
      ...Object.fromEntries(
        packages.map((p) => [`node_modules/${p}/package.json`, `{ "name": "${p}", "main": "index.js" }`]),
      ),
      ...Object.fromEntries(packages.map((p) => [`node_modules/${p}/index.js`, ''])),
      ...Object.fromEntries(samples.map((sample) => [sample.file, sample.code])),
    });
    violations = await cruise(root);
  });

  after(() => rm(root, { recursive: true, force: true }));

  for (const { file, breaks } of samples) {
    it(`${file} breaks ${breaks.length === 0 ? 'no rule' : breaks.join(', ')}`, () => {
      // A dead module is reported as the end of the rule (`to`), anything else at its start (`from`).
      const broken = violations
        .filter((violation) => (violation.rule.name === 'no-dead-modules' ? violation.to : violation.from) === file)
        .map((violation) => violation.rule.name);
      assert.deepEqual([...new Set(broken)].sort(), breaks);
    });
  }
});
