import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeGithub } from '../../src/telling/github-run.ts';

const VARIABLES = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'owner/site',
  GITHUB_RUN_ID: '4711',
  GITHUB_SHA: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
  GITHUB_JOB: 'docs',
};

test('a run knows its address, its job and its pull request', () => {
  assert.deepEqual(describeGithub(VARIABLES, { pull_request: { number: 7 } }), {
    server: 'https://github.com',
    apiUrl: 'https://api.github.com',
    repository: 'owner/site',
    commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
    runUrl: 'https://github.com/owner/site/actions/runs/4711',
    job: 'docs',
    pullRequest: 7,
  });
});

test('an own server of GitHub has interfaces of its own', () => {
  const run = describeGithub({ ...VARIABLES, GITHUB_API_URL: 'https://git.example.org/api/v3' }, null);
  assert.equal(run.apiUrl, 'https://git.example.org/api/v3');
  assert.equal(run.pullRequest, undefined);
});

test('what is missing or strange gives no link and no pull request', () => {
  const bare = describeGithub({}, { pull_request: { number: '7' } });
  assert.deepEqual([bare.runUrl, bare.pullRequest, bare.repository], [undefined, undefined, undefined]);
  assert.equal(describeGithub({ ...VARIABLES, GITHUB_REPOSITORY: 'a/b)](x' }, null).runUrl, undefined);
});
