import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Report } from '../../src/report/report.ts';
import { affectedMermaid, mermaid, MERMAID_LIMITS } from '../../src/render/mermaid.ts';
import { visibleText } from '../../src/render/visible.ts';
import { missingTool } from '../support/heavy-tools.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { affected, affectedPage, report, reportSaying, TYPICAL_REPORTS } from '../support/reports.ts';
import { anyPicture, pictureSaying } from './pictures.ts';
import { parseFlowchart, type ParsedFlowchart } from './mermaid-parser.ts';

const skip = missingTool('mermaid');
const LABEL = String.raw`(?:[\p{L}\p{N} .\/_–-]|#\d+;)*`;
const SHAPE = ['["@"]', '[/"@"/]', '{{"@"}}', '(["@"])', '[("@")]', '[["@"]]', '("@")']
  .map((shape) => shape.replace(/[[\](){}/]/g, String.raw`\$&`).replace('@', LABEL))
  .join('|');
const CLASS = '(?:fresh|stale|missing|tracked|unknown)(?:Affected)?(?:Marked)?';
const LINES = [
  'flowchart LR',
  String.raw`  n\d+(?:${SHAPE}):::${CLASS}`,
  String.raw`  n\d+ -->(?:\|"${LABEL}"\|)? n\d+`,
  String.raw`  subgraph legend \["Legend"\]`,
  '    direction LR',
  String.raw`    l\w+\["${LABEL}"\]:::(?:${CLASS}|note)`,
  String.raw`    l\w+(?: ~~~ l\w+)+`,
  '  end',
  '  style legend fill:none,stroke:#868E96',
  `  classDef (?:${CLASS} fill:#[0-9A-F]{6},stroke:#[0-9A-F]{6},stroke-width:[135]px,color:#[0-9A-F]{6}|note fill:none,stroke:none)`,
  String.raw`  linkStyle [\d,]+ stroke:#[0-9A-F]{6},stroke-width:3px`,
];
const LINE = new RegExp(`^(?:${LINES.join('|')})$`, 'u');

function assertWellFormed(picture: string): void {
  assert.ok(picture.endsWith('\n'));
  for (const line of picture.slice(0, -1).split('\n')) assert.match(line, LINE);
  assert.ok(picture.length < MERMAID_LIMITS.characters, `${picture.length} characters`);
  assert.ok((picture.match(/-->|~~~/g) ?? []).length < MERMAID_LIMITS.edges);
}

const drawn = (parsed: ParsedFlowchart): string[] =>
  [...parsed.nodes].flatMap(([id, node]) => (id.startsWith('n') ? [node.text] : []));

async function assertInert(picture: string): Promise<ParsedFlowchart> {
  assertWellFormed(picture);
  const parsed = await parseFlowchart(picture);
  assert.equal(parsed.links, 0);
  for (const { classes } of parsed.nodes.values())
    for (const name of classes) assert.ok(parsed.classes.has(name), name);
  return parsed;
}

describe('no name leaves its label, and Mermaid reads it as it can be seen', { skip }, () => {
  for (const name of HOSTILE_NAMES) {
    test(JSON.stringify(name), async () => {
      await assertInert(affectedMermaid(reportSaying(name)));
      const parsed = await assertInert(mermaid(pictureSaying(name)));
      assert.ok(drawn(parsed).includes(visibleText(name)), drawn(parsed).join());
    });
  }

  test('any other', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(...HOSTILE_NAMES).map((name) => name.repeat(5)),
    );
    fc.assert(
      fc.property(anyName, (name) => assertWellFormed(affectedMermaid(reportSaying(name)))),
      { numRuns: 500 },
    );
  });

  test('any picture', async () => {
    await fc.assert(
      fc.asyncProperty(anyPicture, async (picture) => {
        const parsed = await assertInert(mermaid(picture));
        assert.deepEqual(
          drawn(parsed),
          picture.nodes.map((node) => node.label),
        );
        assert.deepEqual(
          parsed.edges.map(({ from, to, text }) => [from, to, text]),
          picture.edges.map(({ from, to, label }) => [`n${from}`, `n${to}`, label]),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('the picture of what is affected', { skip }, () => {
  for (const [name, typical] of Object.entries(TYPICAL_REPORTS)) {
    test(`of a ${name} report is read by Mermaid`, async () => {
      await assertInert(affectedMermaid(typical));
    });
  }

  const saying = (pages: Report['affected']['pages']): string =>
    affectedMermaid(report({ affected: affected({ pages }) }));

  test('leads from each file to the pages that it affects, and says how', async () => {
    const parsed = await assertInert(
      saying([affectedPage('a', 'template', 'templates/x.html'), affectedPage('b', 'linked', 'content/a.md')]),
    );
    const text = (id: string): string => parsed.nodes.get(id)!.text;
    assert.deepEqual(parsed.edges.map(({ from, to, text: how }) => `${text(from)} ${how} ${text(to)}`).sort(), [
      'content/a.md linked /b/',
      'templates/x.html template /a/',
    ]);
  });

  test('puts sections together before anything is left out, and counts', async () => {
    const pages = Array.from({ length: 5000 }, (_, index) =>
      affectedPage(
        `section-${index % 7}/${'長'.repeat(100)}${index}`,
        'content',
        `content/section-${index % 7}/${index}.md`,
      ),
    );
    const texts = drawn(await assertInert(saying(pages)));
    assert.equal(texts.length, 14);
    assert.ok(texts.includes('/section-0/: 715 pages') && texts.includes('content/section-6/: 714 files'));
  });

  test('of more sections than can be seen shows the largest, and counts the others', async () => {
    const pages = Array.from({ length: 4000 }, (_, index) =>
      affectedPage(`section-${Math.floor(Math.sqrt(index))}/${index}`, 'template', 'templates/base.html'),
    );
    const texts = drawn(await assertInert(saying(pages)));
    assert.ok(texts.includes('/section-62/: 125 pages'));
    const counted = texts.flatMap((text) => Number(/: ([\d,]+) pages?$/.exec(text)?.[1]?.replace(',', '') ?? 0));
    assert.equal(
      counted.reduce((sum, number) => sum + number, 0),
      4000,
    );
    assert.ok(texts.some((text) => text.startsWith('other sections: ')));
  });

  test('of one page with thousands of reasons stays within the limits', async () => {
    const reasons = Array.from({ length: 3000 }, (_, index) => ({ kind: 'data' as const, via: `data/${index}.yaml` }));
    const texts = drawn(await assertInert(saying([{ ...affectedPage('a', 'data', 'x'), reasons }])));
    assert.deepEqual(texts, ['data/: 3,000 data files', '/a/']);
  });

  test('of the longest names that there are stays within the limits', async () => {
    const pages = Array.from({ length: 29 }, (_, index) =>
      affectedPage(`${index}${'"'.repeat(4000)}`, 'content', `${'\u202e'.repeat(4000)}${index}`),
    );
    await assertInert(saying(pages));
  });

  test('is the same in whatever order the pages come', () => {
    const pages = Array.from({ length: 50 }, (_, index) =>
      affectedPage(`s${index % 3}/${index}`, 'content', `${index % 9}`),
    );
    assert.equal(saying(pages), saying(pages.toReversed()));
  });
});
