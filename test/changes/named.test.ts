import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDataTemplates, readNamingPages, readTextTemplates, wordsOfData } from '../../src/changes/named.ts';
import { LAYOUT, siteRig } from '../support/site-rig.ts';

const TEMPLATES = {
  'templates/named.html': '{% for key, person in site.data.crew.items() %}{{ person.name }}{% end %}',
  'templates/partials/quoted.html': "{{ site.data['far-away'].x }}",
  'themes/own/templates/all.html': '{% for name in site.data %}{{ name }}{% end %}',
  'templates/none.html': '{{ site.data.tides.high }} <p>crews</p>',
};

test('the templates that reach a data file name one of its folders, name itself, or go through all data', async () => {
  await using rig = await siteRig(TEMPLATES);
  const tree = { site: rig.path, layout: LAYOUT, sources: Object.keys(TEMPLATES), external: [] };
  assert.deepEqual(readDataTemplates(['crew', 'ann'], tree), ['named.html', 'all.html']);
  assert.deepEqual(readDataTemplates(['far-away'], tree), ['partials/quoted.html', 'all.html']);
  const gone = { where: 'elsewhere', recorded: '/gone/templates/a.html' } as const;
  assert.equal(readDataTemplates(['crew'], { ...tree, external: [gone] }), 'unknown');
});

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

test('templates that reach all pages and read what they say can show sums of it', async () => {
  const templates = {
    'templates/words.html': '{% for p in site.pages %}{{ p.word_count }}{% end %}',
    'templates/content.html': "{% set other = get_page('a') %}{{ other.content | length }}",
    'templates/titles.html': '{% for p in site.regular_pages %}{{ p.title }}{% end %}{{ page.content }}',
    'templates/page.html': '{{ page.content }} {{ page.reading_time }}',
  };
  await using rig = await siteRig(templates);
  const tree = { site: rig.path, layout: LAYOUT, sources: Object.keys(templates), external: [] };
  assert.deepEqual(readTextTemplates(tree), ['words.html', 'content.html']);
  const gone = { where: 'elsewhere', recorded: '/gone/templates/a.html' } as const;
  assert.equal(readTextTemplates({ ...tree, external: [gone] }), 'unknown');
});
