import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SitePath } from '../../src/core/paths.ts';
import { SHOWS } from '../../src/mentions/needles.ts';
import { affectedIn, somePage } from '../support/find-affected.ts';
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

// Equal to looking at every page: what it was made from, and what it shows.

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const someOf = (...paths: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...paths]);
const anyUses = fc.uniqueArray(
  fc.record({
    name: names,
    templates: someOf('page.html', 'base.html', 'partials/card.html'),
    data: someOf('data/prices.yaml', 'data/team/one.yaml'),
    snippets: someOf('content/snippets/one.inc', 'content/snippets/two.inc'),
  }),
  { selector: ({ name }) => name },
);

test('templates, data and includes affect the pages that were made from them, and no others', () => {
  const anyPaths = someOf(
    ...['templates/page.html', 'templates/base.html', 'templates/partials/card.html'],
    ...['data/prices.yaml', 'data/team/one.yaml', 'content/snippets/one.inc'],
  );
  fc.assert(
    fc.property(anyUses, anyPaths, (uses, modified) => {
      const pages = uses.map(({ name, templates, data, snippets }) =>
        somePage(`content/${name}.md`, {
          inputs: [
            ...templates.map((path) => ({ type: 'template', path, hash: undefined })),
            ...data.map((path) => ({ type: 'data', path, hash: undefined })),
          ],
          files: snippets.map((path) => ({ where: 'site', path: path as SitePath })),
        }),
      );
      const affected = affectedIn({ pages, changes: { modified } });
      const made = uses.filter(({ templates, data, snippets }) =>
        [...templates.map((path) => `templates/${path}`), ...data, ...snippets].some((path) => modified.includes(path)),
      );
      assert.deepEqual(
        affected.pages.map(({ output }) => output),
        made.map(({ name }) => `${name}/index.html`).sort(),
      );
    }),
  );
});

test('an edit of the text affects the page and exactly those that show an edited part of it', () => {
  const parts = {
    lead: SHOWS.lead,
    longLead: SHOWS.longLead,
    body: SHOWS.text,
    minutes: SHOWS.minutes,
    words: SHOWS.words,
  };
  const anyShown = fc.dictionary(names, fc.nat({ max: 4095 }));
  fc.assert(
    fc.property(anyShown, someOf(...Object.keys(parts)), (shown, edited) => {
      const pages = ['edited', 'a', 'b', 'c', 'd', 'e'].map((name) => somePage(`content/${name}.md`));
      const path = 'content/edited.md';
      const by = Object.fromEntries(Object.entries(shown).map(([name, flags]) => [`${name}/index.html`, flags]));
      const affected = affectedIn({
        pages,
        mentions: { 'edited/index.html': by },
        changes: { modified: [path] },
        // Any edit of the text is one of its body.
        edits: { [path]: { ...Object.fromEntries(edited.map((part) => [part, true])), body: true } },
      });
      const mask = Object.entries(parts).reduce(
        (flags, [part, flag]) => (part === 'body' || edited.includes(part) ? flags | flag : flags),
        0,
      );
      const showing = Object.keys(by).filter((output) => ((by[output] ?? 0) & mask) !== 0);
      assert.deepEqual(
        affected.pages.map(({ output }) => output),
        ['edited/index.html', ...showing].sort(),
      );
    }),
  );
});
