import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { UserError } from '../../src/core/user-error.ts';
import { defineStage, parseStage, type StageFields } from '../../src/stages/stage-definition.ts';
import { renderDuration } from '../../src/stages/ttl.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

/** The only problem of a stage. */
function problemOf(fields: Partial<StageFields>): string {
  const parsed = parseStage({ name: 'links', inputs: ['content'], ...fields });
  assert.equal(parsed.ok, false, JSON.stringify(fields));
  assert.equal(parsed.problems.length, 1, JSON.stringify(parsed.problems));
  return parsed.problems[0]?.problem ?? '';
}

function assertFine(fields: Partial<StageFields>): void {
  const parsed = parseStage({ name: 'links', inputs: ['content'], ...fields });
  assert.ok(parsed.ok, JSON.stringify(parsed));
}

describe('a stage that cannot be is told what is wrong', () => {
  test('names', () => {
    for (const name of ['links', 'a', '0', '_x', 'Check.all-2', 'constructor', 'x'.repeat(100)]) assertFine({ name });
    for (const name of ['', 'a b', 'ä', 'a/b', '../x', 'a\n', 'x'.repeat(101)])
      assert.match(problemOf({ name }), /expected a name of at most 100 letters, digits, \., _ and -, got /);
    for (const name of ['.', '..', '.x', '-rf']) assert.match(problemOf({ name }), /starts with a letter/);
    for (const name of ['CON', 'nul', 'aux.x', 'com1']) assert.match(problemOf({ name }), /device of Windows/);
    for (const name of HOSTILE_NAMES) {
      const parsed = parseStage({ name });
      assert.equal(parsed.ok, /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) && name !== 'CON', name);
    }
  });

  test('patterns', () => {
    for (const pattern of [
      'a',
      './a',
      'a/',
      '**',
      'a b/*.md',
      '#x',
      '[a]',
      'a/./b',
      ' a ',
      '$(id)',
      '`id`',
      '~x'.slice(1),
    ])
      assertFine({ inputs: [pattern] });
    for (const pattern of ['../a', 'a/../b', 'a/..', '..'])
      assert.match(problemOf({ inputs: [pattern] }), /inside the site/);
    for (const pattern of ['/etc/passwd', '~/x', 'C:\\x', 'c:/x', '\\\\server\\share', '!/x'])
      assert.match(problemOf({ inputs: ['a', pattern] }), /inside the site, relative to it, got "/);
    for (const pattern of ['', '!', '  '])
      assert.match(problemOf({ inputs: ['a', pattern] }), /expected a pattern, got/);
    for (const pattern of ['.', './'])
      assert.match(problemOf({ inputs: [pattern] }), /expected a pattern that names something/);
    for (const pattern of ['a\nb', 'a\0', 'a\u001bb']) assert.match(problemOf({ inputs: [pattern] }), /on one line/);
    for (const pattern of ['.git/config', '.bengal/**', 'a/.git'])
      assert.match(problemOf({ inputs: [pattern] }), /which is never an input or output/);
    assert.match(problemOf({ inputs: ['!a', '!b'] }), /got exclusions alone/);
  });

  test('outputs, which may not lie outside', () => {
    assertFine({ outputs: ['public/', 'report.txt', '!public/x'] });
    for (const output of ['../public', '/tmp/x', 'a/../../b/', 'C:\\x\\'])
      assert.match(problemOf({ outputs: [output] }), /expected a pattern inside the site/);
    assert.match(
      problemOf({ outputs: ['pub*/'] }),
      /expected a plain folder before the slash at the end, got "pub\*\/"/,
    );
  });

  test('a ttl', () => {
    for (const [ttl, seconds] of [
      [60, 60],
      ['60', 60],
      ['90s', 90],
      ['30m', 1800],
      ['12h', 43_200],
      [' 7d ', 604_800],
      ['2w', 1_209_600],
    ] as const)
      assert.equal(defineStage({ name: 's', ttl }).ttl, seconds);
    for (const ttl of [
      0,
      -1,
      1.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '',
      '12 h',
      '1y',
      'soon',
      '-1d',
      '0h',
      '1e3',
      '99999999999',
      '9999w',
    ])
      assert.match(problemOf({ ttl }), /expected seconds, or a number with s, m, h, d or w, up to ten years, got /);
  });

  test('commands, variables and needs', () => {
    assertFine({ command: 'make' });
    assertFine({ command: ['make', '', '$(id)'] });
    for (const command of ['', ' ', [], [''], ['a\0']])
      assert.match(problemOf({ command }), /expected a (?:command|program)/);
    for (const env of ['A=B', '', '1A', 'A-B', 'A B', 'ä'])
      assert.match(problemOf({ env: ['OK', env] }), /expected the name of an environment variable/);
    assert.match(problemOf({ needs: ['a b'] }), /expected a name/);
  });

  test('every problem at once, each with its field', () => {
    const define = (): unknown =>
      defineStage({ name: 'a b', inputs: ['../x', '/y'], outputs: ['..'], ttl: 'soon', env: ['-'] });
    assert.throws(define, (thrown) => {
      assert.ok(thrown instanceof UserError);
      assert.deepEqual(
        thrown.problems.map((problem) => problem.replace(/: expected.*/s, '')),
        ['name', 'inputs', 'inputs', 'outputs', 'env', 'ttl'].map((field) => `Stage field \`${field}\``),
      );
      return true;
    });
  });
});

test('lengths of time are told in the largest fitting unit', () => {
  const told = [0, 59, 60, 3599, 3600, 86_400, 172_799, 172_800, 604_800].map(renderDuration);
  assert.deepEqual(told, ['0 s', '59 s', '1 min', '59 min', '1 h', '24 h', '47 h', '2 days', '7 days']);
});
