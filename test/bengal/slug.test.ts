import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tagSlug } from '../../src/bengal/slug.ts';

/** What real Bengal made of each tag. */
const SLUGS: readonly (readonly [tag: string, slug: string | undefined])[] = [
  ['Python', 'python'],
  ['C++', 'c++'],
  ['C#', 'c#'],
  ['Q&A', 'q&a'],
  ['100%', '100%'],
  ['a?b', 'a?b'],
  ['x:y', 'x:y'],
  ['CI/CD', 'ci/cd'],
  ['Web  Dev', 'web--dev'],
  [' padded ', 'padded'],
  ['a\tb', 'a\tb'],
  ['a\u00a0b', 'a\u00a0b'],
  ['É Café', 'é-café'],
  ['日本語 タグ', '日本語-タグ'],
  ['🎉 Party', '🎉-party'],
  ['İstanbul', 'i\u0307stanbul'],
  ['ΑΣ', 'ας'],
  ['ẞharp', 'ßharp'],
  ['2024-01-01', '2024-01-01'],
  ['True', 'true'],
  ['', undefined],
  [' \t\n ', undefined],
  // Python strips these, JavaScript does not; and the other way round.
  ['\u001cbell\u0085', 'bell'],
  ['\ufeffbom', '\ufeffbom'],
];

for (const [tag, slug] of SLUGS) {
  test(`the tag ${JSON.stringify(tag)} has ${slug === undefined ? 'no slug' : `the slug ${JSON.stringify(slug)}`}`, () => {
    assert.equal(tagSlug(tag), slug);
  });
}

test('composed and decomposed letters stay different tags, as in Bengal', () => {
  assert.notEqual(tagSlug('Caf\u00e9'), tagSlug('Cafe\u0301'));
});

test('a slug holds no space and is never blank', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (tag) => {
      const slug = tagSlug(tag);
      assert.ok(slug === undefined || (slug !== '' && !slug.includes(' ')));
    }),
  );
});

test('spaces around a tag and the case of its letters do not matter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z+#/&é日 ]{1,20}$/), (tag) => {
      assert.equal(tagSlug(`  ${tag.toUpperCase()}\t`), tagSlug(tag));
    }),
  );
});
