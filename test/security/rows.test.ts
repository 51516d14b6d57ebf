import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const ROWS = 38;

interface Row {
  readonly numbers: readonly number[];
  readonly files: readonly string[];
}

const rows = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .flatMap((line): Row[] => {
    const [, from, to = from, tests = ''] = /^\| (\d+)(?:-(\d+))? \|.*\| (.*) \|$/.exec(line) ?? [];
    if (from === undefined) return [];
    const numbers = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
    return [{ numbers, files: [...tests.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path) }];
  });

test('every row of the attack list has tests, and they are there', () => {
  assert.deepEqual(
    rows.flatMap(({ numbers }) => numbers),
    Array.from({ length: ROWS }, (_, index) => index + 1),
  );
  for (const { numbers, files } of rows) {
    assert.ok(files.length > 0, String(numbers));
    for (const file of files) assert.ok(existsSync(join(root, file)), file);
  }
});

test('every row that a test here names is listed with its file', () => {
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'))) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    for (const [, number = ''] of text.matchAll(/['`]row (\d+):/g)) {
      const row = rows.find(({ numbers }) => numbers.includes(Number(number)));
      assert.ok(row?.files.includes(`test/security/${name}`), `row ${number} in ${name}`);
    }
  }
});
