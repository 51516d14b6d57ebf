import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../../src/core/json.ts';
import { accessFor, describeRun, originOf } from '../../src/flow/run.ts';

const VARIABLES = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_REPOSITORY: 'someone/site',
  GITHUB_ACTOR: 'whoever-pressed-run-again',
  RUNNER_ENVIRONMENT: 'github-hosted',
};

/** The part of GitHub's payload that matters, as it is documented. */
const PAYLOAD: JsonValue = {
  action: 'synchronize',
  pull_request: {
    user: { login: 'stranger' },
    head: { ref: 'fix', repo: { full_name: 'stranger/site', fork: true } },
    base: { ref: 'main', repo: { full_name: 'someone/site' } },
  },
  repository: { full_name: 'someone/site', default_branch: 'main' },
};

test('a run is described by the variables of the runner and the payload of its event', () => {
  assert.deepEqual(describeRun({ ...VARIABLES, ACTIONS_CACHE_MODE: 'read' }, PAYLOAD), {
    event: 'pull_request',
    ref: 'refs/pull/7/merge',
    repository: 'someone/site',
    defaultBranch: 'main',
    headRepository: 'stranger/site',
    author: 'stranger',
    selfHosted: false,
    cacheMode: 'read',
  });
});

test('without a payload what it would tell stays open, and the pull request counts as a stranger\u2019s', () => {
  const run = describeRun(VARIABLES, null);
  assert.deepEqual([run.defaultBranch, run.headRepository, run.author], [undefined, undefined, VARIABLES.GITHUB_ACTOR]);
  assert.equal(originOf(run).trust, 'outside');
});

test('a repository whose fork was deleted is not known, so it is a stranger\u2019s', () => {
  const payload = { ...(PAYLOAD as object), pull_request: { head: { repo: null } } } as JsonValue;
  assert.equal(originOf(describeRun(VARIABLES, payload)).fork, undefined);
  assert.equal(accessFor(describeRun(VARIABLES, payload), { readOnly: false, save: true }).access, 'restore-only');
});

test('what the manifest says of a run', () => {
  assert.deepEqual(originOf(describeRun(VARIABLES, PAYLOAD)), {
    repository: 'someone/site',
    event: 'pull_request',
    ref: 'refs/pull/7/merge',
    fork: true,
    trust: 'outside',
  });
  assert.deepEqual(originOf(describeRun({}, null)), {
    repository: undefined,
    event: undefined,
    ref: undefined,
    fork: undefined,
    trust: 'outside',
  });
});

test('the workflow may want less than the event permits, and never gets more', () => {
  const push = describeRun({ ...VARIABLES, GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }, PAYLOAD);
  const accesses = (
    [
      [false, true],
      [true, true],
      [false, false],
    ] as const
  ).map(([readOnly, save]) => accessFor(push, { readOnly, save }));
  assert.deepEqual(
    accesses.map(({ access }) => access),
    ['read-write', 'restore-only', 'restore-only'],
  );
  assert.deepEqual(
    accesses.slice(1).map(({ why }) => why),
    ['the input read-only is true', 'the input save is false'],
  );
  const release = describeRun({ ...VARIABLES, GITHUB_EVENT_NAME: 'release' }, PAYLOAD);
  assert.equal(accessFor(release, { readOnly: true, save: true }).access, 'off');
});

test('no payload breaks it', () => {
  fc.assert(fc.property(fc.jsonValue(), (payload) => void describeRun(VARIABLES, payload as JsonValue)));
});
