import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { readmeWithTables } from '../../scripts/readme-tables.ts';
import { INPUTS, OUTPUTS } from '../../src/inputs/spec.ts';
import { root } from './runner-job.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, body = '']) => body,
  );
}

function run(program: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
}

describe('what README.md says is true', () => {
  for (const line of blocks('sh').flatMap((block) => block.trim().split('\n'))) {
    test(`the command "${line}" works`, () => {
      // Installing is what was done before this test could run, and the test command is what runs it.
      const command = line.replace('npm ci && ', '');
      if (command === 'npm test') {
        const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
          scripts: Record<string, string>;
        };
        assert.match(scripts['test'] ?? '', /^node --test /);
        return;
      }
      const [program = '', ...args] = command.split(' ');
      const result = run(program === 'node' ? process.execPath : program, args);
      assert.equal(result.status, 0, result.stdout + result.stderr);
    });
  }

  test('there are commands to try', () => assert.ok(blocks('sh').length >= 3));

  for (const [index, program] of blocks('ts').entries()) {
    test(`library example ${index + 1} runs and prints something`, () => {
      const result = run(process.execPath, ['--input-type=module-typescript', '--no-warnings', '--eval', program]);
      assert.equal(result.status, 0, result.stderr);
      assert.match(result.stdout, /keepers\/duties/);
    });
  }

  test('the workflow example uses inputs and outputs that exist', () => {
    const [workflow = ''] = blocks('yaml');
    const { jobs } = parse(workflow) as {
      jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>;
    };
    const step = Object.values(jobs)
      .flatMap((job) => job.steps)
      .find(({ uses }) => uses?.includes('/bengal-cache@'));
    assert.ok(step?.with, 'the example uses the action');
    for (const input of Object.keys(step.with)) assert.ok(Object.hasOwn(INPUTS, input), input);
    for (const [, output = ''] of workflow.matchAll(/steps\.cache\.outputs\.([a-z-]+)/g))
      assert.ok(Object.hasOwn(OUTPUTS, output), output);
  });

  test('the tables are those of the source and of what was measured: npm run readme', () => {
    const measured = readFileSync(join(root, 'docs/measured-builds.md'), 'utf8');
    assert.equal(readme, readmeWithTables(readme, measured));
  });
});
