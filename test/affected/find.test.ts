import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findAffected, type AffectedInput } from '../../src/affected/find.ts';
import type { Affected } from '../../src/affected/reason.ts';
import { behaviourOf } from '../../src/bengal/behaviour.ts';
import type { RecordedInput } from '../../src/bengal/provenance.ts';
import type { RecordedPage } from '../../src/bengal/recorded-page.ts';
import type { BengalState } from '../../src/bengal/state.ts';
import type { ChangeSet } from '../../src/changes/detect.ts';
import { NO_EDIT, type PageEdit } from '../../src/changes/page-edit.ts';
import { readPageText, type PageText } from '../../src/changes/page-text.ts';
import { SHOWS } from '../../src/mentions/needles.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { bengalState, changeSet, outputCheck, recordedPage } from '../support/recorded.ts';
import { linkIndex } from '../../src/mentions/link-index.ts';
import { LAYOUT } from '../support/site-rig.ts';

function input(type: string, path: string): RecordedInput {
  return { type, path, hash: undefined };
}

function page(name: string, ...inputs: readonly RecordedInput[]): RecordedPage {
  const key = `content/${name}.md`;
  return recordedPage({ key, inputs: [input('content', key), ...inputs] });
}

function tagPage(slug: string): RecordedPage {
  const key = `.bengal/generated/tags/${slug}/page_1/index.md`;
  const inputs = [input('taxonomy', `tag:${slug}`), input('template', 'tag.html')];
  return recordedPage({ key, kind: 'tag', inputs, tags: [slug], outputs: [`tags/${slug}/index.html` as SitePath] });
}

const SECTION: RecordedPage = recordedPage({ key: 'content/g/_index.md', outputs: ['g/index.html' as SitePath] });

const PAGES = [
  page('a', input('template', 'page.html'), input('data', 'data/team/one.yaml')),
  page('b', input('template', 'page.html')),
  page('g/c', input('cascade_0', 'cascade:content/g/_index.md')),
  SECTION,
  tagPage('oil'),
];

function find(
  given: Partial<Omit<AffectedInput, 'changes' | 'state'>> & { state?: BengalState; changes?: Partial<ChangeSet> },
): Affected {
  const state = given.state ?? bengalState(PAGES);
  return findAffected({
    graph: buildGraph(state),
    layout: LAYOUT,
    outputs: outputCheck(),
    links: linkIndex({ mentions: new Map(), numbers: new Map() }),
    edits: new Map(),
    texts: new Map(),
    references: new Map(),
    namedByTemplates: () => false,
    dataTemplates: () => [],
    textTemplates: () => [],
    importers: new Map(),
    namedByPages: new Map(),
    assetOutputs: new Map(),
    config: { status: 'unchanged', why: '' },
    packageVouched: false,
    behaviour: behaviourOf(undefined),
    perPage: 10,
    ...given,
    state,
    changes: changeSet(given.changes),
  });
}

/** `output: kind via, ...` of every page found. */
function summary(affected: Affected): string[] {
  return affected.pages.map(
    ({ output, reasons }) => `${output}: ${reasons.map(({ kind, via }) => `${kind} ${via}`).join(', ')}`,
  );
}

const doubts = (affected: Affected): string[] => affected.because.map((doubt) => doubt.kind);
const A = 'content/a.md';

test('nothing changed: nothing is affected, and no file of the whole site either', () => {
  const affected = find({ outputs: outputCheck({ present: new Set(['sitemap.xml']) }) });
  assert.deepEqual(affected, { all: false, because: [], pages: [], tags: [], siteWide: [], toRemove: [] });
});

/** An edit of the text alone, beyond what an excerpt shows. */
const TEXT: ReadonlyMap<string, PageEdit> = new Map([[A, { ...NO_EDIT, body: true }]]);

test('an edit of the text affects the page, and the files of the whole site that are there', () => {
  const present = new Set(['sitemap.xml', 'a/index.html', 'index.json']);
  const affected = find({ changes: { modified: [A] }, edits: TEXT, outputs: outputCheck({ present }) });
  assert.deepEqual(summary(affected), [`a/index.html: content ${A}`]);
  assert.deepEqual([affected.all, affected.siteWide], [false, ['index.json', 'sitemap.xml']]);
});

