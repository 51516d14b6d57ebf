import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RecordedPage } from '../../src/bengal/recorded-page.ts';
import { SHOWS } from '../../src/mentions/needles.ts';
import { affectedIn, kindsFor, somePage, summaryOf, type Situation } from '../support/find-affected.ts';
import { outputCheck } from '../support/recorded.ts';

// One rule each, on sites of a few pages. What all of them do together is found out by building (oracle.test.ts).

const A = 'content/a.md';
const input = (type: string, path: string): RecordedPage['inputs'][number] => ({ type, path, hash: undefined });

describe('what a section index hands down', () => {
  const pages = [somePage('content/g/_index.md'), somePage('content/g/h/b.md'), somePage('content/k/c.md')];
  const mentions = { 'g/h/b/index.html': { 'k/c/index.html': SHOWS.link } };
  const edit = (cascade: string, given: Partial<Situation> = {}): Situation => ({
    pages,
    mentions,
    changes: { modified: ['content/g/_index.md'] },
    edits: { 'content/g/_index.md': { keys: ['cascade'] } },
    sources: { 'content/g/_index.md': `---\ncascade: {${cascade}}\n---\n` },
    ...given,
  });

  test('reaches every page below, however deep, and whoever shows one of these', () => {
    assert.deepEqual(summaryOf(affectedIn(edit('type: doc'))), [
      'g/h/b/index.html: cascade content/g/_index.md',
      'g/index.html: content content/g/_index.md',
      'k/c/index.html: linked content/g/_index.md',
    ]);
  });

  test('reaches nobody when no theme knows the key and no template names it', () => {
    assert.deepEqual(summaryOf(affectedIn(edit('lamp_oil: whale'))), ['g/index.html: content content/g/_index.md']);
    const named = affectedIn(edit('lamp_oil: whale', { namedByTemplates: (word) => word === 'lamp_oil' }));
    assert.deepEqual(kindsFor('g/h/b/index.html', named), ['cascade']);
  });
});

describe('another edition of a page', () => {
  const french = somePage('content/fr/a.md');
  const old = somePage('content/_versions/v1/a.md', { output: 'v1/a/index.html' });
  const keyed = (key: string, translation: string): RecordedPage =>
    somePage(key, { metadata: { props: { translation_key: translation } } });

  test('in another language is affected when the page comes or goes', () => {
    const pages = [somePage(A), french, somePage('content/fr/b.md')];
    const gone = affectedIn({ pages, changes: { deleted: [A] } });
    assert.deepEqual(kindsFor('fr/a/index.html', gone), ['translation']);
    assert.deepEqual(kindsFor('fr/b/index.html', gone), []);
    const added = affectedIn({ pages: pages.slice(1), changes: { added: [A] }, sources: { [A]: '# A\n' } });
    assert.ok(kindsFor('fr/a/index.html', added).includes('translation'));
  });

  test('in another version is affected when the page comes or goes', () => {
    const gone = affectedIn({ pages: [somePage(A), old], changes: { deleted: [A] } });
    assert.deepEqual(kindsFor('v1/a/index.html', gone), ['version']);
  });

  test('is affected by no edit of the text', () => {
    const affected = affectedIn({
      pages: [somePage(A), french, old],
      changes: { modified: [A] },
      edits: { [A]: { body: true, lead: true, longLead: true } },
    });
    assert.deepEqual(summaryOf(affected), [`a/index.html: content ${A}`]);
  });

  test('can be told by a key: those of the old key and of the new one are affected', () => {
    const pages = [
      keyed(A, 'one'),
      keyed('content/b.md', 'one'),
      keyed('content/c.md', 'two'),
      keyed('content/d.md', 'x'),
    ];
    const affected = affectedIn({
      pages,
      changes: { modified: [A] },
      edits: { [A]: { keys: ['translation_key'] } },
      sources: { [A]: '---\ntranslation_key: two\n---\n' },
    });
    assert.deepEqual(summaryOf(affected), [
      `a/index.html: content ${A}`,
      `b/index.html: translation ${A}`,
      `c/index.html: translation ${A}`,
    ]);
  });
});

