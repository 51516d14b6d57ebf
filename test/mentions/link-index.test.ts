import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkIndex, loadLinkIndex, storeLinkIndex, type Mentions } from '../../src/mentions/link-index.ts';

const anyName = fc.constantFrom('a/index.html', 'b/index.html', 'c.css', 'é/index.html', '__proto__', 'z');
const anyMentions: fc.Arbitrary<Mentions> = fc
  .array(fc.tuple(anyName, fc.array(fc.tuple(anyName, fc.integer({ min: 1, max: 127 })), { minLength: 1 })))
  .map((entries) => new Map(entries.map(([target, pages]) => [target, new Map(pages)])));

test('an index comes back as it was stored', () => {
  fc.assert(
    fc.property(anyMentions, (mentions) => {
      const loaded = loadLinkIndex(storeLinkIndex(mentions));
      const sorted = (given: Mentions | undefined): unknown =>
        [...(given ?? [])].map(([target, pages]) => [target, [...pages].sort()]).sort();
      assert.deepEqual(sorted(loaded), sorted(mentions));
    }),
  );
});

test('the same index is stored as the same bytes, in whatever order it was gathered', () => {
  fc.assert(
    fc.property(anyMentions, (mentions) => {
      const reversed = new Map(
        [...mentions].reverse().map(([target, pages]) => [target, new Map([...pages].reverse())]),
      );
      assert.equal(JSON.stringify(storeLinkIndex(reversed)), JSON.stringify(storeLinkIndex(mentions)));
    }),
  );
});

test('an index that does not add up is none', () => {
  const names = ['a', 'b'];
  assert.ok(loadLinkIndex({ names, targets: [[0, 1, 1, 2]] }));
  for (const targets of [[[0, 1, 2, 1]], [[0]], [[-1, 1]], [[0.5, 1]], [[], [], []]])
    assert.equal(loadLinkIndex({ names, targets }), undefined, JSON.stringify(targets));
});

test('both directions tell the same', () => {
  fc.assert(
    fc.property(anyMentions, (mentions) => {
      const index = linkIndex({ mentions, numbers: new Map() });
      const lengths = [0];
      for (const [target, pages] of mentions)
        for (const [page, shows] of pages) {
          const { targets, flags } = index.mentionedBy(page);
          assert.equal(flags[targets.indexOf(target)], shows);
          lengths.push(targets.length);
        }
      assert.equal(index.mostOnOnePage(), Math.max(...lengths));
      assert.deepEqual(index.mentionedBy('nobody'), { targets: [], flags: [] });
      assert.equal(index.mentionsOf('nobody').size, 0);
    }),
  );
});
