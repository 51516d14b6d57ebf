import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyToyEdit, anyToySite, anyToyTheme } from '../support/toy-arbitraries.ts';
import { changedOutputs, toySite, type ToyPage, type ToySite, type ToyTheme } from '../support/toy-site.ts';
import { toyAffected } from '../support/toy-affected.ts';

// What a full build changes is found out by building: a toy site is rendered before and after some edits, by a theme
// made at random. Every page whose HTML differs has to be named, and every one that is gone has to go.

/** Outputs that differ and were not named; none when every page counts as affected. */
function missed(before: ToySite, after: ToySite, theme: ToyTheme): string[] {
  const affected = toyAffected(before, after, theme);
  if (affected.all) return [];
  const { built, gone } = changedOutputs(before, after, theme);
  const named = new Set(affected.pages.map(({ output }) => output));
  return [
    ...built.filter((output) => !named.has(output)),
    ...gone.filter((output) => !affected.toRemove.includes(output)),
  ];
}

/** `ORACLE_RUNS=20000 npx node --test test/affected/oracle.test.ts` looks harder. */
const numRuns = Number(process.env['ORACLE_RUNS'] ?? 600);

test('every page whose HTML a full build changes is affected, whatever the theme and the edit', () => {
  fc.assert(
    fc.property(anyToySite, anyToyTheme, anyToyEdit, (site, theme, edit) => {
      assert.deepEqual(missed(site, edit.apply(site), theme), [], edit.what);
    }),
    { numRuns },
  );
});

test('so it is after several edits at once', () => {
  fc.assert(
    fc.property(anyToySite, anyToyTheme, fc.array(anyToyEdit, { minLength: 2, maxLength: 4 }), (site, theme, edits) => {
      const after = edits.reduce((edited, edit) => edit.apply(edited), site);
      assert.deepEqual(missed(site, after, theme), [], edits.map(({ what }) => what).join(', '));
    }),
    { numRuns },
  );
});

const THEME: ToyTheme = {
  order: 'weight',
  ties: 'title',
  excerpt: 'none',
  excerptWords: 20,
  dates: false,
  lengths: 'none',
  counts: false,
  sidebar: 'none',
  neighbours: 'none',
  newest: 'nowhere',
  tooltips: false,
  related: 'none',
  cloud: 'index',
  tagCounts: false,
  perPage: 10,
  base: '',
};

function toyPage(name: string, given: Partial<ToyPage> = {}): ToyPage {
  return {
    key: `content/${name}.md`,
    title: name,
    description: '',
    date: '',
    weight: undefined,
    tags: [],
    body: `What is written about ${name} in some words`,
    ...given,
  };
}

const HOME = toyPage('_index', { title: 'Home' });
const SECTION = toyPage('g/_index', { title: 'Lamps' });
const WICK = toyPage('k/_index', { title: 'Wicks' });