test('an edit that says the same as before affects nothing', () => {
  const edits = new Map([[A, NO_EDIT]]);
  assert.deepEqual(summary(find({ changes: { modified: [A] }, edits })), []);
});

test('an edit of the text affects the pages that show it, and not those that merely link to it', () => {
  const shown = new Map([
    ['b/index.html', SHOWS.text],
    ['g/c/index.html', SHOWS.link],
  ]);
  const links = linkIndex({ mentions: new Map([['a/index.html', shown]]), numbers: new Map() });
  assert.deepEqual(summary(find({ changes: { modified: [A] }, edits: TEXT, links })), [
    `a/index.html: content ${A}`,
    `b/index.html: excerpt ${A}`,
  ]);
});

test('an edit of which nobody knows what it touched may show in every menu', () => {
  const affected = find({ changes: { modified: [A] } });
  assert.equal(affected.all, true);
  assert.ok(doubts(affected).includes('navigation'));
});

test('a page that includes another is affected as one that includes', () => {
  const including = recordedPage({ key: 'content/b.md', files: [{ where: 'site', path: A as SitePath }] });
  const affected = find({ state: bengalState([page('a'), including]), changes: { modified: [A] }, edits: TEXT });
  assert.deepEqual(summary(affected), [`a/index.html: content ${A}`, `b/index.html: include ${A}`]);
});

test('an edited page of which nobody knows the output is a doubt', () => {
  const state = bengalState([recordedPage({ key: A, outputs: [] })]);
  assert.deepEqual(doubts(find({ state, changes: { modified: [A] }, edits: TEXT })), ['state-incomplete']);
});

test('a page is affected by what it includes, be it by a listing that nobody can select', () => {
  const listing: RecordedPage = { ...tagPage('oil'), files: [{ where: 'site', path: A as SitePath }] };
  const state = bengalState([{ ...page('a'), tags: ['oil'] }, listing]);
  const affected = find({ state, changes: { modified: [A] }, edits: TEXT });
  assert.ok(affected.pages.some(({ output, source }) => output === 'tags/oil/index.html' && source === null));
});

const NEW: readonly (readonly [path: string, output: string])[] = [
  ['content/x.md', 'x/index.html'],
  ['content/g/x.ipynb', 'g/x/index.html'],
  ['content/g/_index.md', 'g/index.html'],
  ['content/g/index.md', 'g/index.html'],
  ['content/index.md', 'index.html'],
  ['content/a.b.md', 'a.b/index.html'],
];

for (const [path, output] of NEW) {
  test(`the new page ${path} is written to ${output}`, () => {
    const affected = find({ state: bengalState([page('z')]), changes: { added: [path] } });
    assert.ok(summary(affected).includes(`${output}: added ${path}`), summary(affected).join('; '));
  });
}

test('a deleted page is removed in all its forms that are there', () => {
  const present = new Set(['a/index.html', 'a/index.json', 'a/other.txt', 'b/index.html']);
  const affected = find({ changes: { deleted: [A] }, outputs: outputCheck({ present }) });
  assert.deepEqual(affected.toRemove, ['a/index.html', 'a/index.json']);
});

test('a template affects every page that uses it, listings included', () => {
  const affected = find({ changes: { modified: ['templates/page.html', 'templates/tag.html'] } });
  assert.deepEqual(summary(affected), [
    'a/index.html: template templates/page.html',
    'b/index.html: template templates/page.html',
    'tags/oil/index.html: template templates/tag.html',
  ]);
  assert.equal(affected.all, false);
});

test('a new template that overrides one in use affects its pages; one of a new name may be picked up by any', () => {
  assert.deepEqual(summary(find({ changes: { added: ['templates/tag.html'] } })), [
    'tags/oil/index.html: template templates/tag.html',
  ]);
  assert.deepEqual(doubts(find({ changes: { added: ['templates/fresh.html'] } })), ['new-template']);
});