describe('a data file at the top', () => {
  const pages = [somePage(A, { inputs: [input('data', 'data/prices.yaml')] }), somePage('content/b.md')];

  test('affects the pages that read it, and no others', () => {
    assert.deepEqual(summaryOf(affectedIn({ pages, changes: { modified: ['data/prices.yaml'] } })), [
      'a/index.html: data data/prices.yaml',
    ]);
  });

  test('that is new affects nobody, unless a template names it: then the pages of that template', () => {
    const changes = { added: ['data/tides.yaml'] };
    assert.deepEqual(summaryOf(affectedIn({ pages, changes })), []);
    const made = [...pages, somePage('content/c.md', { inputs: [input('template', 'tides.html')] })];
    const dataTemplates = (parts: readonly string[]): string[] => (parts.includes('tides') ? ['tides.html'] : []);
    assert.deepEqual(summaryOf(affectedIn({ pages: made, changes, dataTemplates })), [
      'c/index.html: data data/tides.yaml',
    ]);
  });
});

describe('an edit of the text', () => {
  const pages = [somePage(A), somePage('content/b.md', { inputs: [input('template', 'sums.html')] })];
  const edits = { [A]: { body: true } };
  const changes = { modified: [A] };

  test('affects the pages of templates that make something of the texts of all pages', () => {
    const affected = affectedIn({ pages, changes, edits, textTemplates: () => ['sums.html'] });
    assert.deepEqual(summaryOf(affected), [`a/index.html: content ${A}`, `b/index.html: excerpt ${A}`]);
    assert.equal(affected.all, false);
  });

  test('is a doubt where nobody knows the pages of such a template', () => {
    for (const templates of ['unknown', ['stray.html']] as const) {
      const { because } = affectedIn({ pages, changes, edits, textTemplates: () => templates });
      assert.deepEqual(
        because.map(({ kind }) => kind),
        ['unknown-consumer'],
      );
    }
  });
});

describe('an asset', () => {
  const pages = [somePage(A), somePage('content/b.md')];
  const mentions = {
    'assets/css/site.1.css': { 'a/index.html': SHOWS.link },
    'assets/img/lamp.2.svg': { 'assets/css/site.1.css': SHOWS.link, 'b/index.html': SHOWS.link },
  };
  const find = (path: string, kind: 'added' | 'modified', outputs?: readonly string[]) =>
    affectedIn({
      pages,
      mentions,
      changes: { [kind]: [path] },
      ...(outputs === undefined ? {} : { assetOutputs: new Map([[path, outputs]]) }),
    });

  test('affects the pages that name it by its fingerprint', () => {
    assert.deepEqual(summaryOf(find('assets/css/site.css', 'modified', ['assets/css/site.1.css'])), [
      'a/index.html: asset assets/css/site.css',
    ]);
  });

  test('that a style sheet names affects the pages that name the style sheet, which is said', () => {
    const affected = find('assets/img/lamp.svg', 'modified', ['assets/img/lamp.2.svg']);
    assert.deepEqual(
      affected.pages.map(({ output, reasons }) => [output, reasons[0]?.kind, reasons[0]?.through ?? []]),
      [
        ['a/index.html', 'asset', ['assets/css/site.1.css']],
        ['b/index.html', 'asset', []],
      ],
    );
  });

  test('that is a new style sheet, or one that nobody looked at, may be named by every page', () => {
    for (const affected of [find('assets/css/new.css', 'added', []), find('assets/css/site.css', 'modified')])
      assert.deepEqual([affected.all, affected.because[0]?.kind], [true, 'asset-changed']);
    assert.equal(find('assets/img/new.svg', 'added', []).all, false);
  });
});

