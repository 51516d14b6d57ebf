import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Read } from '../../src/trace/trace.ts';
import { affectedBy, outputOf, read } from '../support/traced-site.ts';

// Of which edits of itself a page is named.

const PATH = 'content/guides/oil.md';
const OTHER = 'content/guides/wick.md';

interface Edit {
  readonly before: string;
  readonly after: string;
  readonly reads?: readonly Read[];
  readonly readsOfOther?: readonly Read[];
  readonly path?: string;
}

/** Outputs that are named when a page's source becomes another. */
function namedAfter({ before, after, reads = [], readsOfOther = [], path = PATH }: Edit): string[] {
  const other = '---\ntitle: Wick\n---\nTrim it.\n';
  const { all, pages } = affectedBy({
    before: new Map([
      [path, before],
      [OTHER, other],
    ]),
    after: new Map([
      [path, after],
      [OTHER, other],
    ]),
    reads: new Map([
      [path, reads],
      [OTHER, readsOfOther],
    ]),
  });
  assert.equal(all, false);
  // Listings of tags come and go with the tags.
  return pages.map(({ output }) => output).filter((output) => !output.startsWith('tags/'));
}

const page = (front: string, text = 'Fill it.'): string => `---\ntitle: Oil\n${front}---\n${text}\n`;
const own = outputOf(PATH);
const EDITS = [
  ['date', 'date: 2026-01-01\n', 'date: 2026-01-02\n'],
  ['weight', 'weight: 1\n', 'weight: 2\n'],
  ['tags', 'tags: [lamps]\n', 'tags: [lights]\n'],
  ['slug', 'slug: oil\n', 'slug: lamp-oil\n'],
  ['author', 'author: Ann\n', 'author: Bea\n'],
] as const;

describe('an edited page', () => {
  for (const [key, then, now] of EDITS) {
    const edit = { before: page(then), after: page(now) };
    test(`is not named for its ${key} where its rendering did not read it`, () => {
      assert.deepEqual(namedAfter(edit), []);
    });
    test(`is named for its ${key} where its rendering read it`, () => {
      assert.deepEqual(namedAfter({ ...edit, reads: [read('attribute', `page:${PATH}`, key)] }), [own]);
      assert.deepEqual(namedAfter({ ...edit, reads: [read('front-matter', `page:${PATH}`, key)] }), [own]);
      assert.deepEqual(namedAfter({ ...edit, reads: [read('front-matter', `page:${PATH}`, '*')] }), [own]);
    });
    test(`is named for its ${key} where its text has something filled in`, () => {
      for (const text of ['{{ page.date }}', ':::{child-tiles}\n:::', '{% if page.tags %}Tagged.{% end %}'])
        assert.deepEqual(namedAfter({ before: page(then, text), after: page(now, text) }), [own]);
    });
    test(`is named for its ${key} where its text has something filled in from now on`, () => {
      assert.deepEqual(namedAfter({ before: page(then), after: page(now, ':::{child-tiles}\n:::') }), [own]);
    });
  }

  test('is named for what every template is given of it, and for what no rule knows', () => {
    for (const front of [
      'description: Of whales\n',
      'draft: true\n',
      'lang: fr\n',
      'template: log.html\n',
      'mood: calm\n',
    ])
      assert.deepEqual(namedAfter({ before: page(''), after: page(front) }), [own]);
    assert.deepEqual(namedAfter({ before: page(''), after: page('', 'Empty it.') }), [own]);
  });

  test('is named as edited, and not as one that shows another page, where it reads what was edited', () => {
    const { pages } = affectedBy({
      before: new Map([[PATH, page('date: 2026-01-01\n')]]),
      after: new Map([[PATH, page('date: 2026-01-02\n')]]),
      reads: new Map([[PATH, [read('attribute', `page:${PATH}`, 'date')]]]),
    });
    assert.deepEqual(
      pages.map(({ reasons }) => reasons),
      [[{ kind: 'content', via: PATH, shows: `date of ${PATH}` }]],
    );
  });

  test('is named for what it hands down to itself, where its rendering read it', () => {
    const path = 'content/guides/_index.md';
    const edit = {
      path,
      before: page('cascade: { audience: sailors }\n'),
      after: page('cascade: { audience: pilots }\n'),
    };
    assert.deepEqual(namedAfter(edit), []);
    const reads = [read('front-matter', `page:${path}`, 'audience')];
    assert.deepEqual(namedAfter({ ...edit, reads }), ['guides/index.html']);
  });
});

describe('a page that asks whether another is a home page', () => {
  const readsOfOther = ['is_home', 'kind'].map((name) => read('attribute', `page:${PATH}`, name));

  test('is not named for a slug that makes no home page', () => {
    assert.deepEqual(namedAfter({ before: page('slug: oil\n'), after: page('slug: whale\n'), readsOfOther }), []);
  });

  test('is named for a slug that makes a home page, or made one', () => {
    const [home, plain] = [page('slug: home\n'), page('')];
    assert.deepEqual(namedAfter({ before: plain, after: home, readsOfOther }), [outputOf(OTHER)]);
    assert.deepEqual(namedAfter({ before: home, after: plain, readsOfOther }), [outputOf(OTHER)]);
    const path = 'content/guides/index.md';
    const reads = [read('attribute', `page:${path}`, 'is_home')];
    assert.deepEqual(namedAfter({ path, before: plain, after: page('slug: oil\n'), reads }), [outputOf(path)]);
  });
});

test('an index that is deleted takes with it what it handed down, and one that comes hands it down', () => {
  const index = ['content/guides/_index.md', page('cascade: { audience: sailors }\n')] as const;
  const other = [PATH, page('')] as const;
  const reads = new Map([[PATH, [read('front-matter', `page:${PATH}`, 'audience')]]]);
  for (const [before, after] of [
    [[index, other], [other]],
    [[other], [index, other]],
  ] as const) {
    const { all, pages } = affectedBy({ before: new Map(before), after: new Map(after), reads });
    assert.ok(all || pages.some(({ output }) => output === own));
  }
});
