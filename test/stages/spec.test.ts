import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { parseOutcome, parseStageInputs } from '../../src/inputs/stage-parse.ts';
import { STAGE_INPUTS, STAGE_OUTPUTS, type RawStageInputs } from '../../src/inputs/stage-spec.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default: unknown }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(import.meta.dirname, '../../stage/action.yml'), 'utf8')) as ActionFile;

describe('stage/action.yml', () => {
  test('offers the inputs of the table, in its order, with its descriptions and defaults', () => {
    assert.deepEqual(Object.entries(action.inputs), Object.entries(STAGE_INPUTS));
    for (const input of Object.values(action.inputs)) assert.equal(typeof input.default, 'string');
  });

  test('tells the outputs of the table, in its order, with its descriptions', () => {
    assert.deepEqual(
      Object.entries(action.outputs),
      Object.entries(STAGE_OUTPUTS).map(([name, description]) => [name, { description }]),
    );
  });

  test('runs the built files on Node 24, the post step unless the job is cancelled', () => {
    assert.deepEqual(action.runs, {
      using: 'node24',
      main: '../dist/stage.js',
      post: '../dist/stage-post.js',
      'post-if': '!cancelled()',
    });
  });
});

describe('the inputs of a stage', () => {
  const context = { workspace: join(sep, 'work'), isFolder: (path: string) => !path.endsWith('missing') };
  const parsed = (raw: RawStageInputs): ReturnType<typeof parseStageInputs> => parseStageInputs(raw, context);

  test('lists are lines, blanks around them do not count, and what is empty takes its default', () => {
    const result = parsed({
      name: ' links ',
      inputs: '\n  public/**  \r\n\n!public/x\n',
      ttl: '',
      'cache-outputs': ' true ',
      matrix: '{"os":"linux"}',
    });
    assert.ok(result.ok);
    assert.deepEqual(result.value, {
      site: join(sep, 'work'),
      entries: '.bengal/stages',
      name: 'links',
      inputs: ['public/**', '!public/x'],
      outputs: [],
      code: [],
      command: undefined,
      env: [],
      salt: undefined,
      ttl: undefined,
      verifyOutputs: false,
      cacheOutputs: true,
      cache: true,
      keyPrefix: 'bengal-cache',
      countWorkflow: true,
      scope: undefined,
      matrix: '{"os":"linux"}',
    });
  });

  test('every problem is told at once, with the name of the input and its value', () => {
    const result = parsed({
      site: '../elsewhere',
      'entries-dir': '/etc',
      'key-prefix': 'a,b',
      'verify-outputs': 'TRUE',
      'cache-outputs': 'yes',
      cache: 'undefined',
      'count-workflow': '1',
    });
    assert.equal(result.ok, false);
    const names = ['site', 'entries-dir', 'key-prefix', 'verify-outputs', 'cache-outputs', 'cache', 'count-workflow'];
    for (const [index, name] of names.entries())
      assert.match(result.problems[index] ?? '', new RegExp(`^Input \`${name}\`: expected .*, got "`));
    const missing = parsed({ site: 'missing' });
    assert.deepEqual(missing.ok || missing.problems, ['Input `site`: expected a folder that exists, got "missing"']);
  });

  test('an outcome is a word of the runner, or unknown', () => {
    assert.deepEqual(['success', ' failure ', 'cancelled', 'skipped'].map(parseOutcome), [
      'success',
      'failure',
      'cancelled',
      'skipped',
    ]);
    for (const raw of ['', 'SUCCESS', 'true', '${{ steps.x.outcome }}', 'constructor'])
      assert.equal(parseOutcome(raw), undefined);
  });
});
