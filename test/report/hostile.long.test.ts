import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { affectedMermaid } from '../../src/render/mermaid.ts';
import { commentBody, commentMarker } from '../../src/report/comment.ts';
import { reportLinks } from '../../src/report/links.ts';
import { escapeMarkdown, inlineCode, shortName } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSummary } from '../../src/report/summary.ts';
import { shapeOfGithubMarkdown, textOfGithubMarkdown } from '../support/github-markdown.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { reportSaying } from '../support/reports.ts';

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...HOSTILE_NAMES), fc.constantFrom(...HOSTILE_NAMES)).map((two) => two.join('')),
  fc.stringMatching(/^[`~<>|[\](){}:#*_!@\\\n"'; -]{0,12}$/),
);

const LINKS = reportLinks({
  server: 'https://github.com',
  repository: 'owner/site',
  commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
  folder: 'docs',
  baseUrl: 'https://docs.example.org/',
});

function summaryOf(report: Report): string {
  return reportSummary(report, affectedMermaid(report), LINKS);
}

function commentOf(report: Report): string {
  return commentBody(report, { name: 'docs', links: LINKS, runUrl: 'https://github.com/owner/site/actions/runs/1' });
}

/** Absolute names lie outside the site, so they lead nowhere. */
function assertSameShape(name: string): void {
  const harmless = reportSaying(name.startsWith('/') ? '/x' : 'x');
  const hostile = reportSaying(name);
  assert.deepEqual(shapeOfGithubMarkdown(summaryOf(hostile)), shapeOfGithubMarkdown(summaryOf(harmless)));
  assert.deepEqual(shapeOfGithubMarkdown(commentOf(hostile)), shapeOfGithubMarkdown(commentOf(harmless)));
}

for (const name of HOSTILE_NAMES) {
  test(`${JSON.stringify(name)} changes nothing but words in the summary and in the comment`, () => {
    assertSameShape(name);
  });
}

test('no name makes an element of its own: no line, fence, cell, heading, link, picture or tag', () => {
  fc.assert(fc.property(anyName, assertSameShape), { numRuns: 100 });
});

test('no name can forge the marker of our comment', () => {
  const marker = commentMarker('docs');
  for (const name of [marker, `x${marker}`, `${marker}\n${marker}`, `\`${marker}`]) {
    const body = commentOf(reportSaying(name));
    assert.ok(body.startsWith(`${marker}\n`));
    assert.deepEqual(shapeOfGithubMarkdown(body), shapeOfGithubMarkdown(commentOf(reportSaying('x'))));
  }
});

const shown = (name: string): string =>
  name.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').toWellFormed();
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('what people read is the name itself, but for control characters', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      assert.equal(squeezed(textOfGithubMarkdown(`x ${inlineCode(name)} y`)), squeezed(`x ${shown(name)} y`));
      assert.equal(
        squeezed(textOfGithubMarkdown(`x ${escapeMarkdown(name)} y`).replaceAll('\u2060', '')),
        squeezed(`x ${shown(name)} y`.replaceAll('\u2060', '')),
      );
    }),
    { numRuns: 500 },
  );
});

test('escaped text holds no mention, reference, address or emoji, even when its entities are characters again', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const text = textOfGithubMarkdown(`x ${escapeMarkdown(name)} y`);
      assert.doesNotMatch(text, /@\w|#\d|\bGH-\d|:\/\/|www\.\w|(?<!\d):[a-z][\w+-]*:/i);
      assert.doesNotMatch(text.slice(0, -1), /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 500 },
  );
});

test('what is harmless is shown as it is', () => {
  for (const text of ['content/lamps/oil.md', 'Café 日本語 🎉', 'a, b (c); 100%', 'and 2 more', '06:34:19'])
    assert.equal(escapeMarkdown(text), text);
  assert.equal(inlineCode('content/lamps/oil.md'), '`content/lamps/oil.md`');
});

test('a long name keeps its beginning and its end', () => {
  assert.equal(shortName('content/lamps/oil.md', 11), 'conte…il.md');
  assert.equal(shortName('content/a.md'), 'content/a.md');
  assert.equal(shortName('😀😀😀😀', 4), '\ufffd…\ufffd');
});