/** What random search found, each made as small as it gets: `[why, theme, before, after]`. */
const FOUND: readonly (readonly [string, Partial<ToyTheme>, readonly ToyPage[], readonly ToyPage[]])[] = [
  [
    'an excerpt appears where a page had no text',
    { excerpt: 'body' },
    [toyPage('g/a', { body: '' })],
    [toyPage('g/a', { body: 'Now there is some text in it' })],
  ],
  [
    'an excerpt shows a text of two words, which says nothing by itself',
    { excerpt: 'body' },
    [toyPage('g/a', { body: 'Oil lamps' })],
    [toyPage('g/a', { body: 'Gas lamps' })],
  ],
  [
    'an excerpt shows a text in which links break every run of words',
    { excerpt: 'body' },
    [toyPage('g/a', { body: 'See [one](/g/) and [two](/g/) and [three](/g/) too' })],
    [toyPage('g/a', { body: 'See nothing' })],
  ],
  [
    'an excerpt leaves out the heading that the text begins with',
    { excerpt: 'body', dates: true },
    [toyPage('g/a', { date: '2024-03-01', body: '# Notes\n\noil and wick' })],
    [toyPage('g/a', { date: '2024-03-01', body: '# Notes\n\ngas and wick' })],
  ],
  [
    'a long excerpt shows what is added to a short text',
    { excerpt: 'body', excerptWords: 120 },
    [toyPage('g/a', { body: 'word '.repeat(75).trim() })],
    [toyPage('g/a', { body: `${'word '.repeat(75)}and more` })],
  ],
  ['a title that holds no word is shown', {}, [toyPage('g/a', { title: '???' })], [toyPage('g/a', { title: 'Found' })]],
  [
    'a title stands in a tooltip alone',
    { neighbours: 'section', tooltips: true, order: 'path' },
    [toyPage('g/a', { title: 'Oil' }), toyPage('g/b')],
    [toyPage('g/a', { title: 'Gas' }), toyPage('g/b')],
  ],
  [
    'a page gets its first date, and a list shows it',
    { dates: true },
    [toyPage('g/a')],
    [toyPage('g/a', { date: '2024-03-01' })],
  ],
  [
    'the only dated page loses its date and leaves the newest',
    { newest: 'home' },
    [toyPage('g/a', { date: '2024-03-01' })],
    [toyPage('g/a')],
  ],
  [
    'another page becomes one of the newest that every page shows',
    { newest: 'everywhere' },
    [toyPage('g/a', { date: '2024-03-01' }), toyPage('g/b', { date: '2024-02-01' }), WICK, toyPage('k/c')],
    [
      toyPage('g/a', { date: '2024-03-01' }),
      toyPage('g/b', { date: '2024-02-01' }),
      WICK,
      toyPage('k/c', { date: '2024-04-01' }),
    ],
  ],
  [
    'a page with a title of its file name moves in the list of a tag',
    { perPage: 1, order: 'title' },
    [toyPage('g/a', { title: '', body: '# Zinc\n\ntext', tags: ['tin'] }), toyPage('g/m', { tags: ['tin'] })],
    [toyPage('g/a', { title: '', body: 'Zinc\n\ntext', tags: ['tin'] }), toyPage('g/m', { tags: ['tin'] })],
  ],
  [
    'a page moves to another page of the list of a tag',
    { perPage: 1 },
    [toyPage('g/a', { tags: ['tin'] }), toyPage('b', { tags: ['tin'] })],
    [toyPage('g/a', { weight: 2, tags: ['tin'] }), toyPage('b', { tags: ['tin'] })],
  ],
  [
    'a page moves in a list that leaves equals in the order of their paths',
    { order: 'newest', ties: 'path' },
    [toyPage('g/a', { title: 'Z', date: '2024-03-02' }), toyPage('g/b', { title: 'A', date: '2024-03-02' })],
    [toyPage('g/a', { title: 'Z', date: '2024-03-01' }), toyPage('g/b', { title: 'A', date: '2024-03-02' })],
  ],
  [
    'two pages change places, and each keeps the other as its neighbour',
    { neighbours: 'section' },
    [toyPage('g/a', { weight: 1 }), toyPage('g/b', { weight: 2 })],
    [toyPage('g/a', { weight: 3 }), toyPage('g/b', { weight: 2 })],
  ],
  [
    'a page comes beside the only two of its folder, which list each other',
    { sidebar: 'section' },
    [toyPage('g/a', { weight: 1 }), toyPage('g/b', { weight: 2 })],
    [toyPage('g/a', { weight: 1 }), toyPage('g/b', { weight: 2 }), toyPage('g/c', { weight: 3 })],
  ],
  [
    'a page comes into another folder, and every page lists all pages',
    { sidebar: 'site' },
    [toyPage('g/a'), toyPage('g/b'), WICK, toyPage('k/a')],
    [toyPage('g/a'), toyPage('g/b'), WICK, toyPage('k/a'), toyPage('b')],
  ],
  [
    'a page moves within a list of all pages',
    { sidebar: 'site' },
    [toyPage('g/a'), toyPage('g/b'), WICK, toyPage('k/c')],
    [toyPage('g/a'), toyPage('g/b'), WICK, toyPage('k/c', { weight: 1 })],
  ],
  [
    'two pages lose a tag that no other page carries',
    {},
    [toyPage('g/a', { tags: ['tin'] }), toyPage('g/b', { tags: ['tin', 'gold'] })],
    [toyPage('g/a'), toyPage('g/b', { tags: ['gold'] })],
  ],
  [
    'the last tag of the site goes, and the list of tags with it',
    {},
    [toyPage('g/a', { tags: ['tin'] })],
    [toyPage('g/a')],
  ],
  ['the first tag of the site comes', { cloud: 'home' }, [toyPage('g/a')], [toyPage('g/a', { tags: ['tin'] })]],
  [
    'a second tag comes, and the listing of the first shows all tags',
    { cloud: 'listings' },
    [toyPage('g/a', { tags: ['tin'] }), toyPage('g/b')],
    [toyPage('g/a', { tags: ['tin'] }), toyPage('g/b', { tags: ['gold'] })],
  ],
];

for (const [why, theme, before, after] of FOUND) {
  test(`found by random search: ${why}`, () => {
    const [was, is] = [before, after].map((pages) => toySite([HOME, SECTION, ...pages]));
    const full = { ...THEME, ...theme };
    assert.ok(was !== undefined && is !== undefined);
    assert.notDeepEqual(
      changedOutputs(was, is, full),
      { built: [], gone: [] },
      'a case without an effect shows nothing',
    );
    assert.deepEqual(missed(was, is, full), []);
  });
}

test('single pages are named far more often than all of them, and mostly rightly', () => {
  const cases = fc.sample(fc.tuple(anyToySite, anyToyTheme, anyToyEdit), { numRuns: 300, seed: 7 });
  let [all, right, wrong] = [0, 0, 0];
  for (const [site, theme, edit] of cases) {
    const after = edit.apply(site);
    const affected = toyAffected(site, after, theme);
    if (affected.all) all++;
    else {
      const { built } = changedOutputs(site, after, theme);
      const found = affected.pages.filter(({ output }) => built.includes(output)).length;
      right += found;
      wrong += affected.pages.length - found;
    }
  }
  assert.ok(all < cases.length / 10, `${String(all)} of ${String(cases.length)} widened to all`);
  assert.ok(right > wrong, `${String(right)} pages rightly, ${String(wrong)} wrongly`);
});