test('a data file affects the pages that read it', () => {
  assert.deepEqual(summary(find({ changes: { modified: ['data/team/one.yaml'] } })), [
    'a/index.html: data data/team/one.yaml',
  ]);
  assert.deepEqual(summary(find({ changes: { modified: ['data/team/two.yaml'] } })), []);
});

const UNREAD = 'data/crew/ann.yaml';

test('a data file in a folder affects the pages of templates that name the folder or go through all data', () => {
  const asked: (readonly string[])[] = [];
  const dataTemplates = (parts: readonly string[]): string[] => {
    asked.push(parts);
    return ['page.html'];
  };
  for (const kind of ['added', 'modified', 'deleted'] as const) {
    const affected = find({ changes: { [kind]: [UNREAD] }, dataTemplates });
    assert.deepEqual(summary(affected), [`a/index.html: data ${UNREAD}`, `b/index.html: data ${UNREAD}`], kind);
    assert.deepEqual(doubts(affected), [], kind);
  }
  assert.deepEqual(asked[0], ['crew', 'ann']);
});

test('a file right below data affects those who read it alone, but for one that is new or that nobody read', () => {
  const state = bengalState([page('a', input('data', 'data/crew.yaml')), page('b', input('template', 'page.html'))]);
  const via = (path: string, kind: keyof ChangeSet): string[] =>
    summary(find({ state, changes: { [kind]: [path] }, dataTemplates: () => ['page.html'] }));
  assert.deepEqual(via('data/crew.yaml', 'modified'), ['a/index.html: data data/crew.yaml']);
  assert.deepEqual(via('data/crew.yaml', 'deleted'), ['a/index.html: data data/crew.yaml']);
  assert.deepEqual(via('data/other.yaml', 'modified'), ['b/index.html: data data/other.yaml']);
  assert.deepEqual(via('data/other.yaml', 'added'), ['b/index.html: data data/other.yaml']);
});

test('data is a doubt where a theme is not here, a naming template has no known page, or Bengal reads it by itself', () => {
  const changes = { modified: [UNREAD] };
  assert.deepEqual(doubts(find({ changes, dataTemplates: () => 'unknown' })), ['unknown-consumer']);
  assert.deepEqual(doubts(find({ changes, dataTemplates: () => ['shortcodes/crew.html'] })), ['unknown-consumer']);
  assert.deepEqual(doubts(find({ changes: { modified: ['data/tracks/a.yaml'] } })), ['unknown-consumer']);
  assert.deepEqual(doubts(find({ changes })), []);
});

test('data affects the pages whose source names it', () => {
  const namedByPages = new Map([['data/team/one.yaml', ['content/b.md']]]);
  assert.deepEqual(summary(find({ changes: { modified: ['data/team/one.yaml'] }, namedByPages })), [
    'a/index.html: data data/team/one.yaml',
    'b/index.html: data data/team/one.yaml',
  ]);
});

test('an icon that came, went or changed is a doubt: it is written into pages', () => {
  for (const path of ['assets/icons/star.svg', 'themes/own/assets/icons/ui/star.svg'])
    for (const kind of ['added', 'modified', 'deleted'] as const)
      assert.deepEqual(doubts(find({ changes: { [kind]: [path] }, assetOutputs: new Map([[path, []]]) })), [
        'asset-changed',
      ]);
});

test('a data file that comes or goes affects the pages that read its folder', () => {
  for (const kind of ['added', 'deleted'] as const)
    assert.deepEqual(summary(find({ changes: { [kind]: ['data/team/two.yaml'] } })), [
      'a/index.html: data data/team/two.yaml',
    ]);
});

const DOUBTS: readonly (readonly [path: string, kind: 'added' | 'modified' | 'deleted', doubt: string])[] = [
  ['assets/css/a.css', 'modified', 'asset-changed'],
  ['themes/mine/assets/a.js', 'added', 'asset-changed'],
  ['themes/mine/theme.yaml', 'modified', 'site-wide-file-changed'],
  ['i18n/de.yaml', 'deleted', 'site-wide-file-changed'],
  ['content/a.png', 'modified', 'unknown-consumer'],
  ['src/module.py', 'modified', 'unknown-consumer'],
  ['/venv/site-packages/other/x.py', 'modified', 'unknown-consumer'],
];

