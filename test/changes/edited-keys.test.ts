import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { linesOfKeys, readEditedKeys } from '../../src/changes/edited-keys.ts';
import { NO_EDIT } from '../../src/changes/page-edit.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a key of the front matter is found on its line, however it is written and whatever ends the lines', () => {
  const lines = [
    '\ufeff---',
    'title: A: b',
    '"two words": 1',
    "'quoted' : 2",
    'tags:',
    '  - title: nested',
    '# note: no',
    'draft:',
    '---',
    'body: no',
  ];
  for (const end of ['\n', '\r\n', '\r'])
    assert.deepEqual(
      [...linesOfKeys(lines.join(end))],
      [
        ['title', 2],
        ['two words', 3],
        ['quoted', 4],
        ['tags', 5],
        ['draft', 8],
      ],
    );
});

test('a page without front matter has no lines of keys', () => {
  assert.equal(linesOfKeys('title: no\n---\n').size, 0);
});

test('an edited page names its edited keys with their lines; one that is gone has none', async () => {
  await using folder = await temporaryFolder();
  writeFileSync(join(folder.path, 'a.md'), '---\ntitle: New\n---\n');
  const edits = new Map([['a.md', { ...NO_EDIT, keys: new Set(['title', 'date']), body: true }]]);
  assert.deepEqual(readEditedKeys(folder.path, edits), [
    {
      path: 'a.md',
      keys: [
        { name: 'date', line: null },
        { name: 'title', line: 2 },
      ],
      body: true,
    },
  ]);
});

test('a line of blanks between a key and nothing comes back', () => {
  const blanks = ' '.repeat(1024 ** 2);
  assert.deepEqual(
    [...linesOfKeys(`---\na${blanks}b\n"q"${blanks}b\nc${blanks}: 1\nd e : 1\n---\n`)],
    [
      ['c', 4],
      ['d e', 5],
    ],
  );
});
