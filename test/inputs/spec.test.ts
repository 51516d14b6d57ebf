import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { INPUTS, OUTPUTS } from '../../src/inputs/spec.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(import.meta.dirname, '..', '..', 'action.yml'), 'utf8')) as ActionFile;

test('action.yml offers the inputs of the table, in its order, with its descriptions and defaults', () => {
  const expected = Object.entries(INPUTS).map(([name, input]) => [
    name,
    { description: input.description, required: false, default: input.default },
  ]);
  assert.deepEqual(Object.entries(action.inputs), expected);
});

test('action.yml tells the outputs of the table, in its order, with its descriptions', () => {
  assert.deepEqual(
    Object.entries(action.outputs),
    Object.entries(OUTPUTS).map(([name, description]) => [name, { description }]),
  );
});

test('action.yml runs the built files on Node 24, and saves only after success', () => {
  assert.deepEqual(action.runs, {
    using: 'node24',
    main: 'dist/main.js',
    post: 'dist/post.js',
    'post-if': 'success()',
  });
});

test('no default is read as anything but a string', () => {
  for (const input of Object.values(action.inputs))
    assert.equal(typeof (input as { default: unknown }).default, 'string');
});
