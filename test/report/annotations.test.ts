import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationsOf } from '../../src/report/annotations.ts';
import { affected, affectedPage, report } from '../support/reports.ts';
import { changeSet } from '../support/recorded.ts';

const PAGES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => affectedPage(name, 'data', 'data/team.yaml'));

test('the files that affect pages are noted, those that affect most pages before the others', () => {
  const annotations = annotationsOf(
    report({
      changes: changeSet({ modified: ['content/a.md', 'data/team.yaml'] }),
      affected: affected({
        pages: [{ ...affectedPage('a', 'content', 'content/a.md') }, ...PAGES.slice(1)],
      }),
      gate: { mode: 'full', reasons: [{ kind: 'policy', detail: 'the result is published' }], buildArgs: [] },
    }),
    { folder: '' },
  );
  assert.deepEqual(annotations, [
    {
      level: 'notice',
      title: 'Affected pages',
      message: 'Affects 6 pages: /b/, /c/, /d/, /e/, /f/ and 1 more',
      file: 'data/team.yaml',
      line: 1,
    },
    { level: 'notice', title: 'Affected pages', message: 'Affects 1 page: /a/', file: 'content/a.md', line: 1 },
  ]);
});

test('a note stands on the front matter key that was edited, and on the file as the repository names it', () => {
  const [note] = annotationsOf(
    report({
      changes: changeSet({ modified: ['content/a.md'] }),
      edits: [
        {
          path: 'content/a.md',
          keys: [
            { name: 'draft', line: null },
            { name: 'title', line: 3 },
          ],
          body: false,
        },
      ],
      affected: affected({ pages: [affectedPage('a', 'content', 'content/a.md')] }),
    }),
    { folder: 'docs/site' },
  );
  assert.deepEqual(note, {
    level: 'notice',
    title: 'Affected pages',
    message: 'Affects 1 page (changed: draft, title): /a/',
    file: 'docs/site/content/a.md',
    line: 3,
  });
});

test('files that are gone, outside the site or without affected pages get no note', () => {
  const files = ['content/gone.md', '/usr/lib/theme/base.html', '../outside.md', 'content/alone.md'];
  const annotations = annotationsOf(
    report({
      changes: changeSet({ modified: files.slice(1), deleted: files.slice(0, 1) }),
      affected: affected({ pages: files.slice(0, 3).map((file) => affectedPage('a', 'content', file)) }),
    }),
    { folder: '' },
  );
  assert.deepEqual(
    annotations.map((each) => each.file),
    [],
  );
});

test('each warning is a warning; beyond ten the last one says how many more there are', () => {
  const warnings = Array.from({ length: 12 }, (_, index) => `trap ${String(index)}`);
  const shown = annotationsOf(report({ warnings }), { folder: '' }).filter((each) => each.level === 'warning');
  assert.equal(shown.length, 10);
  assert.equal(shown[8]?.message, 'trap 8');
  assert.equal(shown[9]?.message, '3 more warnings are in the job summary and in the report');
});
