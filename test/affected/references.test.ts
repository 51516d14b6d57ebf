import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { referenceIndex, refersTo, type Names } from '../../src/affected/reference-index.ts';
import { SHOWS } from '../../src/mentions/needles.ts';
import { affectedIn, kindsFor, somePage, summaryOf } from '../support/find-affected.ts';

const NOBODY: Names = { last: new Set(), ids: new Set(), body: '', linkedBy: new Set() };
const OIL: Names = {
  last: new Set(['oil', 'oil.md']),
  ids: new Set(['7']),
  body: 'text {#wick}',
  linkedBy: new Set(['k']),
};

const REFERENCES: readonly (readonly [reference: string, isMeant: boolean])[] = [
  ['[[docs/oil]]', true],
  ['[[docs/OIL/]]', true],
  ['[[docs/oil#wick]]', true],
  ['[[v1:oil]]', true],
  ['docs/oil.md', true],
  ['[[docs/gas]]', false],
  ['[[oil/gas]]', false],
  ['[[id:7]]', true],
  ['[[#wick]]', true],
  ['[[!wick]]', true],
  ['{}', false],
];

for (const [reference, isMeant] of REFERENCES)
  test(`${reference} ${isMeant ? 'can mean' : 'does not mean'} the page oil`, () => {
    const index = referenceIndex(new Map([['a', [reference]]]));
    assert.equal(refersTo('a', index.of('a'), OIL), isMeant);
    assert.deepEqual(index.referring(OIL), isMeant ? ['a'] : []);
    assert.deepEqual(index.referring(NOBODY), []);
  });

test('an id or an anchor that is gone may have meant any page that the text links to', () => {
  const index = referenceIndex(new Map(['k', 'l'].map((key) => [key, ['[[id:8]]']])));
  assert.deepEqual(index.referring(OIL), ['k']);
});

test('a page of which nobody noted a reference refers to nothing', () => {
  assert.equal(refersTo('b', referenceIndex(new Map()).of('b'), OIL), false);
});

const anyReference = fc.oneof(
  fc.constantFrom(...REFERENCES.map(([reference]) => reference)),
  fc.string({ minLength: 1, maxLength: 6 }).map((text) => `[[${text}]]`),
);
const anyNames: fc.Arbitrary<Names> = fc.record({
  last: fc.uniqueArray(fc.constantFrom('oil', 'gas', 'oil.md', '')).map((names) => new Set(names)),
  ids: fc.uniqueArray(fc.constantFrom('7', '8')).map((ids) => new Set(ids)),
  body: fc.constantFrom('', 'wick', 'anything'),
  linkedBy: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((keys) => new Set(keys)),
});

test('the index finds what asking every page finds', () => {
  const anyTexts = fc.array(fc.array(anyReference, { maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(anyTexts, anyNames, (texts, names) => {
      const references = new Map(texts.map((given, at) => ['abc'.charAt(at), given]));
      const index = referenceIndex(references);
      assert.deepEqual(
        index.referring(names).sort(),
        [...references.keys()].filter((key) => refersTo(key, index.of(key), names)),
      );
    }),
  );
});

const A = 'content/a.md';

test('a link that led nowhere leads to a page that is new, and whoever shows that text is affected, too', () => {
  const affected = affectedIn({
    pages: [somePage('content/b.md'), somePage('content/c.md'), somePage('content/d.md')],
    mentions: { 'b/index.html': { 'c/index.html': SHOWS.lead } },
    references: new Map([['content/b.md', ['[[a]]']]]),
    changes: { added: [A] },
    sources: { [A]: '# A\n' },
  });
  assert.ok(kindsFor('b/index.html', affected).includes('linked'));
  assert.deepEqual(kindsFor('c/index.html', affected), ['excerpt']);
  assert.deepEqual(kindsFor('d/index.html', affected), []);
});

test('of several chains to a page the shortest is told, in whatever order the site is listed', () => {
  const pages = ['a', 'b', 'c', 'd'].map((name) => somePage(`content/${name}.md`));
  const shows = { 'd/index.html': SHOWS.lead };
  const situation = {
    mentions: {
      'a/index.html': { 'b/index.html': SHOWS.title, 'c/index.html': SHOWS.title },
      'b/index.html': shows,
      'c/index.html': shows,
    },
    references: new Map(['b', 'c'].map((name) => [`content/${name}.md`, ['[[a]]']])),
    changes: { modified: [A] },
    edits: { [A]: { keys: ['title'] } },
    sources: { [A]: '# A\n' },
  };
  const affected = affectedIn({ pages, ...situation });
  assert.deepEqual(affected, affectedIn({ pages: pages.toReversed(), ...situation }));
  assert.deepEqual(affected.pages.at(-1)?.reasons, [{ kind: 'excerpt', via: A, through: ['content/b.md'] }]);
  assert.equal(summaryOf(affected).length, 4);
});
