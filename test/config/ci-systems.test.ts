import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CI_SYSTEMS, findPipeline } from '../../src/config/ci-systems.ts';
import type { PipelineKind } from '../../src/core/pipeline.ts';
import { partitionFor } from '../../src/transfer/partition.ts';
import { describeRun, originOf } from '../../src/flow/run.ts';
import { decideAccess } from '../../src/store/access.ts';

type Variables = Readonly<Record<string, string>>;

const GITLAB = { GITLAB_CI: 'true', CI: 'true', CI_DEFAULT_BRANCH: 'main', CI_PROJECT_PATH: 'someone/site' };
const WOODPECKER = { CI: 'woodpecker', CI_REPO: 'someone/site', CI_REPO_DEFAULT_BRANCH: 'main' };
const DRONE = { DRONE: 'true', CI: 'true', DRONE_REPO_BRANCH: 'main' };
const CIRCLE = { CIRCLECI: 'true', CI: 'true' };
const AZURE = { TF_BUILD: 'True' };
const BUILDKITE = { BUILDKITE: 'true', CI: 'true', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main' };
const BITBUCKET = { BITBUCKET_BUILD_NUMBER: '7', CI: 'true' };
const TRAVIS = { TRAVIS: 'true', CI: 'true', TRAVIS_PULL_REQUEST: 'false', TRAVIS_TAG: '' };
const APPVEYOR = { APPVEYOR: 'True', CI: 'True', APPVEYOR_REPO_TAG: 'false' };
const NETLIFY = { NETLIFY: 'true', CI: 'true', PULL_REQUEST: 'false' };
const CLOUDFLARE = { CF_PAGES: '1', CI: 'true' };
const VERCEL = { VERCEL: '1', CI: '1' };
const JENKINS = { JENKINS_URL: 'https://ci.example/' };

/** What each system sets for each kind of run, as its documentation has it. */
const RUNS: readonly (readonly [system: string, variables: Variables, kind: PipelineKind, name: string | undefined])[] =
  [
    ['GitLab', { ...GITLAB, CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'push' }, 'accepted', 'main'],
    ['GitLab', { ...GITLAB, CI_COMMIT_BRANCH: 'stable', CI_COMMIT_REF_PROTECTED: 'true' }, 'accepted', 'stable'],
    ['GitLab', { ...GITLAB, CI_COMMIT_BRANCH: 'topic', CI_COMMIT_REF_PROTECTED: 'false' }, 'branch', 'topic'],
    ['GitLab', { ...GITLAB, CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_PROTECTED: 'true' }, 'release', 'v1'],
    // The source branch of this one is protected.
    ['GitLab', { ...GITLAB, CI_MERGE_REQUEST_IID: '7', CI_COMMIT_REF_PROTECTED: 'true' }, 'request', '7'],
    ['GitLab', { ...GITLAB, CI_PIPELINE_SOURCE: 'merge_request_event' }, 'request', undefined],
    ['Woodpecker', { ...WOODPECKER, CI_PIPELINE_EVENT: 'push', CI_COMMIT_BRANCH: 'main' }, 'accepted', 'main'],
    ['Woodpecker', { ...WOODPECKER, CI_PIPELINE_EVENT: 'cron', CI_COMMIT_BRANCH: 'topic' }, 'branch', 'topic'],
    [
      'Woodpecker',
      { ...WOODPECKER, CI_PIPELINE_EVENT: 'pull_request', CI_COMMIT_BRANCH: 'main', CI_COMMIT_PULL_REQUEST: '7' },
      'request',
      '7',
    ],
    ['Woodpecker', { ...WOODPECKER, CI_PIPELINE_EVENT: 'deployment', CI_COMMIT_BRANCH: 'main' }, 'release', 'main'],
    ['Drone', { ...DRONE, DRONE_BUILD_EVENT: 'push', DRONE_BRANCH: 'main' }, 'accepted', 'main'],
    ['Drone', { ...DRONE, DRONE_BUILD_EVENT: 'pull_request', DRONE_BRANCH: 'main' }, 'request', 'main'],
    ['Drone', { ...DRONE, DRONE_BUILD_EVENT: 'promote', DRONE_BRANCH: 'main' }, 'release', 'main'],
    ['CircleCI', { ...CIRCLE, CIRCLE_BRANCH: 'main' }, 'branch', 'main'],
    ['CircleCI', { ...CIRCLE, CIRCLE_BRANCH: 'pull/7', CIRCLE_PR_NUMBER: '7' }, 'request', '7'],
    ['CircleCI', { ...CIRCLE, CIRCLE_TAG: 'v1' }, 'release', 'v1'],
    [
      'Azure Pipelines',
      { ...AZURE, BUILD_SOURCEBRANCH: 'refs/heads/main', BUILD_REASON: 'IndividualCI' },
      'branch',
      'main',
    ],
    [
      'Azure Pipelines',
      { ...AZURE, BUILD_SOURCEBRANCH: 'refs/pull/7/merge', BUILD_REASON: 'PullRequest' },
      'request',
      'refs/pull/7/merge',
    ],
    ['Azure Pipelines', { ...AZURE, BUILD_SOURCEBRANCH: 'refs/tags/v1' }, 'release', 'refs/tags/v1'],
    ['Buildkite', { ...BUILDKITE, BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' }, 'accepted', 'main'],
    ['Buildkite', { ...BUILDKITE, BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: '7' }, 'request', '7'],
    ['Buildkite', { ...BUILDKITE, BUILDKITE_BRANCH: 'v1', BUILDKITE_TAG: 'v1' }, 'release', 'v1'],
    ['Bitbucket Pipelines', { ...BITBUCKET, BITBUCKET_BRANCH: 'main' }, 'branch', 'main'],
    ['Bitbucket Pipelines', { ...BITBUCKET, BITBUCKET_BRANCH: 'main', BITBUCKET_PR_ID: '7' }, 'request', '7'],
    ['Bitbucket Pipelines', { ...BITBUCKET, BITBUCKET_TAG: 'v1' }, 'release', 'v1'],
    ['Travis CI', { ...TRAVIS, TRAVIS_BRANCH: 'main', TRAVIS_EVENT_TYPE: 'push' }, 'branch', 'main'],
    ['Travis CI', { ...TRAVIS, TRAVIS_BRANCH: 'main', TRAVIS_PULL_REQUEST: '7' }, 'request', '7'],
    ['Travis CI', { ...TRAVIS, TRAVIS_BRANCH: 'v1', TRAVIS_TAG: 'v1' }, 'release', 'v1'],
    ['AppVeyor', { ...APPVEYOR, APPVEYOR_REPO_BRANCH: 'main' }, 'branch', 'main'],
    ['AppVeyor', { ...APPVEYOR, APPVEYOR_REPO_BRANCH: 'main', APPVEYOR_PULL_REQUEST_NUMBER: '7' }, 'request', '7'],
    ['AppVeyor', { ...APPVEYOR, APPVEYOR_REPO_BRANCH: 'main', APPVEYOR_REPO_TAG: 'true' }, 'release', 'main'],
    ['TeamCity', { TEAMCITY_VERSION: '2026.1' }, 'unknown', undefined],
    ['Netlify', { ...NETLIFY, CONTEXT: 'production', BRANCH: 'main' }, 'accepted', 'main'],
    ['Netlify', { ...NETLIFY, CONTEXT: 'branch-deploy', BRANCH: 'topic' }, 'branch', 'topic'],
    ['Netlify', { ...NETLIFY, CONTEXT: 'deploy-preview', BRANCH: 'pull/7/head', REVIEW_ID: '7' }, 'request', '7'],
    ['Cloudflare Pages', { ...CLOUDFLARE, CF_PAGES_BRANCH: 'main' }, 'branch', 'main'],
    ['Vercel', { ...VERCEL, VERCEL_ENV: 'production', VERCEL_GIT_COMMIT_REF: 'main' }, 'accepted', 'main'],
    ['Vercel', { ...VERCEL, VERCEL_ENV: 'preview', VERCEL_GIT_COMMIT_REF: 'topic' }, 'branch', 'topic'],
    [
      'Vercel',
      { ...VERCEL, VERCEL_ENV: 'preview', VERCEL_GIT_COMMIT_REF: 'x', VERCEL_GIT_PULL_REQUEST_ID: '7' },
      'request',
      '7',
    ],
    ['Jenkins', { ...JENKINS, BRANCH_NAME: 'main', BRANCH_IS_PRIMARY: 'true' }, 'accepted', 'main'],
    ['Jenkins', { ...JENKINS, GIT_BRANCH: 'origin/main' }, 'branch', 'origin/main'],
    ['Jenkins', { ...JENKINS, BRANCH_NAME: 'PR-7', CHANGE_ID: '7' }, 'request', '7'],
    ['Jenkins', { ...JENKINS, TAG_NAME: 'v1' }, 'release', 'v1'],
    ['a CI system that is not known', { CI: 'true' }, 'unknown', undefined],
  ];

for (const [system, variables, kind, name] of RUNS) {
  test(`other CI: ${system} with ${JSON.stringify(variables)} builds ${kind} ${name ?? ''}`, () => {
    const pipeline = findPipeline(variables);
    assert.deepEqual([pipeline?.system, pipeline?.kind, pipeline?.name], [system, kind, name]);
  });
}

test('every system of the table is tried above', () => {
  const tried = new Set(RUNS.map(([system]) => system));
  for (const { name } of CI_SYSTEMS) assert.ok(tried.has(name), name);
});

test('where no variable says that a pipeline runs, there is none', () => {
  for (const none of [{}, { CI: '' }, { CI: 'false' }, { CI: '0' }]) assert.equal(findPipeline(none), undefined);
});

test('no run reads what a merge request, or another branch, has saved; all read what the default branch has', () => {
  const parts = RUNS.map(([system, variables, kind, name]) => {
    const partition = partitionFor(describeRun(variables, null));
    assert.ok(partition !== undefined);
    return { system, kind, name, ...partition };
  });
  for (const reader of parts)
    for (const writer of parts.filter(({ system }) => system === reader.system)) {
      if (writer.kind === reader.kind && writer.name === reader.name) continue;
      const reads = [reader.own, ...reader.alsoReads].includes(writer.own);
      const accepted = writer.kind === 'accepted' || writer.kind === 'release';
      assert.ok(!reads || accepted, `${JSON.stringify(reader)} reads ${JSON.stringify(writer)}`);
    }
});

test('a release reads and writes nothing, and the manifest says whose code a run was', () => {
  for (const [system, variables, kind] of RUNS) {
    const run = describeRun(variables, null);
    const { access } = decideAccess(run);
    assert.equal(access, kind === 'release' ? 'off' : 'read-write', system);
    const { trust, event } = originOf(run);
    const expected = { accepted: 'default-branch', release: 'default-branch', branch: 'branch' } as const;
    assert.equal(trust, kind === 'request' || kind === 'unknown' ? 'outside' : expected[kind]);
    assert.ok(event?.startsWith(system));
  }
});

test('a password in the address of a repository goes nowhere', () => {
  const run = { ...BUILDKITE, BUILDKITE_REPO: 'https://user:password@git.example/site.git', BUILDKITE_BRANCH: 'main' };
  assert.equal(findPipeline(run)?.repository, 'https://git.example/site.git');
});

test('GitHub, and Gitea and Forgejo with their events of GitHub, are none of these; only the latter two are divided', () => {
  const github = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
  assert.equal(findPipeline(github), undefined);
  assert.equal(findPipeline({ ...github, GITEA_ACTIONS: 'true' }), undefined);
  const payload = { repository: { default_branch: 'main' } };
  assert.deepEqual(partitionFor(describeRun(github, payload)), { own: 'by-default-branch', alsoReads: [] });
  const request = describeRun(
    { ...github, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
    payload,
  );
  assert.match(partitionFor(request)?.own ?? '', /^by-request\/refs~pull~7~merge~[0-9a-f]{8}$/);
});
