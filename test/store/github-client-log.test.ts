import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import * as core from '@actions/core';
import { startLoggedCall } from '../../src/store/github-client-log.ts';

type Write = typeof process.stdout.write;

test('warnings and errors become debug lines and troubles, masks pass, nothing else can be a command', async () => {
  const lines: string[] = [];
  const { result, log } = startLoggedCall(
    async () => {
      core.warning('100% gone\nsecond line');
      await sleep(1);
      core.error('worse', { file: 'a.ts' });
      core.info('plain');
      core.info('first\n::add-mask::e\n::error::x');
      core.debug('detail');
      core.setSecret('s3cret');
      process.stdout.write(Buffer.from('::add-mask::e\n'));
      return 5;
    },
    (line) => lines.push(line),
  );
  assert.equal(await result, 5);
  assert.deepEqual(log.troubles, ['100% gone\nsecond line', 'worse']);
  assert.deepEqual(log.notes, ['plain', 'first\n::add-mask::e\n::error::x', 'detail', '::add-mask::e']);
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

test('only what stems from the call is taken, even long after others, and standard output is given back', async () => {
  const currentWrite = (): Write => Reflect.get(process.stdout, 'write');
  const before = currentWrite();
  const outside: string[] = [];
  // The test runner reports over the same channel, in bytes.
  process.stdout.write = (chunk: string | Uint8Array) =>
    typeof chunk === 'string' ? outside.push(chunk) > 0 : before.call(process.stdout, chunk);
  const patched = currentWrite();
  try {
    const first = startLoggedCall(
      async () => {
        await sleep(20);
        core.warning('first');
      },
      () => undefined,
    );
    const second = startLoggedCall(
      async () => {
        await sleep(5);
        core.warning('second');
        throw new Error('thrown');
      },
      () => undefined,
    );
    process.stdout.write('ours 1\n');
    await assert.rejects(second.result, /thrown/);
    process.stdout.write('ours 2\n');
    await first.result;
    assert.deepEqual([first.log.troubles, second.log.troubles], [['first'], ['second']]);
    assert.deepEqual(outside, ['ours 1\n', 'ours 2\n']);
    assert.equal(currentWrite(), patched);
    await startLoggedCall(async () => {
      await sleep(1);
      core.info('through');
    }).result;
    assert.deepEqual(outside.slice(2), ['::debug::through\n']);
  } finally {
    process.stdout.write = before;
  }
});
