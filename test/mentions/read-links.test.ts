import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { SHOWS } from '../../src/mentions/needles.ts';
import { readMentions } from '../../src/mentions/read-links.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a link to a page that was not written counts as one to the page', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'index.html'), '<a href="/failed/">Failed</a> <a href="/unknown/">Unknown</a>');
  const nothing = { title: '', description: '', date: '', body: '' };
  const { mentions } = readMentions({
    folder: folder.path,
    files: new Set(['index.html']),
    pages: [{ output: 'failed/index.html', ...nothing }],
    bases: [''],
  });
  assert.deepEqual([...mentions.keys()], ['failed/index.html']);
  assert.equal((mentions.get('failed/index.html')?.get('index.html') ?? 0) & SHOWS.link, SHOWS.link);
});
