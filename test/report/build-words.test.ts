import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuildAccount, Journal } from '../../src/companion/journal.ts';
import { sha256 } from '../../src/core/digest.ts';
import { buildSentence, buildSummary } from '../../src/report/build-words.ts';

const JOURNAL: Journal = {
  status: 'finished',
  why: '',
  plan: sha256('plan'),
  kept: ['a/index.html', 'b/index.html'],
  rendered: [{ output: 'index.html', why: 'read' }],
  assets: { kept: 7 },
  sample: { compared: 2, different: [] },
  seconds: new Map(),
  traceDigest: undefined,
  stateDigest: undefined,
};

function recorded(journal: Partial<Journal> = {}): BuildAccount {
  return { kind: 'recorded', journal: { ...JOURNAL, ...journal } };
}

test('after the build it says what became of the pages that the report before it named', () => {
  assert.match(
    buildSentence(recorded(), 2),
    /^The build kept 2 of 3 pages and rendered 1, where the report before it named 2 that may change; 7 assets were kept/,
  );
  assert.match(buildSentence(recorded()), /^The build kept 2 of 3 pages and rendered 1; 7 assets/);
});

test('where every page was rendered nothing is said of what was named', () => {
  assert.match(buildSentence(recorded({ kept: [] }), 2), /^The build rendered all 1 page;/);
});

test('a build without a plan is no part of the summary', () => {
  assert.equal(buildSummary({ kind: 'unplanned' }, 3), '');
});
