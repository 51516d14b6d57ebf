import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeLogLine } from '../../src/host/actions.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

/** More than .NET's `TrimStart` takes away before the runner looks for `::`. */
const BLANKS = /^[\p{Cc}\s]*/u;

function assertHarmless(given: string): void {
  const line = safeLogLine(given);
  assert.doesNotMatch(line, /[\r\n\x85\u2028\u2029]/, 'one line stays one line');
  assert.ok(!line.replace(BLANKS, '').startsWith('::'), 'starts a command');
  assert.ok(!line.includes('##['), 'holds a command of the old form');
}

for (const name of HOSTILE_NAMES) {
  test(`${JSON.stringify(name)} in a log line commands nothing`, () => {
    for (const line of [name, ` ${name}`, `added ${name}`]) assertHarmless(line);
  });
}

test('no text commands the runner', () => {
  const anyLine = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[:#[\]\s\x85\u200b\ufeffa=]{0,12}$/));
  fc.assert(fc.property(anyLine, assertHarmless), { numRuns: 2000 });
});

test('ordinary lines are logged as they are', () => {
  for (const line of ['content/a.md', '  + content/a.md', 'a::b', '## [x]', 'C:\\x', ''])
    assert.equal(safeLogLine(line), line);
});
