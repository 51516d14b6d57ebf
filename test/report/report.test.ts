import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportJson, type ReportCache } from '../../src/report/report.ts';
import { cacheSentence } from '../../src/report/cache-words.ts';
import { reportText } from '../../src/report/text.ts';
import {
  affectedPhrase,
  count,
  MODE_WORDS,
  REASON_WORDS,
  STATE_WORDS,
  verdictSentence,
} from '../../src/report/words.ts';
import { affected, affectedPage, report, reportSaying } from '../support/reports.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

test('the JSON has its fields in the order that people read them', () => {
  assert.deepEqual(Object.keys(JSON.parse(reportJson(report())) as object), [
    ...[
      'schemaVersion',
      'tool',
      'state',
      'config',
      'changes',
      'affected',
      'gate',
      'prepared',
      'totalPages',
      'warnings',
      'cache',
      'times',
    ],
  ]);
});

test('any name survives the JSON', () => {
  for (const name of HOSTILE_NAMES) {
    const parsed = JSON.parse(reportJson(reportSaying(name))) as ReturnType<typeof reportSaying>;
    assert.equal(parsed.changes.added[0], name);
  }
});

test('every kind of reason, mode and state has words', () => {
  for (const [kind, words] of Object.entries(REASON_WORDS))
    assert.match(words('content/a.md'), kind === 'output-missing' ? /missing/ : /content\/a\.md/);
  for (const words of [...Object.values(MODE_WORDS), ...Object.values(STATE_WORDS)]) assert.notEqual(words, '');
});

const CACHE: readonly (readonly [ReportCache, string])[] = [
  [{ kind: 'not-asked' }, 'not asked: the state that lies in the site was used'],
  [{ kind: 'exact', key: 'k', matchedKey: 'k', files: 1, bytes: 1 }, 'restored 1 file: the build of these sources'],
  [{ kind: 'prefix', key: 'k', matchedKey: 'm', files: 1200, bytes: 1 }, 'restored 1,200 files: an earlier build'],
  [{ kind: 'miss', key: 'k' }, 'nothing is stored yet that fits'],
  [{ kind: 'rejected', key: 'k', why: 'it is damaged' }, 'the stored state was not used: it is damaged'],
  [{ kind: 'unavailable', key: 'k', why: 'no answer' }, 'the cache could not be used: no answer'],
];

for (const [cache, sentence] of CACHE)
  test(`a cache that was ${cache.kind} reads: ${sentence}`, () => assert.equal(cacheSentence(cache), sentence));

test('numbers are counted as people do', () => {
  assert.deepEqual([count(0, 'page'), count(1, 'page'), count(1234, 'page')], ['0 pages', '1 page', '1,234 pages']);
  assert.equal(affectedPhrase(report()), '0 of 20 pages');
  assert.equal(affectedPhrase(report({ affected: affected({ all: true }) })), 'every page (20 known)');
  assert.equal(affectedPhrase(report({ affected: affected({ all: true }), totalPages: 0 })), 'every page');
});

test('the verdict is the first reason, and how many more there are', () => {
  const sentence = (mode: 'full' | 'skip', ...details: string[]): string =>
    verdictSentence(
      report({ gate: { mode, buildArgs: [], reasons: details.map((detail) => ({ kind: 'state', detail })) } }),
    );
  assert.equal(sentence('full', 'a'), 'a');
  assert.equal(sentence('full', 'a', 'b'), 'a (1 more reason)');
  assert.equal(sentence('full', 'a', 'b', 'c'), 'a (2 more reasons)');
  assert.equal(sentence('skip', 'a', 'b', 'c'), 'a');
});

test('long lists in the text are cut, and the rest is counted', () => {
  const names = Array.from({ length: 50 }, (_, index) => `content/${String(index)}.md`);
  const text = reportText(
    report({
      changes: { ...report().changes, added: names },
      affected: affected({ pages: names.map((name) => affectedPage(name, 'content', name)) }),
    }),
  );
  assert.match(text, / {2}\.\.\. and 30 more lines; --format json has them all/);
  assert.ok(text.split('\n').length < 60);
});
