import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayBuildUpon, TRUSTS } from '../../src/core/trust.ts';
import {
  ACCESSES,
  decideAccess,
  mayRestore,
  maySave,
  restrict,
  type Access,
  type AccessVerdict,
  type Run,
} from '../../src/store/access.ts';

const MAIN: Run = {
  event: 'push',
  ref: 'refs/heads/main',
  repository: 'someone/site',
  defaultBranch: 'main',
  headRepository: undefined,
  author: 'someone',
  selfHosted: false,
  cacheMode: undefined,
};

const PULL_REQUEST: Partial<Run> = {
  event: 'pull_request',
  ref: 'refs/pull/7/merge',
  headRepository: 'someone/site',
};
const FORK: Partial<Run> = { ...PULL_REQUEST, headRepository: 'stranger/site' };

/** Every kind of run: what it may do, whose code it is, whose state it may use, and what the sentence says. */
const TABLE: readonly (readonly [
  what: string,
  run: Partial<Run>,
  expected: readonly [Access, AccessVerdict['trust'], AccessVerdict['needs']],
  why: RegExp,
])[] = [
  [
    'a push to the default branch',
    {},
    ['read-write', 'default-branch', 'default-branch'],
    /this is the default branch/,
  ],
  [
    'a push to another branch',
    { ref: 'refs/heads/feature' },
    ['read-write', 'branch', 'branch'],
    /the default branch cannot read/,
  ],
  [
    'a push to a branch whose name begins like that of the default branch',
    { ref: 'refs/heads/main-2' },
    ['read-write', 'branch', 'branch'],
    /the default branch cannot read/,
  ],
  [
    'a push of which the payload is missing',
    { defaultBranch: undefined },
    ['read-write', 'branch', 'branch'],
    /is not known/,
  ],
  ['a push of a tag', { ref: 'refs/tags/v1' }, ['off', 'default-branch', 'default-branch'], /a tag releases/],
  ['a schedule', { event: 'schedule' }, ['read-write', 'default-branch', 'default-branch'], /by schedule/],
  [
    'a start by hand',
    { event: 'workflow_dispatch' },
    ['read-write', 'default-branch', 'default-branch'],
    /by workflow_dispatch/,
  ],
  [
    'a start by hand on a branch',
    { event: 'workflow_dispatch', ref: 'refs/heads/feature' },
    ['read-write', 'branch', 'branch'],
    /by workflow_dispatch/,
  ],
  [
    'a start by hand on a tag',
    { event: 'workflow_dispatch', ref: 'refs/tags/v1' },
    ['off', 'default-branch', 'default-branch'],
    /a tag releases/,
  ],
  [
    'a start by another program',
    { event: 'repository_dispatch' },
    ['read-write', 'default-branch', 'default-branch'],
    /by repository_dispatch/,
  ],
  [
    'a merge queue',
    { event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7' },
    ['restore-only', 'branch', 'default-branch'],
    /its branch is gone/,
  ],
  ['a pull request of the repository', PULL_REQUEST, ['read-write', 'branch', 'branch'], /from this repository/],
  ['a pull request of a fork', FORK, ['restore-only', 'outside', 'outside'], /from a fork/],
  [
    'a pull request of nobody knows where',
    { ...PULL_REQUEST, headRepository: undefined },
    ['restore-only', 'outside', 'outside'],
    /not known where/,
  ],
  [
    'a pull request of Dependabot',
    { ...PULL_REQUEST, author: 'dependabot[bot]' },
    ['restore-only', 'outside', 'outside'],
    /nobody has read/,
  ],
  ['a fork on a machine that stays', { ...FORK, selfHosted: true }, ['off', 'outside', 'default-branch'], /outlives/],
  [
    'a pull request of the repository on a machine that stays',
    { ...PULL_REQUEST, selfHosted: true },
    ['read-write', 'branch', 'branch'],
    /from this repository/,
  ],
  [
    'a push on a machine that stays',
    { selfHosted: true },
    ['read-write', 'default-branch', 'default-branch'],
    /default branch/,
  ],
  ...(['pull_request_target', 'workflow_run', 'issue_comment'] as const).map(
    (event) => [event, { event }, ['off', 'outside', 'default-branch'], /strangers can bring/] as const,
  ),
  ...(['release', 'deployment'] as const).map(
    (event) =>
      [event, { event }, ['off', 'default-branch', 'default-branch'], /built from nothing but its commit/] as const,
  ),
  [
    'an event of tomorrow',
    { event: 'moon_landing' },
    ['restore-only', 'outside', 'default-branch'],
    /not known who can start/,
  ],
  ['a terminal', { event: undefined }, ['read-write', 'outside', 'outside'], /no run on GitHub/],
];

for (const [what, run, [access, trust, needs], why] of TABLE) {
  test(`${what}: ${access}, code of ${trust}, upon a state of ${needs}`, () => {
    const verdict = decideAccess({ ...MAIN, ...run });
    assert.deepEqual([verdict.access, verdict.trust, verdict.needs], [access, trust, needs]);
    assert.match(verdict.why, why);
  });
}

test('a fork is told as one, and what nobody told is not known', () => {
  const forkOf = (run: Partial<Run>): boolean | undefined => decideAccess({ ...MAIN, ...run }).fork;
  assert.deepEqual([{}, PULL_REQUEST, FORK, { ...FORK, event: 'pull_request_target' }].map(forkOf), [
    false,
    false,
    true,
    true,
  ]);
  assert.deepEqual([{ ...FORK, headRepository: undefined }, { event: undefined }].map(forkOf), [undefined, undefined]);
});

const MODES: readonly (readonly [mode: string | undefined, access: Access, why: RegExp])[] = [
  [undefined, 'read-write', /default branch/],
  ['', 'read-write', /default branch/],
  ['write', 'read-write', /default branch/],
  ['read', 'restore-only', /cache-mode: read\)/],
  [' READ ', 'restore-only', /cache-mode: read\)/],
  ['write-only', 'save-only', /cache-mode: write-only/],
  ['none', 'off', /cache-mode: none/],
  ['perhaps', 'read-write', /default branch.*cache-mode "perhaps" is not known/],
];

