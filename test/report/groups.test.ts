import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { consequencesOf } from '../../src/report/consequences.ts';
import { groupByReason, sectionOf } from '../../src/report/groups.ts';
import { affected, affectedPage } from '../support/reports.ts';
import { changeSet } from '../support/recorded.ts';

test('each page stands in one group only, under its first reason, so that the numbers add up', () => {
  const kinds = fc.constantFrom('content', 'data', 'tag', 'template');
  const pages = fc.array(fc.tuple(fc.stringMatching(/^[a-c]\/[a-f]$/), kinds, kinds));
  fc.assert(
    fc.property(pages, (given) => {
      const all = given.map(([name, first, second]) => {
        const page = affectedPage(name, first, 'x');
        return { ...page, reasons: [...page.reasons, { kind: second, via: 'y' }] };
      });
      const groups = groupByReason(all);
      const listed = groups.flatMap((group) => group.sections.flatMap((section) => section.pages));
      assert.equal(listed.length, all.length);
      assert.deepEqual(new Set(listed), new Set(all));
      for (const group of groups)
        assert.equal(
          group.size,
          group.sections.reduce((sum, section) => sum + section.pages.length, 0),
        );
    }),
  );
});

test('a section is the first folder of the URL', () => {
  assert.deepEqual(['/guides/a/b/', '/guides/', '/', '/404.html'].map(sectionOf), ['/guides/', '/guides/', '/', '/']);
});

test('every changed file is told with the pages that it leads to, those that lead to most first', () => {
  const both = {
    ...affectedPage('b', 'data', 'data/team.yaml'),
    reasons: [
      { kind: 'data' as const, via: 'data/team.yaml' },
      { kind: 'linked' as const, via: 'content/a.md' },
    ],
  };
  const consequences = consequencesOf({
    changes: changeSet({ added: ['content/new.md'], modified: ['content/a.md', 'data/team.yaml'], deleted: ['x'] }),
    affected: affected({ pages: [affectedPage('a', 'content', 'content/a.md'), both] }),
  });
  assert.deepEqual(
    consequences.map(({ file, change, pages }) => [change, file, pages.map((page) => page.url)]),
    [
      ['modified', 'content/a.md', ['/a/', '/b/']],
      ['modified', 'data/team.yaml', ['/b/']],
      ['added', 'content/new.md', []],
      ['deleted', 'x', []],
    ],
  );
});
