import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentBody, commentMarker, isWorthReading } from '../../src/report/comment.ts';
import { affected, affectedPage, report, TYPICAL_REPORTS } from '../support/reports.ts';
import { changeSet } from '../support/recorded.ts';

const KINDS = ['content', 'data', 'tag', 'template', 'linked'] as const;

test('two sites of one repository have comments of their own', () => {
  assert.notEqual(commentMarker('docs'), commentMarker('blog'));
});

test('the comment says how many pages may change, what each file affects, which pages for what reason, and the verdict', () => {
  assert.equal(
    commentBody(TYPICAL_REPORTS['incremental']!, { name: 'docs', runUrl: 'https://github.com/o/r/actions/runs/1' }),
    `${commentMarker('docs')}
### This pull request may change 3 of 20 pages

**What changed, and how many pages it affects**

- modified \`data/watches.yaml\`: 2 pages
- modified \`content/lamps/oil.md\`: 1 page

**Which pages, and why**

- **Read changed data** (2): \`/keepers/duties/\`, \`/keepers/relief/\`
- **Their own source changed** (1): \`/lamps/oil/\`

**Bengal Cache: build incrementally.** 3 pages may change.

<sub>[The whole report](https://github.com/o/r/actions/runs/1)</sub>
`,
  );
});

test('a run in which nothing is affected is not worth a comment, any other is', () => {
  assert.equal(isWorthReading(report()), false);
  assert.equal(isWorthReading(report({ affected: affected({ all: true }) })), true);
  assert.equal(isWorthReading(report({ affected: affected({ toRemove: ['a.html'] }) })), true);
  assert.equal(isWorthReading(report({ changes: changeSet({ unverifiable: ['x'] }) })), true);
  assert.equal(
    isWorthReading(report({ affected: affected({ pages: [affectedPage('a', 'content', 'content/a.md')] }) })),
    true,
  );
});

test('a long comment is cut between lines and says so', () => {
  const links = { source: () => undefined, page: (url: string) => `https://example.org${encodeURI(url)}` };
  const names = Array.from({ length: 15 }, (_, index) => `${'<'.repeat(2000)}${String(index)}`);
  const body = commentBody(
    report({
      changes: changeSet({ modified: names }),
      affected: affected({
        pages: KINDS.flatMap((kind) => names.map((name) => affectedPage(name, kind, name))),
      }),
    }),
    { name: 'docs', links, runUrl: undefined },
  );
  assert.ok(body.length <= 30_002);
  assert.match(body, /\n\nThe rest did not fit: see the job summary\.\n$/);
  for (const line of body.split('\n').filter((each) => each.includes('](')))
    assert.match(line, /\)(?: and \d+ more)?$/);
});