test('a file in the folder of a page bundle affects that page, and whoever names it', () => {
  const pages = [somePage('content/trip/index.md'), somePage('content/trip.md'), somePage(A)];
  const photo = 'content/trip/photo.png';
  const affected = affectedIn({ pages, changes: { modified: [photo] }, namedByPages: new Map([[photo, [A]]]) });
  assert.deepEqual(summaryOf(affected), [`a/index.html: include ${photo}`, `trip/index.html: include ${photo}`]);
  assert.equal(affected.all, false);
});

describe('a section', () => {
  const made = somePage('.bengal/generated/k/index.md', { kind: 'virtual', output: 'k/index.html' });
  const only = somePage('content/k/c.md');
  const outputs = outputCheck({ present: new Set(['k/index.html', 'k/index.json', 'k/c/index.html', 'index.html']) });
  const mentions = { 'k/index.html': { 'index.html': SHOWS.link, 'a/index.html': SHOWS.link } };
  const home = somePage('content/_index.md');

  test('vanishes with its last page: its index goes, and whoever linked to it is affected', () => {
    const pages = [home, somePage(A), made, only];
    const affected = affectedIn({ pages, mentions, outputs, changes: { deleted: ['content/k/c.md'] } });
    assert.deepEqual(affected.toRemove, ['k/c/index.html', 'k/index.html', 'k/index.json']);
    for (const output of ['index.html', 'a/index.html'])
      assert.ok(kindsFor(output, affected).includes('linked'), output);
    assert.equal(affected.all, false);
  });

  test('that loses its index and keeps its pages may stand in every menu', () => {
    const index = somePage('content/k/_index.md');
    const affected = affectedIn({ pages: [home, index, only], outputs, changes: { deleted: ['content/k/_index.md'] } });
    assert.deepEqual(
      affected.because.map(({ kind }) => kind),
      ['navigation'],
    );
  });

  test('that is new is shown by the pages that show the sections beside it, when these are few', () => {
    const index = somePage('content/k/_index.md');
    const others = ['a', 'b', 'c', 'd', 'e'].map((name) => somePage(`content/${name}.md`));
    const affected = affectedIn({
      pages: [home, index, only, ...others],
      mentions: { 'k/index.html': { 'index.html': SHOWS.link, 'b/index.html': SHOWS.link } },
      changes: { added: ['content/m/_index.md'] },
      sources: { 'content/m/_index.md': '---\ntitle: M\n---\n' },
    });
    assert.equal(affected.all, false);
    assert.ok(kindsFor('b/index.html', affected).includes('navigation'));
    for (const output of ['c/index.html', 'k/c/index.html']) assert.deepEqual(kindsFor(output, affected), [], output);
    assert.deepEqual(kindsFor('m/index.html', affected), ['added']);
  });
});

describe('a template', () => {
  const using = (key: string, ...names: readonly string[]): RecordedPage =>
    somePage(key, { inputs: names.map((name) => input('template', name)) });
  // What a page extends and includes, and by which chain, Bengal records as it does the page's own template.
  const pages = [
    using(A, 'page.html', 'base.html'),
    using('content/b.md', 'post.html', 'base.html', 'partials/card.html'),
    using('content/c.md', 'plain.html'),
  ];
  const CASES: readonly (readonly [
    why: string,
    kind: 'added' | 'deleted' | 'modified',
    path: string,
    outputs: string[],
  ])[] = [
    ['that a page uses itself', 'modified', 'templates/page.html', ['a/index.html']],
    ['that others extend', 'modified', 'templates/base.html', ['a/index.html', 'b/index.html']],
    ['that another one includes', 'modified', 'templates/partials/card.html', ['b/index.html']],
    ['of a theme in the site', 'modified', 'themes/mine/templates/plain.html', ['c/index.html']],
    ['that comes to hide one of the theme', 'added', 'templates/plain.html', ['c/index.html']],
    ['that hid one of the theme and is gone', 'deleted', 'templates/plain.html', ['c/index.html']],
    ['that nobody uses', 'modified', 'templates/spare.html', []],
  ];
  for (const [why, kind, path, outputs] of CASES)
    test(`${why} affects exactly its users`, () => {
      const affected = affectedIn({ pages, changes: { [kind]: [path] } });
      assert.deepEqual(
        affected.pages.map(({ output, reasons }) => [output, reasons[0]?.kind]),
        outputs.map((output) => [output, 'template']),
      );
      assert.equal(affected.all, false);
    });

  test('of a shortcode affects the pages whose source names it; when nobody looked, any page may', () => {
    const path = 'templates/shortcodes/care.html';
    const named = affectedIn({ pages, changes: { modified: [path] }, namedByPages: new Map([[path, [A]]]) });
    assert.deepEqual(summaryOf(named), [`a/index.html: template ${path}`]);
    assert.equal(affectedIn({ pages, changes: { modified: [path] } }).because[0]?.kind, 'unknown-consumer');
  });
});

