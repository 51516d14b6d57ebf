import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportSummary } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/text.ts';
import { costPhrase, timeSavedPhrase } from '../../src/report/time-saved.ts';
import { report, TYPICAL_REPORTS } from '../support/reports.ts';

const { full } = TYPICAL_REPORTS;

test('what a full build costs is said with a full build, and what is saved with a skip, where it was recorded', () => {
  const costing = { ...full!, gate: { ...full!.gate, fullBuildSeconds: 41.6 } };
  assert.equal(costPhrase(costing), 'about 42 s, as the last full build');
  assert.ok(reportText(costing).includes('\n  costs   about 42 s, as the last full build\n'));
  assert.ok(reportSummary(costing, '').includes('Time saved: none: the last full build took 42 s.'));
  const saving = report({ gate: { ...report().gate, fullBuildSeconds: 500 } });
  assert.ok(reportText(saving).includes('\n  saves   about 8 min, the time of the last full build\n'));
  assert.match(reportSummary(saving, ''), /; saves about 8 min, the time of the last full build; /);
});

test('where no full build was recorded, nothing is said of it', () => {
  for (const fullBuildSeconds of [undefined, null]) {
    const gate = { ...full!.gate, ...(fullBuildSeconds === null ? { fullBuildSeconds } : {}) };
    assert.equal(costPhrase({ ...full!, gate }), '');
    assert.doesNotMatch(reportText({ ...full!, gate }), /costs/);
    for (const mode of ['skip', 'incremental', 'full'] as const)
      assert.equal(timeSavedPhrase({ gate: { ...gate, mode, incrementalBuildSeconds: 5 } }), '');
  }
});

test('a build of an instant takes a second', () => {
  assert.equal(costPhrase({ gate: { ...full!.gate, fullBuildSeconds: 0.2 } }), 'about 1 s, as the last full build');
});

for (const [incrementalBuildSeconds, phrase] of [
  [undefined, 'unknown: the last full build took 42 s, and no incremental build was recorded'],
  [7.9, 'about 34 s: the last full build took 42 s, the last incremental one 8 s'],
  [60, 'none: the last full build took 42 s, the last incremental one 60 s'],
] as const)
  test(`an incremental build after one of ${String(incrementalBuildSeconds ?? 'unknown')} seconds saves: ${phrase}`, () => {
    const { gate } = TYPICAL_REPORTS['many-pages']!;
    const recorded = incrementalBuildSeconds === undefined ? {} : { incrementalBuildSeconds };
    const saving = report({ gate: { ...gate, fullBuildSeconds: 41.6, ...recorded } });
    assert.equal(timeSavedPhrase(saving), phrase);
    assert.ok(reportText(saving).includes(`\n  saves   ${phrase}\n`));
    assert.ok(reportSummary(saving, '').includes(`Time saved: ${phrase}.`));
  });
