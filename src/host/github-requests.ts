import { setTimeout as wait } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';

/** GitHub's GraphQL interface: an answer, or an error that carries `status` or typed `errors`. */
export interface GithubClient {
  query<Answer>(text: string, variables: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Like `query`, for what must not be done twice: a request that may have arrived is not repeated. */
  change(text: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface GithubClientOptions {
  readonly token: string;
  /** Root of the REST interface, as in `GITHUB_API_URL`; GraphQL's address follows from it. */
  readonly apiUrl: string;
  /** How long to wait before asking again, the first time; later four times as long. */
  readonly patienceMs?: number;
}

/** Nobody waits longer for a comment; a limit that lifts later is trouble, not a reason to hold up the job. */
const DEADLINE_MS = 60_000;
const LONGEST_WAIT_SECONDS = 15;
const RETRIES = 2;
/** Asking again helps none of these; what a limit (429) needs is another wait. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];

const PatientOctokit = Octokit.plugin(retry);

export function githubClient({ token, apiUrl, patienceMs = 1000 }: GithubClientOptions): GithubClient {
  const octokit = new PatientOctokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'bengal-cache',
    // Its words are no part of our log.
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    retry: { retries: RETRIES, retryAfterBaseValue: patienceMs, doNotRetry: FINAL },
  });
  const signal = AbortSignal.timeout(DEADLINE_MS);
  return {
    query: (text, variables) =>
      onceTheLimitLifts(() => octokit.graphql(text, { ...variables, request: { signal } }), signal),
    async change(text, variables) {
      await onceTheLimitLifts(() => octokit.graphql(text, { ...variables, request: { signal, retries: 0 } }), signal);
    },
  };
}

/** A request that met a limit was not carried out, so it can be repeated safely. */
async function onceTheLimitLifts<Answer>(ask: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  try {
    return await ask();
  } catch (thrown) {
    const seconds = secondsToWait(thrown);
    if (seconds === undefined || seconds > LONGEST_WAIT_SECONDS) throw thrown;
    await wait(seconds * 1000, undefined, { signal });
    return ask();
  }
}

/** What the header of a limit (429, or 403 in its older form) says. */
function secondsToWait(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('response' in thrown)) return undefined;
  const { response } = thrown;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('retry-after' in headers)) return undefined;
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
