import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WALKS } from '../../src/affected/order.ts';
import { folderOf, isIndex } from '../../src/affected/places.ts';
import { siteModel } from '../../src/affected/site-model.ts';
import { sortable } from '../../src/affected/sortable.ts';
import { sidesInWalk } from '../../src/affected/walk.ts';
import { linkIndex } from '../../src/mentions/link-index.ts';
import { somePage } from '../support/find-affected.ts';
import { bengalState } from '../support/recorded.ts';
import { LAYOUT } from '../support/site-rig.ts';

const anyName = fc.constantFrom('a', 'b', 'b-c', 'c', 'z');
const anyKey = fc
  .tuple(fc.array(anyName, { maxLength: 3 }), fc.constantFrom('_index', 'index', 'a', 'b', 'c', 'z'))
  .map(([folders, name]) => ['content', ...folders, `${name}.md`].join('/'));

test('the pages beside a place in a walk are those of sorting the whole site', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyKey, { maxLength: 12 }), anyKey, fc.constantFrom(...WALKS), (keys, key, order) => {
      // A folder has one index, whichever of its two names that has.
      const pages = keys
        .filter((given) => given !== key && !(isIndex(given) && given.endsWith('/index.md')))
        .map((given) => somePage(given));
      const state = bengalState(pages);
      const links = linkIndex({ mentions: new Map(), numbers: new Map() });
      const site = siteModel({ state, layout: LAYOUT, links, references: new Map() });
      const place = sortable(somePage(key));
      const sorted = [...pages.map(sortable), place].sort(order.compare);
      const at = sorted.indexOf(place);
      const sides = sidesInWalk(place, order, { site, layout: LAYOUT, without: key });
      assert.deepEqual(
        sides.map((page) => page?.key),
        [sorted[at - 1]?.key, sorted[at + 1]?.key],
      );
    }),
    { numRuns: 500 },
  );
});

test('the index of a folder is named index or _index, whatever its type', () => {
  for (const path of ['content/_index.md', 'index.md', 'content/a/index.ipynb', 'content/a.b/_index.md'])
    assert.equal(isIndex(path), true, path);
  for (const path of [
    'content/indexes.md',
    'content/my_index.md',
    'content/index',
    'content/index.',
    'content/index.fr.md',
  ])
    assert.equal(isIndex(path), false, path);
  assert.deepEqual([folderOf('content/a/b.md'), folderOf('b.md')], ['content/a', '']);
});
