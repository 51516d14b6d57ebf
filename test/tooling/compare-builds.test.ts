import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareBuilds, type Comparison } from '../../scripts/gate-suite/compare.ts';

// The judge of the gate suite has to be able to say no.

const page = (...parts: readonly string[]): string =>
  `<main>\n${parts.map((part) => `<p>${part}</p>`).join('')}\n</main>\n`;

/** One page before the edit, after it as a full build writes it, and as the judged build left it. */
function compare(before: string | undefined, full: string | undefined, built: string | undefined): Comparison {
  const outputs = (html: string | undefined): Map<string, string> =>
    new Map(html === undefined ? [] : [['a/index.html', html]]);
  return compareBuilds({ before: outputs(before), full: outputs(full), built: outputs(built) });
}

function whyStale({ stale }: Comparison): string | undefined {
  return stale[0]?.why;
}

describe('a page is stale', () => {
  test('when the edit changes it and the build did not', () => {
    assert.equal(whyStale(compare(page('Oil'), page('Old oil'), page('Oil'))), 'untouched');
  });

  test('when it was built anew and still shows something that is gone', () => {
    const stale = compare(page('Oil', 'x'), page('Old oil', 'x'), page('Oil', 'y'));
    assert.deepEqual(stale.stale, [{ page: 'a/index.html', why: 'showing old content', example: '<p>Oil</p>' }]);
  });

  test('when it was built anew and lacks something that is new', () => {
    assert.equal(whyStale(compare(page('Oil', 'x'), page('Oil', 'x', 'Ice'), page('Oil', 'y'))), 'lacking new content');
  });

  test('when it was built anew in the old order', () => {
    assert.equal(
      whyStale(compare(page('Oil', 'Ice', 'x'), page('Ice', 'Oil', 'x'), page('Oil', 'Ice', 'y'))),
      'in the old order',
    );
  });

  test('when it is gone in a full build, and still there', () => {
    assert.equal(whyStale(compare(page('Oil'), undefined, page('Oil'))), 'still there');
  });

  test('when it is there in a full build, and missing', () => {
    assert.equal(whyStale(compare(undefined, page('Ice'), undefined)), 'missing');
  });

  test('when a list of several pages lacks a new entry on all of them', () => {
    const list = (...entries: readonly string[]): Map<string, string> =>
      new Map([
        ['tags/x/index.html', page(...entries.slice(0, 2))],
        ['tags/x/page/2/index.html', page(...entries.slice(2))],
      ]);
    const { stale } = compareBuilds({
      before: list('a', 'b', 'c'),
      full: list('a', 'b', 'new'),
      built: list('b', 'a', 'c'),
    });
    assert.deepEqual(
      new Set(stale.map((each) => each.page)),
      new Set(['tags/x/index.html', 'tags/x/page/2/index.html']),
    );
  });
});

describe('a page has another form', () => {
  test('when it says the same in another order that is not the old one', () => {
    const { stale, otherForm } = compare(page('a', 'b', 'c'), page('a', 'b', 'c', 'd'), page('d', 'c', 'b', 'a'));
    assert.deepEqual([stale, otherForm[0]?.kind], [[], 'other order']);
  });

  test('when a text that the edit did not touch is cut short', () => {
    const before = page('Strain the oil twice before it goes', 'x');
    const full = page('Strain the oil twice before it goes', 'y');
    const { stale, otherForm } = compare(before, full, page('Strain the oil', 'y'));
    assert.deepEqual([stale, otherForm[0]?.kind], [[], 'shorter text']);
  });

  test('when the entries of a list of several pages stand on another of them', () => {
    const list = (...entries: readonly string[]): Map<string, string> =>
      new Map([
        ['tags/x/index.html', page(...entries.slice(0, 2))],
        ['tags/x/page/2/index.html', page(...entries.slice(2))],
      ]);
    const { stale, otherForm } = compareBuilds({
      before: list('a', 'b', 'c'),
      full: list('a', 'b', 'new', 'c'),
      built: list('c', 'b', 'a', 'new'),
    });
    assert.deepEqual(stale, []);
    assert.deepEqual(new Set(otherForm.map(({ kind }) => kind)), new Set(['entries on another page of the list']));
  });
});

test('a build that equals a full one has nothing to show, and other files are named', () => {
  const outputs = (sitemap: string): Map<string, string> =>
    new Map([
      ['index.html', page('a')],
      ['sitemap.xml', sitemap],
    ]);
  assert.deepEqual(compareBuilds({ before: outputs('1'), full: outputs('2'), built: outputs('3') }), {
    changed: [],
    stale: [],
    otherForm: [],
    otherFiles: ['sitemap.xml'],
  });
});