describe('a menu entry', () => {
  const inLanguage = (key: string, lang: string): RecordedPage => somePage(key, { metadata: { lang } });
  const change = { changes: { modified: [A] }, edits: { [A]: { keys: ['menu'] } } };

  test('may be shown by every page', () => {
    const affected = affectedIn({ pages: [somePage(A), somePage('content/b.md')], ...change });
    assert.deepEqual([affected.all, affected.because[0]?.kind], [true, 'navigation']);
  });

  test('is shown by the pages of its language alone, where there are several', () => {
    const pages = [inLanguage(A, 'en'), inLanguage('content/b.md', 'en'), inLanguage('content/fr/c.md', 'fr')];
    const affected = affectedIn({ pages, ...change });
    assert.equal(affected.all, false);
    assert.deepEqual(kindsFor('b/index.html', affected), ['navigation']);
    assert.deepEqual(kindsFor('fr/c/index.html', affected), []);
  });
});

test('another address of a page is a page of its own: a new one is written, an old one goes, unless another page has it', () => {
  const given = (aliases: readonly string[]): Partial<RecordedPage> => ({ metadata: { aliases } });
  const affected = affectedIn({
    pages: [
      somePage(A, given(['/old/', '/both/'])),
      somePage('content/b.md', given(['/both/'])),
      somePage('content/c.md'),
    ],
    mentions: { 'a/index.html': { 'c/index.html': SHOWS.link } },
    outputs: outputCheck({ present: new Set(['old/index.html', 'both/index.html']) }),
    changes: { modified: [A] },
    edits: { [A]: { keys: ['aliases'] } },
    sources: { [A]: '---\naliases: [/new/]\n---\n' },
  });
  assert.deepEqual(summaryOf(affected), [
    `a/index.html: content ${A}`,
    `both/index.html: redirect ${A}`,
    `new/index.html: redirect ${A}`,
  ]);
  assert.deepEqual(affected.toRemove, ['old/index.html']);
});

test('an excerpt is affected by the part of the text that it shows', () => {
  const shows = { lead: SHOWS.lead, longLead: SHOWS.longLead, body: SHOWS.text } as const;
  const mentions = {
    'a/index.html': Object.fromEntries(Object.entries(shows).map(([name, flags]) => [`${name}/index.html`, flags])),
  };
  const pages = [A, ...Object.keys(shows).map((name) => `content/${name}.md`)].map((key) => somePage(key));
  for (const part of Object.keys(shows)) {
    const affected = affectedIn({
      pages,
      mentions,
      changes: { modified: [A] },
      edits: { [A]: { [part]: true, body: true } },
    });
    assert.deepEqual(
      affected.pages.map(({ output }) => output),
      ['a/index.html', ...new Set(['body/index.html', `${part}/index.html`])].sort(),
      part,
    );
  }
});
