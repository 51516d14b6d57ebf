import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toySite, type ToySite } from '../support/toy-site.ts';
import { anyToyEdit, anyToySite, anyToyTheme } from '../support/toy-arbitraries.ts';
import { toyAffected, toyChanges } from '../support/toy-affected.ts';
import { outputOfToyUrl, toyUrl } from '../support/toy-site.ts';

const anyEdits = fc.array(anyToyEdit, { minLength: 1, maxLength: 4 });
const edited = (site: ToySite, edits: readonly { apply(site: ToySite): ToySite }[]): ToySite =>
  edits.reduce((now, edit) => edit.apply(now), site);

test('every changed page is affected or to be removed', () => {
  fc.assert(
    fc.property(anyToySite, anyToyTheme, anyEdits, (site, theme, edits) => {
      const after = edited(site, edits);
      const changes = toyChanges(site, after);
      const affected = toyAffected(site, after, theme);
      const named = new Set([...affected.pages.map(({ output }) => output), ...affected.toRemove]);
      for (const key of [...changes.added, ...changes.modified, ...changes.deleted])
        assert.ok(named.has(outputOfToyUrl(toyUrl(key))), key);
    }),
    { numRuns: 200 },
  );
});

test('the order in which a site is listed makes no difference', () => {
  fc.assert(
    fc.property(anyToySite, anyToyTheme, anyEdits, (site, theme, edits) => {
      const after = edited(site, edits);
      const reversed = (given: ToySite): ToySite => toySite([...given.values()].reverse());
      assert.deepEqual(toyAffected(reversed(site), reversed(after), theme), toyAffected(site, after, theme));
    }),
    { numRuns: 200 },
  );
});

test('a site that was not edited has no affected page', () => {
  fc.assert(
    fc.property(anyToySite, anyToyTheme, (site, theme) => {
      assert.deepEqual(toyAffected(site, site, theme).pages, []);
    }),
    { numRuns: 100 },
  );
});
