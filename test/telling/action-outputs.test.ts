import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonList, reportOutputs, saveOutputs } from '../../src/telling/action-outputs.ts';
import type { Report } from '../../src/report/report.ts';
import { OUTPUTS, SAVE_OUTPUTS } from '../../src/inputs/spec.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { report, reportSaying, TYPICAL_REPORTS } from '../support/reports.ts';

const CONTEXT = { primaryKey: 'bengal-cache/v1/tree-2', reportPath: '/tmp/report.json', graphPath: '/tmp/report.svg' };

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
  const matchedKey = 'bengal-cache/v1/tree-1';
  const cache = { kind: 'prefix', key: CONTEXT.primaryKey, matchedKey, files: 1, bytes: 1 } as const;
  const outputs = reportOutputs({ ...TYPICAL_REPORTS['incremental']!, cache }, CONTEXT);
  assert.deepEqual(outputs, {
    'cache-hit': 'false',
    'cache-primary-key': 'bengal-cache/v1/tree-2',
    'cache-matched-key': matchedKey,
    'cache-policy': '',
    state: 'usable',
    'config-valid': 'true',
    'config-hash': '4b998e303f57c483',
    'build-mode': 'incremental',
    'build-reason': '3 pages may change',
    'build-args': '--no-incremental',
    'changed-count': '2',
    'affected-count': '3',
    'total-pages': '20',
    'changed-files': '["content/lamps/oil.md","data/watches.yaml"]',
    'affected-pages': '["keepers/duties/index.html","keepers/relief/index.html","lamps/oil/index.html"]',
    'affected-tags': '["fuel","routine"]',
    'report-path': '/tmp/report.json',
    'graph-path': '/tmp/report.svg',
    truncated: '',
  });
});

test('an output that was cut is named, so that a workflow can read the file instead', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `content/guides/a-long-name-of-a-page-${String(index)}.md`);
  const outputs = reportOutputs(report({ changes: { ...report().changes, added: names } }), CONTEXT);
  assert.equal(outputs.truncated, '["changed-files"]');
  assert.ok((JSON.parse(outputs['changed-files']) as string[]).length < names.length);
  assert.equal(outputs['changed-count'], '5000');
});

test('a reason stays one line of bearable length, whatever it quotes', () => {
  for (const name of HOSTILE_NAMES) {
    const reason = reportOutputs(reportSaying(name), CONTEXT)['build-reason'];
    assert.doesNotMatch(reason, /\p{Cc}/u);
    assert.ok(reason.length <= 4000);
  }
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

test('a key that was only looked up is told like a restored one, and the policy by its name', () => {
  const key = CONTEXT.primaryKey;
  const hits = [key, 'bengal-cache/v1/tree-1'].map((matchedKey) => {
    const outputs = reportOutputs(
      report({ cache: { kind: 'found', key, matchedKey }, cachePolicy: { access: 'restore-only', why: 'x' } }),
      CONTEXT,
    );
    return [outputs['cache-hit'], outputs['cache-matched-key'], outputs['cache-policy']];
  });
  assert.deepEqual(hits, [
    ['true', key, 'restore-only'],
    ['false', 'bengal-cache/v1/tree-1', 'restore-only'],
  ]);
});

test('the action that saves says whether it did, and why not', () => {
  const outputs = saveOutputs({ kind: 'trouble', key: 'k', why: 'the service answered 429' }, 'read-write');
  assert.deepEqual(outputs, {
    'cache-saved': 'false',
    'cache-primary-key': 'k',
    'save-reason': 'Not saved: the service answered 429',
    'cache-policy': 'read-write',
  });
  assert.deepEqual(Object.keys(outputs), Object.keys(SAVE_OUTPUTS));
});

test('counts that nobody knows are empty, and 0 is a count', () => {
  const counts = (given: Report): string[] => {
    const outputs = reportOutputs(given, CONTEXT);
    return [outputs['changed-count'], outputs['affected-count'], outputs['total-pages']];
  };
  for (const status of ['absent', 'corrupt', 'incompatible'] as const)
    assert.deepEqual(counts(report({ state: { ...report().state, status }, totalPages: 0 })), ['', '', ''], status);
  assert.deepEqual(counts(report({ totalPages: 20 })), ['0', '0', '20']);
});
