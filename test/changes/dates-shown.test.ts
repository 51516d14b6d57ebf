import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileRef } from '../../src/bengal/file-ref.ts';
import { readsAnyFile, readsClock, readShownDates } from '../../src/changes/dates-shown.ts';
import { LAYOUT, siteRig } from '../support/site-rig.ts';

test('ages are read from the pages, and dates from front matter', async () => {
  const sources = {
    'content/a.md': '---\ndate: 2026-01-02\nupdated: "2026-02-03T04:05:06Z"\n---\nOn 2020-01-01 nothing happened.',
    'content/b.md': '---\ndate: 2026-01-02 10:00\n---\n',
    'data/x.yaml': 'date: 1999-01-01',
  };
  const outputs = {
    'public/a/index.html': '<time>3 days ago</time><p>1 year ago, just now</p>',
    'public/b/index.html': '<time>3 days ago</time> 12 monkeys ago',
    'public/feed.xml': '9 hours ago',
  };
  await using rig = await siteRig({ ...sources, ...outputs });
  const shown = readShownDates({
    site: rig.path,
    layout: LAYOUT,
    sources: Object.keys(sources),
    outputs: Object.keys(outputs).map((path) => path.replace('public/', '')),
  });
  assert.deepEqual(shown, {
    ages: ['1 year ago', '3 days ago', 'just now'],
    dates: ['2026-01-02', '2026-01-02 10:00', '2026-02-03T04:05:06Z'],
  });
});

test('an age that a page has in its own words is meant to stay', async () => {
  const sources = { 'content/a.md': '---\ntitle: 5 years ago\n---\nIt began 20 years ago.' };
  await using rig = await siteRig({ ...sources, 'public/a.html': '20 years ago, 5 years ago, 2 days ago' });
  const { ages } = readShownDates({
    site: rig.path,
    layout: LAYOUT,
    sources: Object.keys(sources),
    outputs: ['a.html'],
  });
  assert.deepEqual(ages, ['2 days ago']);
});

const TEMPLATES: readonly (readonly [text: string, asks: boolean])[] = [
  ['<p>&copy; {{ site.build_time | dateformat("%Y") }}</p>', true],
  ['{% set year = now().year %}', true],
  ['{{ page.date | days_ago }}', true],
  ['<p>Sign up now (it is free)</p>', false],
  ['{{ page.date | dateformat }} now()', false],
  ['{{ page.age_days }} days, {{ page.age_months }} months', true],
  ['{% if page is outdated(30) %}', true],
  ['{% if page is outdated %}', false],
  ['{{ {"a": now()} | tojson }} {{ page.title }}', true],
  ['{% set words = {"a": {"b": 1}} ~ now() %}', true],
];

for (const [text, asks] of TEMPLATES) {
  test(`${JSON.stringify(text)} ${asks ? 'asks' : 'does not ask'} for the time`, async () => {
    await using rig = await siteRig({ 'templates/a.html': text });
    assert.equal(readsClock({ site: rig.path, layout: LAYOUT, sources: ['templates/a.html'], external: [] }), asks);
  });
}

const READERS: readonly (readonly [text: string, reads: boolean])[] = [
  ["<pre>{{ read_file('LICENSE') }}</pre>", true],
  ["{% if file_exists('static/x.pdf') %}{% end %}", true],
  ['{{ page.image | image_data_uri }}', true],
  ["{{ get_data('settings/t.yaml').title }}", true],
  ["{{ data_table('settings/t.csv') }}", true],
  ['{{ {"a": read_file("LICENSE")}["a"] }}', true],
  ['{{ client.get_data() }}', false],
  ['<code>read_file</code> reads a file', false],
  ['{{ site.data.watches.first }}', false],
];

for (const [text, reads] of READERS) {
  test(`${JSON.stringify(text)} ${reads ? 'reads' : 'reads no'} files by name`, async () => {
    await using rig = await siteRig({ 'templates/a.html': text });
    assert.equal(readsAnyFile({ site: rig.path, layout: LAYOUT, sources: ['templates/a.html'], external: [] }), reads);
  });
}

const PAGES: readonly (readonly [text: string, reads: boolean])[] = [
  ['{{ read_file("package.json") }}', true],
  ['Call `read_file(path)` to read it.', false],
  ['```{data-table} settings/t.csv\n```', true],
  ['```{data-table} data/../t.csv\n```', true],
  ['```{data-table} data/team/t.csv\n```', false],
  [':::{glossary}\n:source: terms.yaml\n:::', true],
  [':::{glossary}\n:source: "data/terms.yaml"\n:::', false],
  [':::{marimo}\nopen("x")\n:::', true],
];

for (const [text, reads] of PAGES) {
  test(`a page of ${JSON.stringify(text)} ${reads ? 'reads' : 'reads no'} files that nobody records`, async () => {
    await using rig = await siteRig({ 'content/a.md': text });
    const tree = { site: rig.path, layout: LAYOUT, sources: ['content/a.md'], external: [] };
    assert.equal(readsAnyFile(tree), reads);
  });
}

test("templates of themes outside the site are asked too, but for Bengal's own; one that is not here may do anything", async () => {
  await using rig = await siteRig({ 'theme/templates/a.html': '{{ read_file("LICENSE") }} {{ now() }}' });
  const asks = (external: FileRef): boolean[] => {
    const tree = { site: rig.path, layout: LAYOUT, sources: [], external: [external] };
    return [readsAnyFile(tree), readsClock(tree)];
  };
  const recorded = `${rig.path}/theme/templates/a.html`;
  assert.deepEqual(asks({ where: 'elsewhere', recorded }), [true, true]);
  assert.deepEqual(asks({ where: 'elsewhere', recorded: '/gone/templates/a.html' }), [true, true]);
  assert.deepEqual(asks({ where: 'package', path: 'bengal/themes/default/templates/a.html', recorded }), [
    false,
    false,
  ]);
});
