import assert from 'node:assert/strict';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { earlierBuildsFromJson, NO_EARLIER_BUILDS } from '../../src/companion/earlier-builds.ts';
import { exchangePaths, TRACE_PATH } from '../../src/companion/exchange-folder.ts';
import { JOURNAL_STATUSES, journalFromJson, judgeAccount, type AccountEvidence } from '../../src/companion/journal.ts';
import { digestOfTrace, readAccount } from '../../src/companion/read-account.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { journalJson, leaveAccount } from '../support/journals.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const EVIDENCE: AccountEvidence = {
  plan: sha256('plan'),
  journal: journalFromJson(journalJson()),
  trace: sha256('trace'),
  state: sha256('state'),
};

function whyOf(evidence: Partial<AccountEvidence>): string {
  const account = judgeAccount({ ...EVIDENCE, ...evidence });
  return account.kind === 'unrecorded' ? account.why : account.kind;
}

const journal = (overrides: Readonly<Record<string, unknown>>): Partial<AccountEvidence> => ({
  journal: journalFromJson(journalJson(overrides)),
});

describe('a journal is believed', () => {
  test('where it tells of this plan, this state and this trace', () => {
    assert.deepEqual(judgeAccount(EVIDENCE), { kind: 'recorded', journal: EVIDENCE.journal });
  });

  test('of nobody who made no plan', () => assert.equal(whyOf({ plan: undefined }), 'unplanned'));

  const WHY: readonly (readonly [what: string, evidence: Partial<AccountEvidence>, why: RegExp])[] = [
    ['there is none', { journal: undefined }, /^the build ran without the companion, or ended before/],
    ['it tells of another plan', { plan: sha256('other') }, /^the journal tells of another plan$/],
    ['the build did not end', journal({ status: 'began' }), /^the build did not end$/],
    ['the companion stood aside', journal({ status: 'stood-aside', why: 'Bengal is 0.6.0' }), /^Bengal is 0\.6\.0$/],
    ['it failed without a word', journal({ status: 'failed' }), /^the companion failed$/],
    ['it stopped the build', journal({ status: 'stopped', why: '' }), /^the companion stopped$/],
    ['another build has run since', { state: sha256('other') }, /^another build has run since$/],
    ['the state is gone', { state: undefined }, /^another build has run since$/],
    ['it does not name the state', journal({ stateDigest: null }), /^another build has run since$/],
    ['it wrote no trace', journal({ traceDigest: null }), /^the build wrote no records/],
    ['the trace is another', { trace: sha256('other') }, /are not those that the build wrote$/],
    ['the trace is gone', { trace: undefined }, /are not those that the build wrote$/],
  ];
  for (const [what, evidence, why] of WHY) test(`not where ${what}`, () => assert.match(whyOf(evidence), why));

  test('of any evidence, only where all of it fits together', () => {
    const digest = fc.constantFrom(undefined, sha256('plan'), sha256('trace'), sha256('state'), sha256('x'));
    const anyJournal = fc
      .record({ status: fc.constantFrom(...JOURNAL_STATUSES), plan: digest, traceDigest: digest, stateDigest: digest })
      .map((overrides) => journalFromJson(journalJson(overrides)));
    const any = fc.record({ plan: digest, journal: anyJournal, trace: digest, state: digest });
    fc.assert(
      fc.property(any, (evidence) => {
        const fits =
          evidence.plan !== undefined &&
          evidence.trace !== undefined &&
          evidence.state !== undefined &&
          evidence.journal?.status === 'finished' &&
          evidence.journal.plan === evidence.plan &&
          evidence.journal.traceDigest === evidence.trace &&
          evidence.journal.stateDigest === evidence.state;
        const account = judgeAccount(evidence);
        assert.equal(account.kind === 'recorded', fits);
        assert.equal(account.kind === 'unplanned', evidence.plan === undefined);
        if (account.kind === 'unrecorded') assert.notEqual(account.why, '');
      }),
      { numRuns: 5000 },
    );
  });
});

async function builtSite(): Promise<SiteRig> {
  return await siteRig({ '.bengal/cache.json.zst': 'the state' });
}

