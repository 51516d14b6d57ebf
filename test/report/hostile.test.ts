import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { affectedMermaid } from '../../src/render/mermaid.ts';
import { escapeMarkdown, inlineCode } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSummary } from '../../src/report/summary.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { reportSaying } from '../support/reports.ts';

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...HOSTILE_NAMES), fc.constantFrom(...HOSTILE_NAMES)).map((two) => two.join('')),
  fc.stringMatching(/^[`~<>|[\](){}:#*_!@\n"'; -]{0,12}$/),
);

function summaryOf(report: Report): string {
  return reportSummary(report, affectedMermaid(report));
}

/** What a summary is made of, apart from the text in it. */
function skeleton(summary: string): unknown {
  return {
    lines: summary.split(/[\n\r\u2028\u2029]/).length,
    fences: summary.match(/^ {0,3}(?:```|~~~)/gm)?.length,
    headings: summary.match(/^#+ /gm)?.length,
    items: summary.match(/^- /gm)?.length,
    bars: summary.match(/\|/g)?.length,
    tags: summary.match(/<[^>]*>/g),
    bareAngles: summary
      .replace(/<\/?code>/g, '')
      .match(/[<>]/g)
      ?.filter((angle) => angle === '<'),
    backticks: summary.match(/`/g)?.length,
  };
}

const EXPECTED = skeleton(summaryOf(reportSaying('x')));

for (const name of HOSTILE_NAMES) {
  test(`${JSON.stringify(name)} does not change the shape of the summary`, () => {
    assert.deepEqual(skeleton(summaryOf(reportSaying(name))), EXPECTED);
  });
}

test('no name changes the shape of the summary: no line, fence, table cell, heading or tag of its own', () => {
  fc.assert(
    fc.property(anyName, (name) => assert.deepEqual(skeleton(summaryOf(reportSaying(name))), EXPECTED)),
    { numRuns: 500 },
  );
});

test('escaped text holds no markup, link, mention, picture, reference or control character', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      for (const text of [escapeMarkdown(name), inlineCode(name).slice('<code>'.length, -'</code>'.length)]) {
        const plain = text.replace(/&#\d+;/g, '§');
        assert.doesNotMatch(plain, /[<>`*_[\]|~@"'\\]|&(?!#)|#\d|GH-\d|www\.|:\/\/|:\w+:/i);
        assert.doesNotMatch(plain, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        assert.doesNotMatch(text, /^\s*(?:[-+]|=+|\d+[.)])(?:\s|$)/);
      }
    }),
    { numRuns: 500 },
  );
});

test('what is harmless is shown as it is', () => {
  for (const text of ['content/lamps/oil.md', 'Café 日本語 🎉', 'a, b (c); 100%', 'and 2 more'])
    assert.equal(escapeMarkdown(text), text);
});

test('entities stand for the very characters that they replace', () => {
  const shown = escapeMarkdown('<a href="x">&amp; `b` | *c*').replace(/&#(\d+);/g, (_, code) =>
    String.fromCodePoint(Number(code)),
  );
  assert.equal(shown, '<a href="x">&amp; `b` | *c*');
});

test('a summary of ten thousand changed files and pages stays far below the megabyte that GitHub takes', () => {
  const base = reportSaying('x');
  const names = Array.from({ length: 10_000 }, (_, index) => `content/${'<>'.repeat(100)}${String(index)}.md`);
  const [page] = base.affected.pages;
  const summary = summaryOf({
    ...base,
    changes: { ...base.changes, added: names, modified: names, deleted: names },
    affected: {
      ...base.affected,
      pages: names.map((via) => ({ ...page!, reasons: [{ kind: 'content' as const, via }] })),
      toRemove: names,
    },
  });
  assert.ok(Buffer.byteLength(summary) < 1024 * 1024, `${String(Buffer.byteLength(summary))} bytes`);
  assert.match(summary, /and 9800 more, in the JSON report/);
});
