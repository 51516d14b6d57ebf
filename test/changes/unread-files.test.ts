import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behaviourOf } from '../../src/bengal/behaviour.ts';
import type { FileRef } from '../../src/bengal/file-ref.ts';
import { findInertFiles } from '../../src/changes/unread-files.ts';
import { walkSources } from '../../src/changes/walk-sources.ts';
import { LAYOUT, siteRig } from '../support/site-rig.ts';

const KNOWN = behaviourOf('0.5.1');

interface Options {
  readonly behaviour?: typeof KNOWN;
  readonly external?: readonly FileRef[];
}

/** The files of `changed` that are inert in a site of these files. */
async function inertOf(
  files: Readonly<Record<string, string>>,
  changed: readonly string[],
  options: Options = {},
): Promise<string[]> {
  await using rig = await siteRig(files);
  const { behaviour = KNOWN, external = [] } = options;
  const { paths } = walkSources(rig.path, LAYOUT);
  const changes = { added: changed, modified: [], deleted: [] };
  return [...findInertFiles({ site: rig.path, layout: LAYOUT, changes, sources: paths, external, behaviour }).keys()];
}

const SITE = {
  'content/guides/_index.md': '---\ntitle: Guides\n---\nSee the [map](map.png).',
  'templates/page.html': '<p>{{ site.data.authors.ada.name }} {{ site.data["tides"].high }}</p>',
  'data/authors.yaml': 'ada: { name: Ada }',
  'config/_default/site.yaml': 'title: T',
};
const CHANGED = ['static/extra.txt', 'data/spare.yaml', 'content/guides/chart.png'];
const FILES = { ...SITE, ...Object.fromEntries(CHANGED.map((path) => [path, 'x'])) };

test('static files, data and files beside pages are inert where nobody names them', async () => {
  assert.deepEqual(await inertOf(FILES, CHANGED), CHANGED);
});

test('files that went or changed are inert by the same rule', async () => {
  await using rig = await siteRig(SITE);
  const { paths } = walkSources(rig.path, LAYOUT);
  const changes = { added: [], modified: ['static/extra.txt'], deleted: ['data/spare.yaml'] };
  const found = findInertFiles({
    site: rig.path,
    layout: LAYOUT,
    changes,
    sources: paths,
    external: [],
    behaviour: KNOWN,
  });
  assert.deepEqual(
    [...found],
    [
      ['static/extra.txt', 'no source names extra.txt, and nothing else would lead a build to it'],
      ['data/spare.yaml', 'no source names spare.yaml, and nothing else would lead a build to it'],
    ],
  );
});

test('nothing is inert for a Bengal whose ways are not known', async () => {
  assert.deepEqual(await inertOf(FILES, CHANGED, { behaviour: behaviourOf('0.6.0') }), []);
  assert.deepEqual(await inertOf(FILES, CHANGED, { behaviour: behaviourOf(undefined) }), []);
});

test('files of any other kind are never inert', async () => {
  const others = ['content/b.md', 'templates/b.html', 'assets/css/b.css', 'config/b.yaml', 'i18n/b.yaml', 'b.txt'];
  const files = Object.fromEntries(others.map((path) => [path, 'x']));
  assert.deepEqual(await inertOf({ ...SITE, ...files }, others), []);
});

