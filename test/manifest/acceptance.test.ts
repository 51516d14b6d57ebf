import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TRUSTS, type Trust } from '../../src/core/trust.ts';
import { ageOf, findRefusal, type Acceptance } from '../../src/manifest/acceptance.ts';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { manifestOf } from '../support/recorded.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const DAY = 86_400_000;

function recordedBy(trust: Trust, overrides: Partial<Manifest['origin']> = {}): Manifest {
  const origin = {
    repository: 'someone/site',
    event: 'pull_request',
    ref: 'refs/pull/7/merge',
    fork: false,
    trust,
    ...overrides,
  };
  return manifestOf({ origin, recordedAt: new Date(NOW - DAY).toISOString() });
}

function refusal(manifest: Manifest | undefined, overrides: Partial<Acceptance> = {}): string | undefined {
  return findRefusal(manifest, {
    needs: 'outside',
    repository: 'someone/site',
    maxAge: undefined,
    now: NOW,
    ...overrides,
  });
}

test('what less trusted code has left is refused, and the sentence says whose it was', () => {
  for (const [at, trust] of TRUSTS.entries())
    for (const [needed, needs] of TRUSTS.entries())
      assert.equal(refusal(recordedBy(trust), { needs }) === undefined, at <= needed, `${trust} for ${needs}`);
  assert.equal(
    refusal(recordedBy('outside'), { needs: 'default-branch' }),
    'a run of pull_request on refs/pull/7/merge left it, and this run builds only upon what the default branch has left',
  );
  assert.equal(
    refusal(recordedBy('outside', { event: undefined, ref: undefined }), { needs: 'branch' }),
    'a run of an unknown event left it, and this run builds only upon what a branch of this repository has left',
  );
});

test('a state of which nothing says who left it is for nobody, as an honest manifest could be refused', () => {
  assert.match(refusal(undefined, { needs: 'branch' }) ?? '', /nothing says whose code left it/);
  assert.equal(refusal(undefined), 'nothing says what it should hold');
});

test('a state of another repository is refused wherever trust is asked for', () => {
  const other = recordedBy('default-branch', { repository: 'stranger/site' });
  assert.match(refusal(other, { needs: 'default-branch' }) ?? '', /stranger\/site, and this is someone\/site/);
  assert.match(
    refusal(recordedBy('default-branch', { repository: undefined }), { needs: 'branch' }) ?? '',
    /unknown repository/,
  );
  assert.equal(refusal(other), undefined);
});

test('an old state is refused where an age is set, and so is one that does not tell a sane time', () => {
  const of = (recordedAt: string): Manifest => manifestOf({ recordedAt });
  assert.equal(refusal(recordedBy('branch'), { maxAge: DAY }), undefined);
  assert.match(refusal(recordedBy('branch'), { maxAge: DAY - 1 }) ?? '', /older than max-age/);
  assert.match(refusal(of('2126-01-01T00:00:00Z'), { maxAge: DAY }) ?? '', /from the future/);
  assert.equal(refusal(of(new Date(NOW + 60_000).toISOString()), { maxAge: DAY }), undefined, 'clocks differ');
  for (const time of ['', 'yesterday', 'NaN', '-1']) {
    if (Number.isNaN(Date.parse(time))) assert.match(refusal(of(time), { maxAge: DAY }) ?? '', /nobody knows how old/);
    assert.equal(refusal(of(time)), undefined);
  }
  assert.match(refusal(undefined, { maxAge: DAY }) ?? '', /nothing says what it should hold/);
});

test('the age is that of the record, in milliseconds', () => {
  assert.equal(ageOf(recordedBy('branch'), NOW), DAY);
  assert.equal(ageOf(manifestOf({ recordedAt: 'x' }), NOW), undefined);
});
