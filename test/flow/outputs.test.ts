import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonList, reportOutputs } from '../../src/flow/outputs.ts';
import { OUTPUTS } from '../../src/inputs/spec.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { TYPICAL_REPORTS, report } from '../support/reports.ts';

const CONTEXT = { primaryKey: 'k', reportPath: '/tmp/report.json' };

test('a list that is cut stays a JSON array, keeps its beginning and fits into a variable', () => {
  const item = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...HOSTILE_NAMES).map((name) => name.repeat(200)),
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (items, times) => {
      const all = Array.from({ length: times }, () => items).flat();
      const text = jsonList(all);
      const kept = JSON.parse(text) as string[];
      assert.deepEqual(kept, all.slice(0, kept.length));
      assert.ok(Buffer.byteLength(text) <= 100_000);
      if (Buffer.byteLength(JSON.stringify(all)) < 100_000) assert.equal(kept.length, all.length);
    }),
    { numRuns: 60 },
  );
});

test('one item that does not fit leaves an empty list', () => {
  assert.equal(jsonList(['x'.repeat(100_001), 'y']), '[]');
  assert.equal(jsonList([]), '[]');
});

test('exactly the outputs of the table are set, all of them on one line', () => {
  for (const given of Object.values(TYPICAL_REPORTS)) {
    const outputs = reportOutputs(given, CONTEXT);
    assert.deepEqual(Object.keys(outputs), Object.keys(OUTPUTS));
    for (const value of Object.values(outputs)) assert.doesNotMatch(value, /[\r\n]/);
  }
});

test('the outputs of a run that rebuilds two pages', () => {
  const outputs = reportOutputs(TYPICAL_REPORTS['incremental']!, CONTEXT);
  assert.deepEqual(outputs, {
    'cache-hit': 'false',
    'cache-primary-key': 'k',
    'cache-matched-key': 'bengal-cache/v1/tree-1',
    state: 'usable',
    'config-valid': 'true',
    'config-hash': '4b998e303f57c483',
    'build-mode': 'incremental',
    'build-reason': '3 pages are affected, and with the repaired state Bengal rebuilds each of them',
    'build-args': '--incremental',
    'changed-count': '2',
    'affected-count': '3',
    'total-pages': '20',
    'changed-files': '["content/lamps/oil.md","data/watches.yaml"]',
    'affected-pages': '["keepers/duties/index.html","keepers/relief/index.html","lamps/oil/index.html"]',
    'affected-tags': '["fuel","routine"]',
    'report-path': '/tmp/report.json',
  });
});

test('what is not known is empty, and never a no', () => {
  const first = reportOutputs(TYPICAL_REPORTS['first-run']!, CONTEXT);
  assert.deepEqual(
    [first['cache-hit'], first['cache-matched-key'], first['config-valid'], first['config-hash']],
    ['', '', '', ''],
  );
  const changed = reportOutputs(report({ config: { ...report().config, status: 'changed' } }), CONTEXT);
  assert.equal(changed['config-valid'], 'false');
});

test('where every page may be affected, every page counts', () => {
  assert.equal(reportOutputs(TYPICAL_REPORTS['full']!, CONTEXT)['affected-count'], '20');
});