/** Each makes one of the changed files reachable, or all of them. */
const REACHED: readonly (readonly [what: string, files: Record<string, string>, inert: readonly string[]])[] = [
  ['a page names it', { 'content/a.md': '![](chart.png)' }, CHANGED.slice(0, 2)],
  ['a page names it without its ending', { 'content/a.md': ':::{include} extra\n:::' }, CHANGED.slice(1)],
  ['a template reads it as data', { 'templates/a.html': '{{ site.data.spare }}' }, [CHANGED[0]!, CHANGED[2]!]],
  ['the configuration names it', { 'config/_default/b.yaml': 'logo: /extra.txt' }, CHANGED.slice(1)],
  ['other data names it', { 'data/b.yaml': 'file: chart.png' }, CHANGED.slice(0, 2)],
  [
    'a template goes through all data',
    { 'templates/a.html': '{% for k in site.data %}{% end %}' },
    [CHANGED[0]!, CHANGED[2]!],
  ],
  [
    'a template hands all data on',
    { 'templates/a.html': '{% set d = site.data %}{{ d.x }}' },
    [CHANGED[0]!, CHANGED[2]!],
  ],
  ['a page goes through all data', { 'content/a.md': '{{ site.data.items() }}' }, [CHANGED[0]!, CHANGED[2]!]],
  ['data is taken by a made-up name', { 'templates/a.html': '{{ site.data[page.slug] }}' }, [CHANGED[0]!, CHANGED[2]!]],
  ['data is taken in another spelling', { 'templates/a.html': "{{ site['data'] }}" }, [CHANGED[0]!, CHANGED[2]!]],
  ['a template reads files by made-up names', { 'templates/a.html': "{{ read_file('static/' ~ page.slug) }}" }, []],
  ['a template looks for files', { 'templates/a.html': '{% if file_exists(p) %}{% end %}' }, []],
  ['a template goes through what lies beside a page', { 'templates/a.html': '{{ page.resources }}' }, []],
  ['a page runs code', { 'content/a.md': ':::{marimo}\nopen("x")\n:::' }, []],
];

for (const [what, files, inert] of REACHED) {
  test(`where ${what}, the file is not inert`, async () => {
    assert.deepEqual(await inertOf({ ...FILES, ...files }, CHANGED), inert);
  });
}

test('in prose, the word resources is a word', async () => {
  assert.deepEqual(await inertOf({ ...FILES, 'content/a.md': 'Natural resources.' }, CHANGED), CHANGED);
});

test('data that Bengal reads by itself is never inert, nor is a file in a folder that is named', async () => {
  assert.deepEqual(await inertOf(SITE, ['data/glossary.yaml', 'data/tracks/a.yaml', 'data/crew/grace.yaml']), [
    'data/crew/grace.yaml',
  ]);
  const crew = { 'templates/a.html': '{{ site.data.crew | items }}' };
  assert.deepEqual(await inertOf({ ...SITE, ...crew }, ['data/crew/grace.yaml']), []);
});

test('a file beside an index.md belongs to its page', async () => {
  assert.deepEqual(await inertOf({ ...FILES, 'content/guides/index.md': 'x' }, CHANGED), CHANGED.slice(0, 2));
});

test('a name that is written in another way is found all the same', async () => {
  const changed = ['static/über uns.txt'];
  assert.deepEqual(await inertOf(SITE, changed), changed);
  assert.deepEqual(await inertOf({ ...SITE, 'content/a.md': '[x](/%C3%BCber%20uns.txt)' }, changed), []);
});

test("templates of a theme outside the site count; Bengal's own are known, and one that is not here may name anything", async () => {
  await using elsewhere = await siteRig({ 'theme/templates/a.html': '{{ site.data.spare }}' });
  const theme = (recorded: string): FileRef => ({ where: 'elsewhere', recorded });
  const own: FileRef = {
    where: 'package',
    path: 'bengal/themes/default/templates/base.html',
    recorded: '/venv/lib/python3.14/site-packages/bengal/themes/default/templates/base.html',
  };
  assert.deepEqual(await inertOf(FILES, CHANGED, { external: [own] }), CHANGED);
  const here = theme(`${elsewhere.path}/theme/templates/a.html`);
  assert.deepEqual(await inertOf(FILES, CHANGED, { external: [here] }), [CHANGED[0], CHANGED[2]]);
  assert.deepEqual(await inertOf(FILES, CHANGED, { external: [theme('/gone/templates/a.html')] }), []);
});