for (const [path, kind, doubt] of DOUBTS) {
  test(`${path} was ${kind}: ${doubt}, so every page may be affected`, () => {
    const affected = find({ changes: { [kind]: [path] } });
    assert.deepEqual([affected.all, doubts(affected)], [true, [doubt]]);
    assert.ok(affected.because[0]?.detail.includes(path));
  });
}

test('a file beside the pages affects the pages that include it, without a doubt', () => {
  const state = bengalState([{ ...page('a'), files: [{ where: 'site', path: 'content/snippet.inc' as SitePath }] }]);
  const affected = find({ state, changes: { modified: ['content/snippet.inc'] } });
  assert.deepEqual(summary(affected), ['a/index.html: include content/snippet.inc']);
  assert.equal(affected.all, false);
});

test('a snippet that looks like a page affects the pages that include it', () => {
  for (const snippet of ['content/_snippets/s.md', 'content/s.txt']) {
    const state = bengalState([{ ...page('a'), files: [{ where: 'site', path: snippet as SitePath }] }]);
    for (const kind of ['added', 'modified', 'deleted'] as const)
      assert.ok(
        find({ state, changes: { [kind]: [snippet] } })
          .pages.find(({ output }) => output === 'a/index.html')
          ?.reasons.some((reason) => reason.kind === 'include'),
        `${kind} ${snippet}`,
      );
  }
});

test('a template of the theme, outside the site, affects the pages that use its name', () => {
  const theme = '/venv/site-packages/bengal/themes/default/templates/page.html';
  assert.deepEqual(summary(find({ changes: { modified: [theme] } })), [
    `a/index.html: template ${theme}`,
    `b/index.html: template ${theme}`,
  ]);
});

test('a changed configuration affects every page, said why; one that nobody can compare is left to the gate', () => {
  const affected = find({ config: { status: 'changed', why: 'title changed' } });
  assert.deepEqual(affected.because, [
    { kind: 'config-changed', detail: 'every page may show what is configured: title changed' },
  ]);
  assert.deepEqual([affected.all, affected.pages], [true, []]);
  assert.equal(find({ config: { status: 'unknown', why: 'nobody told it' } }).all, false);
});

test('static files and files of the configuration affect no page by themselves', () => {
  const affected = find({ changes: { modified: ['static/a.txt', 'config/_default/site.yaml', 'bengal.toml'] } });
  assert.deepEqual([affected.all, affected.pages], [false, []]);
});

test('inputs that cannot be checked are one doubt that counts them; static files are none', () => {
  assert.equal(find({ changes: { unverifiable: ['static/a'] } }).all, false);
  const affected = find({ changes: { unverifiable: ['content/a.png', 'static/a', '/x/y'] } });
  assert.deepEqual(doubts(affected), ['input-unverifiable']);
  assert.match(affected.because[0]?.detail ?? '', /^2 inputs .* content\/a\.png/);
});

test('every doubt about the state is passed on', () => {
  const state = bengalState(PAGES, { doubts: [{ file: 'effects.json', why: 'is missing' }] });
  assert.deepEqual(find({ state }).because, [{ kind: 'state-incomplete', detail: '.bengal/effects.json is missing' }]);
});

test('a page whose output is missing has to be built; other missing outputs are no page', () => {
  const affected = find({ outputs: outputCheck({ missing: ['a/index.html', 'sitemap.xml'] }) });
  assert.deepEqual(summary(affected), ['a/index.html: output-missing a/index.html']);
});

