import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNamingPages, wordsOfData } from '../../src/changes/template-uses.ts';
import { LAYOUT, siteRig } from '../support/site-rig.ts';

test('pages use data that a directive names, or that an expression reaches', async () => {
  const pages = {
    'content/table.md': ':::{data-table} data/crew/ann.yaml\n:::',
    'content/spoken.md': '{{ site.data.crew.ann.name }}',
    'content/all.md': '{% for name in site.data %}{{ name }}{% end %}',
    'content/none.md': 'Ann is in the crew, says {{ site.data.tides.high }}.',
  };
  await using rig = await siteRig(pages);
  const tree = { site: rig.path, layout: LAYOUT, sources: Object.keys(pages) };
  const file = 'data/crew/ann.yaml';
  assert.deepEqual(
    [...readNamingPages(wordsOfData([file]), tree)],
    [[file, ['content/table.md', 'content/spoken.md', 'content/all.md']]],
  );
});
