import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClientLog } from '../../src/store/github-log.ts';

test('warnings and errors become debug lines and troubles, masks pass, nothing else can be a command', () => {
  const lines: string[] = [];
  const log = new ClientLog((line) => lines.push(line));
  for (const text of [
    '::warning::100%25 gone%0Asecond line\n',
    '::error file=a.ts::worse\r\n',
    'plain\n',
    'first\n::add-mask::e\n::error::x\n',
    '::debug::detail\n',
    '::add-mask::s3cret\n',
    '\n',
  ])
    log.add({ text, own: true });
  log.add({ text: '::add-mask::e\n', own: false });
  assert.deepEqual(log.troubles, ['100% gone\nsecond line', 'worse']);
  assert.deepEqual(log.notes, ['plain', 'first\n::add-mask::e\n::error::x', 'detail', '::add-mask::e']);
  assert.equal(log.programs, '::add-mask::e\n');
  assert.deepEqual(lines, [
    '::debug::100%25 gone%0Asecond line',
    '::debug::worse',
    '::debug::plain',
    '::debug::first%0A::add-mask::e%0A::error::x',
    '::debug::detail',
    '::add-mask::s3cret',
    '::debug::::add-mask::e',
  ]);
});

test('the output of programs is kept up to a length', () => {
  const log = new ClientLog();
  for (let index = 0; index < 100; index++) log.add({ text: 'x'.repeat(1000), own: false });
  assert.equal(log.programs.length, 20_000);
});
