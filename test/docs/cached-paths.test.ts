import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageWithTable } from '../../scripts/cached-paths.ts';

test('docs/cached-paths.md holds the table that the program goes by', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'cached-paths.md'), 'utf8');
  assert.equal(page, pageWithTable(page), 'node scripts/cached-paths.ts writes it anew');
});
