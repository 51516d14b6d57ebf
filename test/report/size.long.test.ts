import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AffectedPage, ReasonKind } from '../../src/affected/reason.ts';
import { affectedMermaid } from '../../src/render/mermaid.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { commentBody } from '../../src/report/comment.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSummary } from '../../src/report/summary.ts';
import { REASON_HEADINGS } from '../../src/report/words.ts';
import { affected, report } from '../support/reports.ts';

const KINDS = Object.keys(REASON_HEADINGS) as ReasonKind[];

/** Every list as long as a huge change set makes it; names as long and as costly to escape as a name may be. */
function hugeReport(pages: number, nameOf: (index: number) => string): Report {
  const names = Array.from({ length: pages }, (_, index) => nameOf(index));
  const page = (name: string, index: number): AffectedPage => ({
    output: `${name}/index.html`,
    source: `content/${name}.md`,
    url: `/${name}/`,
    reasons: [{ kind: KINDS[index % KINDS.length] ?? 'content', via: names[index % 1000] ?? '' }],
  });
  const sentences = names.slice(0, 2000).map((name) => ({ kind: 'state' as const, detail: `doubt about ${name}` }));
  return report({
    changes: { ...report().changes, added: names, modified: names, deleted: names },
    affected: affected({
      all: true,
      because: sentences.map(({ detail }) => ({ kind: 'input-unverifiable', detail })),
      pages: names.map(page),
      tags: names,
      siteWide: names,
      toRemove: names,
    }),
    gate: { mode: 'full', reasons: sentences, buildArgs: [] },
    warnings: sentences.map(({ detail }) => detail),
    totalPages: pages,
  });
}

const plain = hugeReport(100_000, (index) => `section-${String(index % 300)}/page-${String(index)}`);
const costly = hugeReport(20_000, (index) => `${'<😀>'.repeat(400)}${String(index)}`);

for (const [what, huge] of [
  ['a hundred thousand files and pages', plain],
  ['names that grow sixfold when escaped', costly],
] as const) {
  test(`the summary of ${what} stays below half of the megabyte that GitHub takes`, () => {
    const bytes = Buffer.byteLength(reportSummary(huge, affectedMermaid(huge)));
    assert.ok(bytes < 512 * 1024, `${String(bytes)} bytes`);
  });

  test(`the comment on ${what} stays below the 65,536 characters that GitHub takes`, () => {
    const body = commentBody(huge, { name: 'docs', runUrl: undefined });
    assert.ok(body.length < 65_536, `${String(body.length)} characters`);
  });

  test(`there are never more annotations of ${what} than GitHub shows`, () => {
    const annotations = annotationsOf(huge, { folder: '' });
    for (const level of ['notice', 'warning'] as const)
      assert.equal(annotations.filter((each) => each.level === level).length, 10);
    assert.ok(annotations.every(({ message }) => message.length <= 4096));
  });
}

test('what is cut says how much is left, and where it is', () => {
  const summary = reportSummary(plain, affectedMermaid(plain));
  assert.match(summary, /### Changed files \(300,000\)/);
  assert.match(summary, /and 299,800 more files; the JSON report has them all/);
  assert.match(summary, /\*\*Outputs to remove\*\* \(100,000\): .* and 99,\d{3} more; the JSON report has them all/);
  for (const [index, kind] of KINDS.entries()) {
    const size = Math.ceil((100_000 - index) / KINDS.length).toLocaleString('en-US');
    assert.ok(summary.includes(`<summary>${REASON_HEADINGS[kind]} (${size})</summary>`), kind);
  }
});
