import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { messageOf } from '../../src/core/result.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('expected it to throw');
}

const BROKEN = [
  '',
  '{',
  '[1,',
  '{"a" 1}',
  '{a:1}',
  'x',
  '"a',
  '"\n"',
  '1 2',
  '-',
  '1e',
  '"\\x"',
  '[1 2]',
  'nul',
  '{"a":1,}',
];

for (const text of BROKEN) {
  test(`no text of the engine reaches people: JSON ${JSON.stringify(text)}`, () => {
    const words = messageOf(thrownBy(() => JSON.parse(text)));
    assert.match(words, /^it is not valid JSON(?:: (?:it ends too early|line \d+, column \d+))?$/);
  });
}

for (const [what, work, words] of [
  [
    'bytes that are no UTF-8',
    () => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(0xff)),
    'it is not UTF-8',
  ],
  ['nesting without end', () => JSON.stringify(nested(100_000)), 'it is nested too deeply'],
  ['too long a text', () => 'x'.repeat(2 ** 29).repeat(4), 'it is too long to be read as text'],
] as const) {
  test(`no text of the engine reaches people: ${what}`, () => {
    assert.equal(messageOf(thrownBy(work)), words);
  });
}

for (const [program, words] of [
  ['/no/such/program', 'there is no such program (ENOENT)'],
  ['/', 'it may not be run (EACCES)'],
] as const) {
  test(`no text of the engine reaches people: ${program} is started`, { skip: process.platform === 'win32' }, () => {
    assert.equal(messageOf(spawnSync(program).error), words);
  });
}

test('no text of the engine reaches people: a program that does not end', () => {
  const { error } = spawnSync(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 50 });
  assert.equal(messageOf(error), 'it did not answer in time (ETIMEDOUT)');
});

function nested(depth: number): unknown {
  let value: unknown = null;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}
