import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { JOURNAL_STATUSES, journalFromJson, type Journal } from '../../src/companion/journal.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { journalJson } from '../support/journals.ts';

// Anybody can leave a file where the companion leaves its journal.

function read(overrides: Readonly<Record<string, unknown>>): Journal | undefined {
  return journalFromJson(journalJson(overrides));
}

test('what the companion wrote is read', () => {
  assert.deepEqual(journalFromJson(journalJson()), {
    status: 'finished',
    why: '',
    plan: sha256('plan'),
    kept: ['a/index.html', 'b/index.html'],
    rendered: [{ output: 'c/index.html', why: 'own' }],
    assets: { kept: 57 },
    sample: { compared: 1, different: [] },
    seconds: new Map([['rendering', 1.5]]),
    traceDigest: sha256('trace'),
    stateDigest: sha256('state'),
  } satisfies Journal);
});

test('every way in which its part can end is known', () => {
  for (const status of JOURNAL_STATUSES) assert.equal(read({ status, why: 'so' })?.status, status);
});

/** Values by which no journal can be told. */
const NONE: Readonly<Record<string, readonly unknown[]>> = {
  schemaVersion: [undefined, null, 0, 2, '1', true],
  status: [undefined, null, '', 'Finished', 'done', 1, ['finished']],
  plan: [undefined, null, 7, '', 'x', sha256('plan').slice(1), sha256('plan').toUpperCase()],
  pages: [
    ...[undefined, null, 7, [], {}, { kept: [] }, { rendered: [] }],
    ...[null, {}, 'a', [7], ['a', null], [['a']], [{ output: 'a' }]].map((kept) => ({ kept, rendered: [] })),
    ...[null, {}, 'a', ['a'], [{}], [{ output: 7 }], [{ output: 'a' }, null]].map((rendered) => ({
      kept: [],
      rendered,
    })),
  ],
  sample: [
    ...[undefined, null, 7, [], {}, { compared: 1 }, { different: [] }],
    ...[-1, 1.5, '1', null, 2 ** 53, true].map((compared) => ({ compared, different: [] })),
    // Whoever reads no difference here takes every kept page for proven.
    ...['a', {}, ['a/index.html'], [null], [{ page: 'a' }], [{ output: 7 }]].map((different) => ({
      compared: 1,
      different,
    })),
  ],
};

describe('a journal is none', () => {
  for (const [name, values] of Object.entries(NONE)) {
    test(`with another ${name}`, () => {
      for (const value of values) assert.equal(read({ [name]: value }), undefined, JSON.stringify(value));
    });
  }
});

test('what is only told to people may be missing or odd', () => {
  assert.deepEqual(read({ assets: { processed: 'an asset changed' } })?.assets, { processed: 'an asset changed' });
  for (const assets of [undefined, null, 7, {}, { kept: -1 }, { kept: 'all' }, { processed: 7 }])
    assert.deepEqual(read({ assets })?.assets, { processed: 'the journal does not say' });
  assert.equal(read({ why: 7 })?.why, '');
  for (const seconds of [undefined, null, 7, ['x'], { a: 'b', c: null }])
    assert.deepEqual(read({ seconds })?.seconds, new Map());
});

test('a digest that is none is no digest', () => {
  for (const digest of [undefined, null, 7, '', 'x', `${sha256('a')}0`]) {
    const journal = read({ traceDigest: digest, stateDigest: digest });
    assert.deepEqual([journal?.traceDigest, journal?.stateDigest], [undefined, undefined]);
  }
});

test('members of JavaScript objects are names like any other', () => {
  const text = JSON.stringify(journalJson()).replace('"rendering"', '"__proto__"');
  assert.deepEqual([...(journalFromJson(JSON.parse(text) as JsonValue)?.seconds ?? [])], [['__proto__', 1.5]]);
  assert.equal(journalFromJson(JSON.parse('{"__proto__":{"status":"finished"}}') as JsonValue), undefined);
});

test('no value of any kind makes the step fail, and none is a journal by chance', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => journalFromJson(value as JsonValue) === undefined));
});

test('whatever a field holds, the answer is a whole journal or none', () => {
  const names = fc.constantFrom(...Object.keys(journalJson()), 'why', 'unheard');
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue(), { maxKeys: 3 }), (overrides) => {
      const journal = read(overrides);
      if (journal === undefined) return;
      assert.ok(JOURNAL_STATUSES.includes(journal.status));
      for (const list of [journal.kept, journal.sample.different])
        assert.ok(list.every((item) => typeof item === 'string'));
      assert.ok(Number.isSafeInteger(journal.sample.compared) && journal.sample.compared >= 0);
    }),
    { numRuns: 2000 },
  );
});