describe('what lies there after a build', () => {
  test('is read from the disk, with what the plan holds of earlier builds', async () => {
    await using rig = await builtSite();
    const lineage = { renderedAt: '2026-11-21T08:00:00.000Z', keptBuilds: 3 };
    const earlier = { full: 41.6, incremental: undefined, lineage };
    leaveAccount(rig.path, { plan: { earlier } });
    const read = readAccount(rig.path);
    assert.equal(read.account.kind, 'recorded');
    assert.deepEqual(read.earlier, earlier);
  });

  test('is no account where there is no plan, and one of a lost plan where this job made one', async () => {
    await using rig = await builtSite();
    const { plan } = exchangePaths(rig.path);
    assert.deepEqual(readAccount(rig.path), { account: { kind: 'unplanned' }, earlier: NO_EARLIER_BUILDS });
    const gone = { kind: 'unrecorded', why: 'the plan of this build is gone' };
    assert.deepEqual(readAccount(rig.path, sha256('plan')).account, gone);
    leaveAccount(rig.path);
    assert.deepEqual(readAccount(rig.path, sha256('plan')).account, gone);
    assert.equal(
      readAccount(rig.path, sha256(await rig.read(plan.slice(rig.path.length + 1)))).account.kind,
      'recorded',
    );
  });

  test('is no record once anything of it was touched', async () => {
    const touched: readonly ((rig: SiteRig) => Promise<unknown>)[] = [
      (rig) => rig.write('.bengal/cache.json.zst', 'the state of another build'),
      (rig) => rig.remove('.bengal/cache.json.zst'),
      (rig) => rig.write(TRACE_PATH, 'another trace'),
      (rig) => rig.remove(TRACE_PATH),
      async (rig) => rig.write('.bengal-cache/plan.json', `${await rig.read('.bengal-cache/plan.json')} `),
      (rig) => rig.write('.bengal-cache/journal.json', '{'),
      (rig) => rig.remove('.bengal-cache/journal.json'),
    ];
    for (const touch of touched) {
      await using rig = await builtSite();
      leaveAccount(rig.path);
      await touch(rig);
      assert.equal(readAccount(rig.path).account.kind, 'unrecorded', String(touch));
    }
  });

  test('is read through no link', async () => {
    await using rig = await builtSite();
    leaveAccount(rig.path);
    for (const path of ['.bengal-cache/journal.json', TRACE_PATH, '.bengal/cache.json.zst']) {
      const content = await rig.read(path);
      const elsewhere = join(rig.path, '..', 'elsewhere');
      writeFileSync(elsewhere, content);
      await rig.remove(path);
      symlinkSync(elsewhere, join(rig.path, path));
      assert.equal(readAccount(rig.path).account.kind, 'unrecorded', path);
      await rig.remove(path);
      await rig.write(path, content);
    }
    assert.equal(readAccount(rig.path).account.kind, 'recorded');
  });

  test('is not read at all where it is larger than any build would leave', async () => {
    await using rig = await builtSite();
    leaveAccount(rig.path);
    // It takes no room on the disk.
    truncateSync(exchangePaths(rig.path).journal, 300 * 1024 * 1024);
    assert.equal(readAccount(rig.path).account.kind, 'unrecorded');
  });

  test('never makes the step fail, whatever bytes there are', async () => {
    await using rig = await builtSite();
    leaveAccount(rig.path);
    const paths = exchangePaths(rig.path);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(paths.plan, paths.journal), fc.uint8Array(), (path, bytes) => {
        writeFileSync(path, bytes);
        assert.notEqual(readAccount(rig.path).account.kind, 'recorded');
        return Promise.resolve();
      }),
      { numRuns: 50 },
    );
  });

  test('has a trace where a regular file is one', async () => {
    await using rig = await builtSite();
    assert.equal(digestOfTrace(rig.path), undefined);
    await rig.write(TRACE_PATH, 'x');
    assert.equal(digestOfTrace(rig.path), sha256('x'));
  });
});

test('of earlier builds, what is known is taken, and nothing else', () => {
  const lineage = { renderedAt: '2026-11-21T08:00:00.000Z', keptBuilds: 3 };
  assert.deepEqual(earlierBuildsFromJson({ full: 1, incremental: 2, lineage }), { full: 1, incremental: 2, lineage });
  for (const odd of [{ ...lineage, keptBuilds: 'x' }, { ...lineage, renderedAt: 7 }, {}, null, [lineage]])
    assert.deepEqual(earlierBuildsFromJson({ full: '1', lineage: odd }), NO_EARLIER_BUILDS);
  fc.assert(fc.property(fc.jsonValue(), (value) => void earlierBuildsFromJson(value as JsonValue)));
});