for (const [cacheMode, access, why] of MODES) {
  test(`with cache-mode ${cacheMode === undefined ? 'unset' : JSON.stringify(cacheMode)} a push may do: ${access}`, () => {
    const verdict = decideAccess({ ...MAIN, cacheMode });
    assert.equal(verdict.access, access);
    assert.match(verdict.why, why);
  });
}

test('a mode does not widen what the event permits', () => {
  assert.equal(decideAccess({ ...MAIN, ...FORK, cacheMode: 'write' }).access, 'restore-only');
  assert.equal(decideAccess({ ...MAIN, ...FORK, cacheMode: 'write-only' }).access, 'off');
  assert.equal(decideAccess({ ...MAIN, event: 'release', cacheMode: 'write' }).access, 'off');
});

const maybe = fc.option(fc.string(), { nil: undefined });
const anyRun: fc.Arbitrary<Run> = fc.record({
  event: fc.option(fc.constantFrom(...new Set(TABLE.map(([, run]) => run.event ?? 'push')), 'x', ''), {
    nil: undefined,
  }),
  ref: fc.option(fc.constantFrom('refs/heads/main', 'refs/heads/x', 'refs/tags/v1', 'refs/pull/1/merge', ''), {
    nil: undefined,
  }),
  repository: fc.constantFrom('someone/site', undefined),
  defaultBranch: fc.constantFrom('main', undefined),
  headRepository: fc.constantFrom('someone/site', 'stranger/site', undefined),
  author: maybe,
  selfHosted: fc.boolean(),
  cacheMode: fc.oneof(fc.constantFrom('none', 'read', 'write', 'write-only', undefined), maybe),
});

test('whatever the run, only code of the default branch builds the trust of the default branch', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const verdict = decideAccess(run);
      assert.ok(ACCESSES.includes(verdict.access) && verdict.why !== '');
      const tag = run.ref?.startsWith('refs/tags/') === true;
      const publishes = run.event === 'release' || run.event === 'deployment';
      if (verdict.trust === 'default-branch' && !tag && !publishes)
        assert.deepEqual([run.ref, run.defaultBranch], ['refs/heads/main', 'main']);
      if (maySave(verdict.access) && run.event !== undefined) assert.notEqual(verdict.trust, 'outside');
      if (verdict.fork !== false && run.event !== undefined) assert.ok(!maySave(verdict.access));
    }),
    { numRuns: 2000 },
  );
});

test('no run builds upon what less trusted code of the same kind of run has left', () => {
  fc.assert(
    fc.property(anyRun, anyRun, (writing, reading) => {
      const [writer, reader] = [decideAccess(writing), decideAccess(reading)];
      const foreign = writer.fork === true || writer.trust === 'outside';
      if (foreign && reader.needs !== 'outside') assert.ok(!mayBuildUpon(writer.trust, reader.needs));
    }),
  );
});

test('more trust is always enough, and less never is', () => {
  for (const [at, writer] of TRUSTS.entries())
    for (const [needed, reader] of TRUSTS.entries()) assert.equal(mayBuildUpon(writer, reader), at <= needed);
});

test('two rules together permit what both permit, in the words of the stricter one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ACCESSES), fc.constantFrom(...ACCESSES), (one, two) => {
      const both = restrict({ access: one, why: 'one' }, two, 'two');
      assert.equal(mayRestore(both.access), mayRestore(one) && mayRestore(two));
      assert.equal(maySave(both.access), maySave(one) && maySave(two));
      assert.equal(both.why, both.access === one ? 'one' : 'two');
    }),
  );
});
