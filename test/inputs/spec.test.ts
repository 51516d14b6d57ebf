import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { BUILD_INPUTS, BUILD_OUTPUTS } from '../../src/inputs/build-spec.ts';
import { DELTA_INPUTS, DELTA_OUTPUTS } from '../../src/inputs/delta-spec.ts';
import { INPUTS, OUTPUTS, RESTORE_INPUTS, SAVE_INPUTS, SAVE_OUTPUTS } from '../../src/inputs/spec.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): ActionFile => parse(readFileSync(join(root, path), 'utf8')) as ActionFile;

const ACTIONS = [
  ['action.yml', INPUTS, OUTPUTS],
  ['build/action.yml', BUILD_INPUTS, BUILD_OUTPUTS],
  ['restore/action.yml', RESTORE_INPUTS, OUTPUTS],
  ['save/action.yml', SAVE_INPUTS, SAVE_OUTPUTS],
  ['delta/action.yml', DELTA_INPUTS, DELTA_OUTPUTS],
] as const;

for (const [path, inputs, outputs] of ACTIONS) {
  test(`${path} offers the inputs of the table, in its order, with its descriptions and defaults`, () => {
    const expected = Object.entries(inputs).map(([name, input]) => [
      name,
      { description: input.description, required: false, default: input.default },
    ]);
    assert.deepEqual(Object.entries(read(path).inputs), expected);
  });

  test(`${path} tells the outputs of the table, in its order, with its descriptions`, () => {
    assert.deepEqual(
      Object.entries(read(path).outputs),
      Object.entries(outputs).map(([name, description]) => [name, { description }]),
    );
  });

  test(`no default in ${path} is read as anything but a string`, () => {
    for (const input of Object.values(read(path).inputs))
      assert.equal(typeof (input as { default: unknown }).default, 'string');
  });
}

test('action.yml runs the built files on Node 24, and saves after success alone unless the main step asked for more', () => {
  assert.deepEqual(read('action.yml').runs, {
    using: 'node24',
    main: 'dist/main.js',
    post: 'dist/post.js',
    'post-if': "success() || env.SAVE_BENGAL_CACHE_ALWAYS == 'true'",
  });
  const main = readFileSync(join(root, 'src/entry/main.ts'), 'utf8');
  assert.match(
    main,
    /'SAVE_BENGAL_CACHE_ALWAYS'/,
    'the variable that post-if reads is the one that the main step sets',
  );
});

test('the other actions have a main step and nothing behind it', () => {
  assert.deepEqual(read('build/action.yml').runs, { using: 'node24', main: '../dist/build.js' });
  assert.deepEqual(read('restore/action.yml').runs, { using: 'node24', main: '../dist/restore.js' });
  assert.deepEqual(read('save/action.yml').runs, { using: 'node24', main: '../dist/save.js' });
  assert.deepEqual(read('delta/action.yml').runs, { using: 'node24', main: '../dist/delta.js' });
  for (const entry of ['main', 'post', 'build', 'restore', 'save', 'delta'])
    assert.ok(existsSync(join(root, `src/entry/${entry}.ts`)));
});

test('between them the split actions have every input of the whole one that is not about the time between', () => {
  const split = new Set([...Object.keys(RESTORE_INPUTS), ...Object.keys(SAVE_INPUTS)]);
  assert.deepEqual(
    Object.keys(INPUTS).filter((name) => !split.has(name)),
    ['read-only', 'save', 'save-always', 'delta', 'preview-url', 'vanished'],
  );
});

test('the action of one step has every input of the whole one that is not about the time between', () => {
  assert.deepEqual(
    Object.keys(INPUTS).filter((name) => !Object.hasOwn(BUILD_INPUTS, name)),
    ['prepare', 'lookup-only', 'job-status'],
  );
});

test('what the Marketplace shows of each action fits: fewer than 125 characters', () => {
  for (const path of [...ACTIONS.map(([each]) => each), 'stage/action.yml']) {
    const { description } = parse(readFileSync(join(root, path), 'utf8')) as { description: string };
    assert.ok(description.length < 125, `${path}: ${String(description.length)}`);
  }
});
