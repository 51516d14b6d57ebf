import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { mergeRows, type Table } from '../../scripts/admit/table.ts';

const root = resolve(import.meta.dirname, '../..');
const TABLE = readFileSync(join(root, 'companion/bengal_cache_companion/versions.json'), 'utf8');

describe('the table of versions', () => {
  test('stays as it is when a row comes out as it was', () => {
    const table = JSON.parse(TABLE) as Table;
    const rows = { bengal: { '0.5.1': table['bengal']?.['0.5.1'] ?? {} } };
    assert.equal(mergeRows(TABLE, rows), TABLE);
    assert.equal(mergeRows(TABLE, {}), TABLE);
  });

  test('gets a new version beside the others, sorted', () => {
    const merged = JSON.parse(mergeRows(TABLE, { bengal: { '0.0.9': { z: null, code: 'x' } } })) as Table;
    assert.deepEqual(Object.keys(merged['bengal'] ?? {}).slice(0, 2), ['0.0.9', '0.4.3']);
    assert.deepEqual(Object.keys(merged['bengal']?.['0.0.9'] ?? {}), ['code', 'z']);
    assert.deepEqual(Object.keys(merged), Object.keys(JSON.parse(TABLE) as Table));
  });
});

describe('npm run admit', () => {
  for (const args of [[], ['../elsewhere'], ['0.5.1', '0.5.0']])
    test(`called with ${JSON.stringify(args)} says how it is called`, () => {
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/admit.ts'), ...args], {
        encoding: 'utf8',
      });
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^Usage: npm run admit/);
    });

  test('says when there is no such Bengal', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/admit.ts'), '0.5.1', '--python', join(root, 'no/such/python')],
      { encoding: 'utf8' },
    );
    assert.equal(status, 3);
    assert.match(stderr, /Bengal 0\.5\.1 cannot be had here/);
  });
});
