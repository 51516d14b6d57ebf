import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { startCacheService } from '../support/cache-service.ts';
import { githubService, type GithubService } from '../support/github-graphql.ts';
import { root, runnerJob, type RunnerEvent } from './runner-job.ts';

const INPUTS = { 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false' };

function pullRequest(github: GithubService): RunnerEvent {
  return {
    variables: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_REPOSITORY: 'owner/site',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: github.apiUrl,
      GITHUB_JOB: 'docs',
    },
    payload: { pull_request: { number: 7, user: { login: 'someone' }, head: { repo: { full_name: 'owner/site' } } } },
  };
}

test('on a pull request the run is told in notes, a comment, a summary, a page and a file that fits the schema', async () => {
  await using service = await startCacheService();
  await using github = await githubService();
  const inputs = { ...INPUTS, token: 'secret', 'report-path': 'out/report.json', 'report-html': 'out/report.html' };
  await using job = await runnerJob(service, inputs, pullRequest(github));
  const { status, log, outputs, summary } = await job.main();
  assert.equal(status, 0, log);

  assert.match(log, /^First run here: nothing is cached yet/m);
  assert.doesNotMatch(log, /^::notice title=Bengal Cache::/m);
  assert.match(log, /^Commented on the pull request$/m);
  assert.equal(github.comments.length, 1);
  assert.match(
    github.comments[0]?.body ?? '',
    /^<!-- bengal-cache report [0-9a-f]{16} -->\n### This pull request (?:may change|changes) /,
  );
  assert.match(github.comments[0]?.body ?? '', /\(https:\/\/github\.com\/owner\/site\/actions\/runs\/4711\)/);
  assert.match(summary, /^## First run here: nothing is cached yet/m);

  const report = readFileSync(join(job.site, 'out', 'report.json'), 'utf8');
  assert.equal(outputs['report-path'], join(job.site, 'out', 'report.json'));
  const schema = JSON.parse(readFileSync(join(root, 'schema', 'report.schema.json'), 'utf8')) as object;
  const fits = new Ajv({ allowUnionTypes: true }).compile(schema);
  assert.ok(fits(JSON.parse(report)), JSON.stringify(fits.errors));
  assert.match(readFileSync(join(job.site, 'out', 'report.html'), 'utf8'), /^<!doctype html>/);
});

test('a token that may not write costs one line, and neither the step nor the report', async () => {
  await using service = await startCacheService();
  await using github = await githubService({ mayWrite: false });
  await using job = await runnerJob(service, { ...INPUTS, token: 'secret' }, pullRequest(github));
  const { status, log } = await job.main();
  assert.equal(status, 0, log);
  assert.match(log, /^No comment on the pull request, since this run may not write one/m);
  assert.doesNotMatch(log, /^::(?:warning|error)[^\n]*comment/m);
});

test('the token is handed to nobody, and comment: never asks nobody', async () => {
  await using service = await startCacheService();
  await using github = await githubService();
  await using job = await runnerJob(
    service,
    { ...INPUTS, token: 'secret-token', comment: 'never' },
    pullRequest(github),
  );
  const { log } = await job.main();
  assert.equal(github.requests(), 0);
  assert.doesNotMatch(log, /secret-token/);
  assert.doesNotMatch(job.handedOver(), /secret-token/);
});
