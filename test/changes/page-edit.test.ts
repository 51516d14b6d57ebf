import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSince, editSinceBengal, NO_EDIT, type PageEdit } from '../../src/changes/page-edit.ts';
import { readPageText, WHOLE_FRONT_MATTER, type PageText } from '../../src/changes/page-text.ts';
import type { JsonObject } from '../../src/core/json.ts';

const A = 'content/a.md';
const text = (source: string, path = A): PageText => readPageText(Buffer.from(source), path);
const edit = (before: string, after: string, path = A): PageEdit =>
  editSince(text(before, path).digest, text(after, path).digest);

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `w${String(from + index)}`).join(' ');
const page = (body: string): string => `---\ntitle: A\n---\n${body}\n`;

test('other line ends alone are no edit', () => {
  assert.deepEqual(edit(page('One\n\ntwo'), page('One\n\ntwo').replaceAll('\n', '\r\n')), NO_EDIT);
});

test('other quotes in the front matter touch no key', () => {
  assert.deepEqual([...edit(page('x'), page('x').replace('title: A', "title: 'A'")).keys], []);
});

/** Where the text was edited, and which parts that touches. */
const PLACES: readonly (readonly [at: number, lead: boolean, longLead: boolean])[] = [
  [0, true, true],
  [59, true, true],
  [100, false, true],
  [159, false, true],
  [200, false, false],
];

for (const [at, lead, longLead] of PLACES) {
  test(`an edit of word ${String(at)} touches ${lead ? 'the lead' : longLead ? 'the long lead' : 'the text alone'}`, () => {
    const found = edit(page(words(300)), page(`${words(at)} changed ${words(299 - at, at + 1)}`));
    assert.deepEqual([found.lead, found.longLead, found.body, found.minutes], [lead, longLead, true, false]);
  });
}

test('what is added to a short text touches the parts that it reaches', () => {
  assert.equal(edit(page(words(20)), page(words(25))).lead, true);
  assert.deepEqual(
    [edit(page(words(100)), page(words(120)))].map(({ lead, longLead }) => [lead, longLead]),
    [[false, true]],
  );
});

test('the minutes change where some way of rounding gives another reading time', () => {
  const minutes = (from: number, to: number): boolean => edit(page(words(from)), page(words(to))).minutes;
  assert.deepEqual(
    [minutes(10, 90), minutes(90, 110), minutes(199, 201), minutes(210, 290)],
    [false, true, true, false],
  );
});

test('marks between the first words are part of the lead', () => {
  assert.equal(edit(page('Oil, lamps and wicks'), page('Oil: lamps and wicks')).lead, true);
  assert.equal(edit(page('Oil lamps'), page('*Oil* lamps')).lead, true);
});

test('an edit of the front matter alone is none of the text, unless the text fills it in', () => {
  const retagged = (body: string): string => page(body).replace('title: A', 'title: A\ntags: [tin]');
  const found = edit(page('Some text'), retagged('Some text'));
  assert.deepEqual([[...found.keys], found.body, found.lead], [['tags'], false, false]);
  assert.equal(edit(page('Of {{ page.tags }}'), retagged('Of {{ page.tags }}')).lead, true);
});

test('front matter that says the same in another order is an edit, though no key of it changed', () => {
  const [one, other] = ['---\ntitle: A\nweight: 1\n---\nx', '---\nweight: 1\ntitle: A\n---\nx'];
  assert.deepEqual([[...edit(one, other).keys], edit(one, other).body], [[], true]);
});

test('without a title of its own, a page changes its title with its first heading', () => {
  const untitled = '---\nweight: 1\n---\n';
  assert.deepEqual([...edit(`${untitled}# One\n\ntext`, `${untitled}# Two\n\ntext`).keys], ['title']);
  // The same words, but no heading any more.
  assert.deepEqual([...edit(`${untitled}# One\n\ntext`, `${untitled}One\n\ntext`).keys], ['title']);
  assert.deepEqual([...edit(page('# One'), page('# Two')).keys], []);
});

test('keys that YAML 1.1 takes for booleans are keys all the same', () => {
  const keyed = (value: string): string => `---\ntitle: A\non: ${value}\n---\n`;
  assert.equal(edit(keyed('x'), keyed('y')).keys.size > 0, true);
});

test('any edit of a notebook touches its whole front matter', () => {
  assert.ok(edit('{"cells":[]}', '{"cells":[1]}', 'content/a.ipynb').keys.has(WHOLE_FRONT_MATTER));
});

// Against what Bengal noted, for a state that was saved without us.

const METADATA: JsonObject = {
  title: 'A',
  date: '2024-01-02T00:00:00',
  tags: ['p', 'q'],
  slug: 'a',
  weight: 1,
  description: null,
  aliases: [],
  cascade: {},
  type: null,
  lang: null,
  nav_title: null,
  variant: null,
  version: null,
};
const SAME = '---\ntitle: A\ndate: 2024-01-02\ntags: [p, q]\nweight: 1\n---\nText\n';
const since = (source: string, given: { metadata?: JsonObject; raw?: JsonObject; path?: string } = {}): string[] =>
  [
    ...editSinceBengal(
      given.path ?? A,
      { metadata: given.metadata ?? METADATA, raw: given.raw },
      text(source, given.path),
    ).keys,
  ].sort();

test('front matter that says what Bengal noted was not touched; of the text, everything counts', () => {
  assert.deepEqual(since(SAME), []);
  const found = editSinceBengal(A, { metadata: METADATA, raw: undefined }, text(SAME));
  assert.deepEqual(
    { ...found, keys: [] },
    { keys: [], lead: true, longLead: true, body: true, minutes: true, words: true },
  );
});

test('each key that differs from the note is named, also one that is gone', () => {
  assert.deepEqual(since(SAME.replace('title: A', 'title: B')), ['title']);
  assert.deepEqual(since(SAME.replace('weight: 1\n', '')), ['weight']);
  assert.deepEqual(since(SAME.replace('[p, q]', '[q, p]')), ['tags']);
  assert.deepEqual(since(SAME.replace('2024-01-02', '2024-01-03')), ['date']);
  assert.deepEqual(since(SAME.replace('weight: 1', 'weight: 1\ndescription: New')), ['description']);
});

test('Bengal notes a slug and a title where the front matter is silent', () => {
  const untitled = SAME.replace('title: A\n', '');
  assert.deepEqual(since(untitled.replace('Text', '# A\n\nText')), []);
  assert.deepEqual(since(untitled.replace('Text', '# B\n\nText')), ['title']);
  assert.deepEqual(since(SAME, { path: 'content/guide/_index.md', metadata: { ...METADATA, slug: 'guide' } }), []);
  assert.deepEqual(since(SAME.replace('weight: 1', 'weight: 1\nslug: other')), ['slug']);
});

test('keys that Bengal does not note are compared with its copy of the front matter, or count as touched', () => {
  const custom = SAME.replace('weight: 1', 'weight: 1\nmood: calm');
  assert.deepEqual(since(custom), ['mood']);
  assert.deepEqual(since(custom, { raw: { mood: 'calm', cascaded: 'down' } }), []);
  assert.deepEqual(since(custom, { raw: { mood: 'wild' } }), ['mood']);
});

test('without any note, every key counts', () => {
  assert.deepEqual([...editSinceBengal(A, { metadata: undefined, raw: undefined }, text(SAME)).keys].sort(), [
    'date',
    'tags',
    'title',
    'weight',
  ]);
});