// Laws, over random sites and changes.

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const anyPage = fc.record({
  name,
  outputs: fc.boolean(),
  templates: fc.uniqueArray(fc.constantFrom('page.html', 'base.html'), { maxLength: 2 }),
  data: fc.uniqueArray(name, { maxLength: 2 }),
  tags: fc.uniqueArray(name, { maxLength: 2 }),
});
const anyState = fc.uniqueArray(anyPage, { selector: (given) => given.name, maxLength: 5 }).map((pages) =>
  bengalState([
    ...pages.map((given) => {
      const inputs = [
        ...given.templates.map((file) => input('template', file)),
        ...given.data.map((file) => input('data', `data/${file}.yaml`)),
      ];
      const known = { ...page(given.name, ...inputs), tags: given.tags };
      return given.outputs ? known : { ...known, outputs: [] };
    }),
    ...[...new Set(pages.flatMap((given) => given.tags))].map(tagPage),
  ]),
);
const anyPath = fc.oneof(
  name.map((given) => `content/${given}.md`),
  name.map((given) => `data/${given}.yaml`),
  fc.constantFrom(
    'templates/page.html',
    'templates/x.html',
    'assets/a.css',
    'static/x',
    'i18n/de.yaml',
    'content/x.png',
    'bengal.toml',
    'src/x.py',
    '/venv/templates/base.html',
    '/venv/x',
  ),
);
const anyChanges = fc
  .uniqueArray(fc.tuple(anyPath, fc.constantFrom('added', 'modified', 'deleted', 'unverifiable')), {
    selector: ([path]) => path,
    maxLength: 8,
  })
  .map((list) => ({
    added: list.flatMap(([path, kind]) => (kind === 'added' ? [path] : [])),
    modified: list.flatMap(([path, kind]) => (kind === 'modified' ? [path] : [])),
    deleted: list.flatMap(([path, kind]) => (kind === 'deleted' ? [path] : [])),
    unverifiable: list.flatMap(([path, kind]) => (kind === 'unverifiable' ? [path] : [])),
  }));

test('every modified page with known outputs is affected, for its own content', () => {
  fc.assert(
    fc.property(anyState, anyChanges, (state, changes) => {
      const affected = find({ state, changes });
      for (const path of changes.modified)
        for (const output of state.pages.get(path)?.outputs ?? [])
          assert.ok(
            affected.pages
              .find((found) => found.output === output)
              ?.reasons.some(({ kind, via }) => kind === 'content' && via === path),
          );
    }),
  );
});

test('more changes never affect less', () => {
  fc.assert(
    fc.property(anyState, anyChanges, anyChanges, (state, some, others) => {
      const all = Object.fromEntries(
        (['added', 'modified', 'deleted', 'unverifiable'] as const).map((kind) => [
          kind,
          [...new Set([...some[kind], ...others[kind]])],
        ]),
      );
      const [fewer, more] = [find({ state, changes: some }), find({ state, changes: all })];
      const outputs = new Set(more.pages.map((found) => found.output));
      assert.ok(more.all || !fewer.all);
      for (const found of fewer.pages) assert.ok(outputs.has(found.output));
      for (const doubt of fewer.because.filter(({ kind }) => kind !== 'input-unverifiable'))
        assert.ok(more.because.some(({ detail }) => detail === doubt.detail));
    }),
  );
});

test('all is said exactly where a doubt is named, and everything comes sorted and once', () => {
  fc.assert(
    fc.property(anyState, anyChanges, (state, changes) => {
      const affected = find({ state, changes });
      assert.equal(affected.all, affected.because.length > 0);
      for (const list of [affected.pages.map((found) => found.output), affected.tags, affected.toRemove])
        assert.deepEqual(list, [...new Set(list)].sort());
      for (const found of affected.pages) assert.notEqual(found.reasons.length, 0);
    }),
  );
});

test('the order in which changes are told makes no difference', () => {
  fc.assert(
    fc.property(anyState, anyChanges, (state, changes) => {
      const reversed = {
        ...changes,
        added: changes.added.toReversed(),
        modified: changes.modified.toReversed(),
        deleted: changes.deleted.toReversed(),
      };
      assert.deepEqual(find({ state, changes: reversed }), find({ state, changes }));
    }),
  );
});

const INDEX = 'content/g/_index.md';
const SPOKEN = bengalState([page('a'), recordedPage({ key: INDEX, metadata: { lang: 'en' } }), page('g/c')]);

