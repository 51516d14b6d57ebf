import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentOn, commentSentence, type CommentWish } from '../../src/telling/request-comment.ts';
import { githubPullRequest } from '../../src/host/github-pull-request.ts';
import { githubService, type GithubService } from '../support/github-graphql.ts';
import { report, TYPICAL_REPORTS } from '../support/reports.ts';

function wish({ apiUrl }: GithubService, setting: CommentWish['setting']): CommentWish {
  const pullRequest = githubPullRequest({
    owner: 'owner',
    repository: 'site',
    number: 7,
    token: 'secret',
    apiUrl,
    patienceMs: 10,
  });
  return { setting, name: 'docs', runUrl: undefined, pullRequest };
}

const affecting = TYPICAL_REPORTS['incremental']!;
const quiet = report();

test('auto says what is affected, and falls silent when nothing is any more', async () => {
  await using service = await githubService();
  assert.equal(
    await commentOn(quiet, wish(service, 'auto')),
    'No comment on the pull request, since nothing is affected',
  );
  assert.equal(await commentOn(affecting, wish(service, 'auto')), 'Commented on the pull request');
  assert.match(service.comments[0]?.body ?? '', /^### This pull request may change 3 of 20 pages$/m);
  assert.match((await commentOn(quiet, wish(service, 'auto'))) ?? '', /^Folded the comment/);
  assert.equal(service.comments[0]?.folded, true);
});

test('always says it even when nothing is affected', async () => {
  await using service = await githubService();
  assert.equal(await commentOn(quiet, wish(service, 'always')), 'Commented on the pull request');
  assert.equal(service.comments[0]?.folded, false);
});

test('never asks for nothing, and neither does a run without a pull request', async () => {
  await using service = await githubService();
  assert.equal(await commentOn(affecting, wish(service, 'never')), undefined);
  assert.equal(await commentOn(affecting, { ...wish(service, 'auto'), pullRequest: undefined }), undefined);
  assert.equal(service.requests(), 0);
});

test('a run that may not write is one line, with what it would need', async () => {
  await using service = await githubService({ mayWrite: false });
  assert.equal(
    await commentOn(affecting, wish(service, 'auto')),
    'No comment on the pull request, since this run may not write one (Resource not accessible by integration): it needs pull-requests: write, which a fork never gets',
  );
});

test('every other outcome is one line too', () => {
  const sentences = (['updated', 'unchanged'] as const).map((kind) => commentSentence({ kind }));
  assert.deepEqual(sentences, [
    'Updated the comment on the pull request',
    'The comment on the pull request says the same already',
  ]);
  assert.equal(commentSentence({ kind: 'unavailable', why: 'no answer' }), 'No comment on the pull request: no answer');
});
