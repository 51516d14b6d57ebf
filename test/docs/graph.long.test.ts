import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseGraphCli } from '../../src/entry/cli-graph-options.ts';
import { readDocsPage, testExamplesOf } from '../support/docs-examples.ts';

const page = readDocsPage('graph.md');

describe('what docs/graph.md shows is true', () => {
  testExamplesOf(page);

  test('the commands that it shows are commands', () => {
    const [, shown = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(page)!;
    const lines = shown.trim().split('\n');
    assert.ok(lines.length >= 10);
    for (const line of lines) {
      const [program, command, ...args] = line.replace(/ *#.*/, '').split(/ +/);
      assert.deepEqual([program, command], ['bengal-cache', 'graph']);
      assert.equal(parseGraphCli(args).ok, true, line);
    }
  });
});
