import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportSummary } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/text.ts';
import { costPhrase } from '../../src/report/words.ts';
import { report, TYPICAL_REPORTS } from '../support/reports.ts';

const { full } = TYPICAL_REPORTS;

test('what a full build costs is said with a full build, and what is saved with a skip, where it was recorded', () => {
  const costing = { ...full!, gate: { ...full!.gate, fullBuildSeconds: 41.6 } };
  assert.equal(costPhrase(costing), 'about 42 s, as the last full build');
  assert.ok(reportText(costing).includes('\n  costs   about 42 s, as the last full build\n'));
  assert.ok(reportSummary(costing, '').includes('| Costs | about 42 s, as the last full build |'));
  const saving = report({ gate: { ...report().gate, fullBuildSeconds: 500 } });
  assert.ok(reportText(saving).includes('\n  saves   about 8 min for a full build\n'));
});

test('where no full build was recorded, nothing is said of it', () => {
  for (const fullBuildSeconds of [undefined, null]) {
    const gate = fullBuildSeconds === undefined ? full!.gate : { ...full!.gate, fullBuildSeconds };
    assert.equal(costPhrase({ ...full!, gate }), '');
    assert.doesNotMatch(reportText({ ...full!, gate }), /costs/);
  }
});

test('a build of an instant takes a second', () => {
  assert.equal(costPhrase({ gate: { ...full!.gate, fullBuildSeconds: 0.2 } }), 'about 1 s, as the last full build');
});
