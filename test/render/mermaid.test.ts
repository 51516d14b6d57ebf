import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { affectedMermaid } from '../../src/render/mermaid.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { affected, affectedPage, report, reportSaying } from '../support/reports.ts';

const LABEL = String.raw`(?:[\p{L}\p{N} .\/_–-]|#\d+;)*`;
const STYLE = 'classDef (?:stale|affected|missing) fill:#[0-9A-F]{6},stroke:#[0-9A-Fa-f]{6},color:#[0-9a-f]{6}';
const LINE = new RegExp(
  String.raw`^(?:flowchart LR|  (?:f\d+\["${LABEL}"\]:::stale|(?:p\d+|all|more)\(\["${LABEL}"\]\):::(?:affected|missing)|f\d+ -->\|[a-z-]+\| p\d+|d\d+\["${LABEL}"\]:::stale --> all|${STYLE}))$`,
  'u',
);

function assertWellFormed(picture: string): void {
  assert.ok(picture.endsWith('\n'));
  for (const line of picture.slice(0, -1).split('\n')) assert.match(line, LINE);
}

for (const name of HOSTILE_NAMES) {
  test(`${JSON.stringify(name)} stays inside its label`, () => assertWellFormed(affectedMermaid(reportSaying(name))));
}

test('no name leaves its label', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.constantFrom(...HOSTILE_NAMES).map((name) => name.repeat(5)),
  );
  fc.assert(
    fc.property(anyName, (name) => assertWellFormed(affectedMermaid(reportSaying(name)))),
    { numRuns: 500 },
  );
});

test('every edge leads from a file that is drawn to a page that is drawn', () => {
  const pages = Array.from({ length: 30 }, (_, index) =>
    affectedPage(`p${String(index)}`, 'template', `templates/${String(index % 3)}.html`),
  );
  const picture = affectedMermaid(report({ affected: affected({ pages }) }));
  const [drawn, edges] = [
    new Set(picture.match(/(?<=^ {2})[fp]\d+(?=\W)/gm)),
    [...picture.matchAll(/(f\d+) -->\|template\| (p\d+)/g)],
  ];
  assert.equal(edges.length, 30);
  for (const [, from, to] of edges) assert.ok(drawn.has(from!) && drawn.has(to!));
});

test('many pages become forty and a count, below the limits of GitHub', () => {
  const pages = Array.from({ length: 5000 }, (_, index) =>
    affectedPage(`${'長'.repeat(100)}${String(index)}`, 'content', `${'"'.repeat(200)}${String(index)}`),
  );
  const picture = affectedMermaid(report({ affected: affected({ pages }) }));
  assert.match(picture, /more\(\["and 4960 more pages"\]\)/);
  assert.ok(picture.length < 50_000 && (picture.match(/-->/g)?.length ?? 0) < 500);
  assertWellFormed(picture);
});

test('one page with thousands of reasons does not make the picture too large', () => {
  const reasons = Array.from({ length: 3000 }, (_, index) => ({
    kind: 'data' as const,
    via: `data/${String(index)}.yaml`,
  }));
  const picture = affectedMermaid(
    report({ affected: affected({ pages: [{ ...affectedPage('a', 'data', 'x'), reasons }] }) }),
  );
  assert.ok(picture.length < 50_000, `${String(picture.length)} characters`);
  assert.ok((picture.match(/-->/g)?.length ?? 0) < 500);
});
