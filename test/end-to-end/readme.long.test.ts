import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { actionPageWithTables, readmeWithTable } from '../../scripts/readme-tables.ts';
import { AFTER_BUILD_OUTPUTS, BUILD_INPUTS } from '../../src/inputs/build-spec.ts';
import { INPUTS, OUTPUTS } from '../../src/inputs/spec.ts';
import { root } from './runner-job.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const actionPage = readFileSync(join(root, 'docs/action.md'), 'utf8');
const cliPage = readFileSync(join(root, 'docs/cli.md'), 'utf8');

function blocks(language: string, page = readme): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, body = '']) => body);
}

function run(program: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
}

describe('what README.md and the pages of the action and the command line say is true', () => {
  const commands = [readme, cliPage].flatMap((page) => blocks('sh', page));
  for (const line of new Set(commands.flatMap((block) => block.trim().split('\n')))) {
    test(`the command "${line}" works`, () => {
      // Installing is what was done before this test could run, and the test command is what runs it.
      const command = line.replace('npm ci && ', '');
      if (command === 'npm test') {
        const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
          scripts: Record<string, string>;
        };
        assert.match(scripts['test'] ?? '', /^node scripts\/test\.ts$/);
        return;
      }
      const [program = '', ...args] = command.split(' ');
      const result = run(program === 'node' ? process.execPath : program, args);
      assert.equal(result.status, 0, result.stdout + result.stderr);
    });
  }

  test('there are commands to try', () => assert.ok(commands.length >= 3));

  test('README.md is short enough to be read', () => {
    assert.ok(readme.split(/\s+/).length <= 900, String(readme.split(/\s+/).length));
  });

  const WORKFLOWS = [
    ['of one step', readme, '/bengal-cache/build@', BUILD_INPUTS],
    ['with a build of its own', actionPage, '/bengal-cache@', INPUTS],
  ] as const;
  for (const [name, page, action, inputs] of WORKFLOWS)
    test(`the workflow ${name} uses inputs and outputs that exist`, () => {
      const workflow = blocks('yaml', page)[0] ?? '';
      const { jobs } = parse(workflow) as {
        jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>;
      };
      const step = Object.values(jobs)
        .flatMap((job) => job.steps)
        .find(({ uses }) => uses?.includes(action));
      assert.ok(step?.with, 'the example uses the action');
      for (const input of Object.keys(step.with)) assert.ok(Object.hasOwn(inputs, input), input);
      for (const [, output = ''] of workflow.matchAll(/steps\.cache\.outputs\.([a-z-]+)/g))
        assert.ok(Object.hasOwn(OUTPUTS, output), output);
    });

  test('the settings that it names are inputs of the one step', () => {
    const [, table = ''] = /^## Settings that people use\n([\s\S]*?)(?=^## )/m.exec(readme) ?? [];
    const names = [...table.matchAll(/^\| `([a-z-]+):/gm)].map(([, name = '']) => name);
    assert.ok(names.length >= 5);
    for (const name of names) assert.ok(Object.hasOwn(BUILD_INPUTS, name), name);
  });

  test('what it says of the inputs and outputs of the one step is so', () => {
    const [, outputs = '', inputs = ''] =
      /Its outputs are those (.*?); its inputs those below but (.*?)\.\n/.exec(actionPage) ?? [];
    const named = (text: string): string[] => [...text.matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word);
    assert.deepEqual(named(outputs).sort(), Object.keys(AFTER_BUILD_OUTPUTS).sort());
    const missing = Object.keys(INPUTS).filter((name) => !Object.hasOwn(BUILD_INPUTS, name));
    assert.deepEqual([...named(inputs), 'job-status'], missing);
  });

  test('the tables are those of the source and of what was measured: npm run readme', () => {
    const measured = readFileSync(join(root, 'docs/measured-builds.md'), 'utf8');
    assert.equal(readme, readmeWithTable(readme, measured));
    assert.equal(actionPage, actionPageWithTables(actionPage));
  });
});