for (const [what, path, key, frontMatter] of [
  ['a page gets another language', A, 'lang', 'lang: fr'],
  ['a section hands another language down', INDEX, 'cascade', 'cascade: {lang: fr}'],
] as const) {
  test(`${what}, and nobody knows where it is written to then; without languages it stays where it is`, () => {
    const edits = new Map<string, PageEdit>([[path, { ...NO_EDIT, keys: new Set([key]) }]]);
    const given = { changes: { modified: [path] }, edits, texts: texts({ [path]: frontMatter }) };
    assert.deepEqual(find({ ...given, state: SPOKEN }).because, [
      { kind: 'state-incomplete', detail: `nobody knows where ${path} is written to in another language` },
    ]);
    assert.deepEqual(doubts(find(given)), []);
  });
}

/** Pages as they are now, of nothing but front matter. */
function texts(frontMatters: Readonly<Record<string, string>>): ReadonlyMap<string, PageText> {
  return new Map(
    Object.entries(frontMatters).map(([path, front]) => [
      path,
      readPageText(Buffer.from(`---\n${front}\n---\n`), path),
    ]),
  );
}

test('an address that a page gains leads to it, one that it loses leads nowhere', () => {
  const old = recordedPage({
    key: A,
    outputs: ['a/index.html' as SitePath],
    metadata: { aliases: ['/one/', 'x/two'] },
  });
  const affected = find({
    state: bengalState([old, page('b')]),
    changes: { modified: [A] },
    edits: new Map([[A, { ...NO_EDIT, keys: new Set(['aliases']) }]]),
    texts: texts({ [A]: 'aliases: [/one/, three]' }),
    outputs: outputCheck({ present: new Set(['one/index.html', 'x/two/index.html']) }),
  });
  assert.deepEqual(summary(affected), [`a/index.html: content ${A}`, `three/index.html: redirect ${A}`]);
  assert.deepEqual(affected.toRemove, ['x/two/index.html']);
});

test('an address that another page has too leads there when the page is gone, and a page in its place stays', () => {
  const aliases = ['/one/', '/b/'];
  const old = recordedPage({ key: A, outputs: ['a/index.html' as SitePath], metadata: { aliases } });
  const other = recordedPage({
    key: 'content/b.md',
    outputs: ['b/index.html' as SitePath],
    metadata: { aliases: ['one'] },
  });
  const present = new Set(['a/index.html', 'one/index.html', 'b/index.html']);
  const affected = find({
    state: bengalState([old, other]),
    changes: { deleted: [A] },
    outputs: outputCheck({ present }),
  });
  assert.ok(summary(affected).includes(`one/index.html: redirect ${A}`));
  assert.deepEqual(affected.toRemove, ['a/index.html']);
});

test('a new page brings its other addresses along', () => {
  const affected = find({
    changes: { added: ['content/n.md'] },
    texts: texts({ 'content/n.md': 'aliases: [/old-n/]' }),
  });
  assert.ok(summary(affected).includes('old-n/index.html: redirect content/n.md'));
});

test('the last page of a language that loses a tag may hand its listing to another language, unless that has its own', () => {
  const inLanguage = (lang: string, name: string): RecordedPage =>
    recordedPage({
      key: `content/${lang}/${name}.md`,
      outputs: [`${lang}/${name}/index.html` as SitePath],
      metadata: { lang },
      tags: ['oil'],
    });
  const [english, french] = [inLanguage('en', 'a'), inLanguage('fr', 'b')];
  const own = recordedPage({ ...tagPage('oil'), key: 'fr-tags', outputs: ['fr/tags/oil/index.html' as SitePath] });
  const given = {
    changes: { modified: [english.key] },
    edits: new Map([[english.key, { ...NO_EDIT, keys: new Set(['tags']) }]]),
    texts: texts({ [english.key]: 'tags: []' }),
  };
  const doubtsWith = (...pages: readonly RecordedPage[]): string[] => {
    const carriers = pages.filter(({ kind }) => kind === 'content').map(({ key }) => key);
    return doubts(find({ ...given, state: bengalState(pages, { tags: new Map([['oil', new Set(carriers)]]) }) }));
  };
  assert.deepEqual(doubtsWith(english, french, tagPage('oil')), ['nothing-alike']);
  assert.deepEqual(doubtsWith(english, french, tagPage('oil'), own), []);
  assert.deepEqual(doubtsWith(english, inLanguage('en', 'c'), french, tagPage('oil')), []);
});
