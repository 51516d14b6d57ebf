import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { paintLine } from '../../src/host/paint.ts';
import { printable } from '../../src/host/terminal.ts';
import { reportText } from '../../src/report/text.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { reportSaying, TYPICAL_REPORTS } from '../support/reports.ts';

const ESCAPE = '\u001b';
const painted = (text: string): string => text.split('\n').map(printable).map(paintLine).join('\n');

test('colours change nothing but the looks', () => {
  for (const report of Object.values(TYPICAL_REPORTS)) {
    const text = reportText(report);
    assert.notEqual(painted(text), text);
    assert.equal(stripVTControlCharacters(painted(text)), text);
  }
});

test('added, modified and deleted files, headings and warnings look different', () => {
  const looks = ['  + a', '  ~ a', '  - a', 'State   usable', 'warning: x', 'Build everything'].map(
    (line) => new RegExp(`^${ESCAPE}\\[\\d+m`).exec(paintLine(line))?.[0],
  );
  assert.equal(looks.includes(undefined), false);
  assert.deepEqual(
    looks.slice(0, 3),
    ['32', '33', '31'].map((code) => `${ESCAPE}[${code}m`),
  );
});

test('no name brings an escape of its own to the terminal', () => {
  for (const name of HOSTILE_NAMES) {
    const escapes = painted(reportText(reportSaying(name))).match(new RegExp(`${ESCAPE}[^m]*m?`, 'g')) ?? [];
    for (const escape of escapes) assert.match(escape.slice(1), /^\[\d+m$/, JSON.stringify(name));
  }
});
