import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairsIn, readDocsPage, testExamplesOf } from '../support/docs-examples.ts';

describe('what docs/library.md shows is true', () => {
  testExamplesOf(readDocsPage('library.md'));

  test('each program in Python has one of ours that is no longer', () => {
    const page = readDocsPage('library.md');
    const pairs = pairsIn(page);
    assert.equal(pairs.length, page.split('```python').length - 1);
    for (const { python, lines, ours } of pairs)
      assert.ok(ours <= lines, `${ours} lines in place of ${lines}:\n${python}`);
  });
});
