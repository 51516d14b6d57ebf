import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PythonMinor } from '../../src/bengal/envelope.ts';
import { judgeState, type Expectations } from '../../src/bengal/state-validity.ts';
import { bengalState } from '../support/recorded.ts';

const HERE: Expectations = { python: '3.14', outputExists: true };
const state = (overrides: Parameters<typeof bengalState>[1]): Parameters<typeof judgeState>[0] => ({
  kind: 'read',
  state: bengalState([], { python: '3.14' as PythonMinor, ...overrides }),
});

test('a state of this schema and this Python, with its output, is usable', () => {
  assert.deepEqual(judgeState(state({}), HERE), { status: 'usable', why: 'Bengal can build upon it' });
  assert.equal(judgeState(state({ python: undefined }), HERE).status, 'usable');
  assert.equal(judgeState(state({}), { ...HERE, python: undefined }).status, 'usable');
});

const OTHERS: readonly (readonly [what: string, schema: number, why: RegExp])[] = [
  ['too old', 7, /^its schema is 7, too old: Bengal discards it, and only 8 /],
  ['missing', 0, /^its schema is missing: Bengal discards it, and only 8 /],
  ['too new', 9, /^its schema is 9, newer than this tool: only 8 /],
];

for (const [what, schema, why] of OTHERS) {
  test(`a state whose schema is ${what} is incompatible, and says which one is understood`, () => {
    const verdict = judgeState(state({ schema }), HERE);
    assert.equal(verdict.status, 'incompatible');
    assert.match(verdict.why, why);
  });
}

test('a state of another Python is incompatible, since Bengal does not read it', () => {
  assert.deepEqual(judgeState(state({}), { ...HERE, python: '3.15' }), {
    status: 'incompatible',
    why: 'it was written by Python 3.14, and Bengal on Python 3.15 does not read it',
  });
});

test('a state without its output is stale, since Bengal starts cold then', () => {
  assert.equal(judgeState(state({}), { ...HERE, outputExists: false }).status, 'stale');
});

test('what could not be read keeps its own words', () => {
  for (const kind of ['absent', 'corrupt'] as const)
    assert.deepEqual(judgeState({ kind, why: 'so' }, HERE), { status: kind, why: 'so' });
});
