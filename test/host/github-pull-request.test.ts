import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubPullRequest } from '../../src/host/github-pull-request.ts';
import type { CommentRequest, PullRequestPort } from '../../src/host/pull-request.ts';
import { githubService, type GithubService } from '../support/github-graphql.ts';

const MARKER = '<!-- bengal-cache report 0123456789abcdef -->';
const request = (text: string, wish: CommentRequest['wish'] = 'show'): CommentRequest => ({
  marker: MARKER,
  body: `${MARKER}\n${text}\n`,
  wish,
});

function pullRequest({ apiUrl }: GithubService, overrides: { token?: string; number?: number } = {}): PullRequestPort {
  return githubPullRequest({
    owner: 'owner',
    repository: 'site',
    number: 7,
    token: 'secret',
    apiUrl,
    patienceMs: 10,
    ...overrides,
  });
}

const shown = (service: GithubService): [string, string, boolean][] =>
  service.comments.map(({ author, body, folded }) => [author, body, folded]);

test('the first run writes a comment, the next ones replace what it says', async () => {
  await using service = await githubService();
  const port = pullRequest(service);
  assert.deepEqual(await port.comment(request('first')), { kind: 'created' });
  assert.deepEqual(await port.comment(request('second')), { kind: 'updated' });
  assert.deepEqual(shown(service), [['github-actions', `${MARKER}\nsecond\n`, false]]);
});

test('a comment that says the same already is left alone, whatever line end GitHub stored', async () => {
  await using service = await githubService();
  service.comments.push({ id: 'IC_0', author: 'github-actions', body: `${MARKER}\nsame`, folded: false });
  assert.deepEqual(await pullRequest(service).comment(request('same')), { kind: 'unchanged' });
  assert.equal(service.requests(), 1);
});

test('when nothing is affected any more, the comment is folded away; when something is again, it comes back', async () => {
  await using service = await githubService();
  const port = pullRequest(service);
  await port.comment(request('12 pages'));
  assert.deepEqual(await port.comment(request('no page', 'fold')), { kind: 'folded' });
  assert.deepEqual(shown(service), [['github-actions', `${MARKER}\nno page\n`, true]]);
  assert.deepEqual(await port.comment(request('3 pages')), { kind: 'updated' });
  assert.deepEqual(shown(service), [['github-actions', `${MARKER}\n3 pages\n`, false]]);
});

test('nothing to say, and nothing said before: no comment', async () => {
  await using service = await githubService();
  assert.deepEqual(await pullRequest(service).comment(request('no page', 'fold')), { kind: 'none' });
  assert.deepEqual(service.comments, []);
});

test("somebody else's comment with our marker is never touched, nor one of ours that merely quotes it", async () => {
  await using service = await githubService();
  service.comments.push(
    { id: 'IC_0', author: 'mallory', body: `${MARKER}\nevil`, folded: false },
    { id: 'IC_1', author: 'github-actions', body: `> ${MARKER}\nquoted`, folded: false },
  );
  assert.deepEqual(await pullRequest(service).comment(request('ours')), { kind: 'created' });
  assert.deepEqual(shown(service), [
    ['mallory', `${MARKER}\nevil`, false],
    ['github-actions', `> ${MARKER}\nquoted`, false],
    ['github-actions', `${MARKER}\nours\n`, false],
  ]);
});

test('an old comment is found behind hundreds of later ones', async () => {
  await using service = await githubService();
  service.comments.push({ id: 'IC_0', author: 'github-actions', body: `${MARKER}\nold`, folded: false });
  for (let index = 1; index <= 350; index++)
    service.comments.push({ id: `IC_${String(index)}`, author: 'somebody', body: 'me too', folded: false });
  assert.deepEqual(await pullRequest(service).comment(request('new')), { kind: 'updated' });
  assert.equal(service.comments[0]?.body, `${MARKER}\nnew\n`);
  assert.equal(service.comments.length, 351);
});

test('a token that may only read is told apart from trouble', async () => {
  await using service = await githubService({ mayWrite: false });
  assert.deepEqual(await pullRequest(service).comment(request('x')), {
    kind: 'denied',
    why: 'Resource not accessible by integration',
  });
});

test('a wrong token, a pull request that is not there and a proxy that answers are outcomes', async () => {
  await using service = await githubService();
  assert.equal((await pullRequest(service, { token: 'wrong' }).comment(request('x'))).kind, 'denied');
  const missing = await pullRequest(service, { number: 8 }).comment(request('x'));
  assert.deepEqual(missing, { kind: 'unavailable', why: 'There is no pull request 8 in owner/site' });
  service.fail({ status: 400, body: '<html>no</html>', headers: { 'content-type': 'text/html' } });
  assert.equal((await pullRequest(service).comment(request('x'))).kind, 'unavailable');
});

test('a service that fails once is asked again', async () => {
  await using service = await githubService();
  service.fail({ status: 502, body: '{}' });
  assert.deepEqual(await pullRequest(service).comment(request('x')), { kind: 'created' });
  assert.equal(service.requests(), 3);
});

test('a comment that may have arrived is not written twice', async () => {
  await using service = await githubService();
  service.comments.push({ id: 'IC_0', author: 'somebody', body: 'hello', folded: false });
  const port = pullRequest(service);
  const asked = port.comment(request('x'));
  while (service.requests() < 1) await new Promise((resolve) => setTimeout(resolve, 2));
  service.fail({ status: 502, body: '{}' });
  assert.equal((await asked).kind, 'unavailable');
  assert.equal(service.requests(), 2);
});

test('a rate limit that lifts soon is waited for, one that lifts late is not', async () => {
  await using service = await githubService();
  const limited = (seconds: string): void => {
    service.fail({
      status: 429,
      headers: { 'retry-after': seconds },
      body: JSON.stringify({ message: 'You have exceeded a secondary rate limit' }),
    });
  };
  limited('1');
  assert.deepEqual(await pullRequest(service).comment(request('x')), { kind: 'created' });
  limited('3600');
  const late = await pullRequest(service).comment(request('y'));
  assert.deepEqual(late, { kind: 'unavailable', why: 'You have exceeded a secondary rate limit' });
});

test('a service that is not there is an outcome', async () => {
  const service = await githubService();
  await service[Symbol.asyncDispose]();
  assert.equal((await pullRequest(service).comment(request('x'))).kind, 'unavailable');
});
