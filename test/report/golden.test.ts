import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { affectedMermaid } from '../../src/render/mermaid.ts';
import { reportJson } from '../../src/report/report.ts';
import { reportSummary } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/text.ts';
import { TYPICAL_REPORTS } from '../support/reports.ts';

/** `UPDATE_GOLDEN=1 npx node --test test/report/golden.test.ts` writes the files anew: read them before you commit. */
function assertGolden(name: string, actual: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'));
}

for (const [name, report] of Object.entries(TYPICAL_REPORTS)) {
  test(`the summary, the text, the picture and the JSON of a ${name} report read as they did`, () => {
    const picture = affectedMermaid(report);
    assertGolden(`${name}.md`, reportSummary(report, picture));
    assertGolden(`${name}.txt`, reportText(report));
    assertGolden(`${name}.mmd`, picture);
    assertGolden(`${name}.json`, reportJson(report));
  });
}

test('the same report gives the same bytes, whatever the machine', () => {
  for (const report of Object.values(TYPICAL_REPORTS)) {
    const copy = JSON.parse(JSON.stringify(report)) as typeof report;
    assert.equal(reportJson(copy), reportJson(report));
    assert.equal(reportSummary(copy, affectedMermaid(copy)), reportSummary(report, affectedMermaid(report)));
  }
});
