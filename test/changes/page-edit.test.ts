import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSince, NO_EDIT, type PageEdit } from '../../src/changes/page-edit.ts';
import { readPageText, WHOLE_FRONT_MATTER, type PageText } from '../../src/changes/page-text.ts';

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

/** Where the text was edited, and whether that touches the beginning, from which excerpts are made. */
const PLACES: readonly (readonly [at: number, lead: boolean])[] = [
  [0, true],
  [200, true],
  [319, true],
  [340, false],
];

for (const [at, lead] of PLACES) {
  test(`an edit of word ${String(at)} touches ${lead ? 'the lead' : 'the text alone'}`, () => {
    const found = edit(page(words(400)), page(`${words(at)} changed ${words(399 - at, at + 1)}`));
    assert.deepEqual([found.lead, found.body, found.minutes], [lead, true, false]);
  });
}

test('what is added to a short text touches its beginning', () => {
  assert.equal(edit(page(words(20)), page(words(25))).lead, true);
  assert.equal(edit(page(words(400)), page(words(420))).lead, false);
});

test('keys that only change leave the list of keys as it is', () => {
  const withTag = (tags: string): string => page('x').replace('title: A', `title: A\n${tags}`);
  assert.equal(edit(withTag('tags: [a]'), withTag('tags: [b]')).keySet, false);
  assert.equal(edit(page('x'), withTag('tags: [b]')).keySet, true);
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
