import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveSentence, saveSummary, type SaveReport } from '../../src/report/save-words.ts';

const SAVED: SaveReport = {
  kind: 'saved',
  key: 'p/tree-1',
  build: 'full',
  files: 1234,
  bytes: 36_700_160,
  archiveBytes: 5_242_880,
  recordMs: 812,
  storeMs: 2149,
};

test('what was saved, how large it is and how long it took stand in one line', () => {
  assert.equal(
    saveSentence(SAVED),
    'Saved 1,234 files of a full build (35.0 MiB, 5.0 MiB stored; recorded in 0.8 s, packed and stored in 2.1 s)',
  );
  assert.match(saveSentence({ ...SAVED, build: 'partial' }), /of a partial build/);
});

test('what was not saved has its reason', () => {
  assert.equal(saveSentence({ kind: 'nothing-to-save', key: 'k', why: 'a tag' }), 'Nothing saved: a tag');
  assert.equal(saveSentence({ kind: 'trouble', key: 'k', why: '429' }), 'Not saved: 429');
});

test('in the summary a hostile reason is text', () => {
  const summary = saveSummary({ kind: 'trouble', key: 'k', why: '<img src=x> | @team [x](javascript:alert(1))' });
  assert.doesNotMatch(summary, /<img|@team|\]\(/);
  assert.equal(summary.trimEnd().split('\n').length, 1);
});
