import { realpath } from 'node:fs/promises';
import { unreachable } from '../core/never.ts';
import { withDeadline } from './deadline.ts';
import { ClientCalls } from './github-calls.ts';
import type { CacheClient, DecidedSave } from './github-calls.ts';
import type { ForwardLine } from './github-client-log.ts';
import { loadTransfer, prepareTransfer, removeTransfer, unloadTransfer } from './github-transfer.ts';
import { describeProgress } from './github-verdict.ts';
import type { RestoreVerdict } from './github-verdict.ts';
import { assertKey, assertKeys } from './keys.ts';
import type { CacheStore, Restored, RestoreRequest, Saved, SaveRequest } from './port.ts';

export interface GithubStoreOptions {
  /** Absolute path of the workspace (`GITHUB_WORKSPACE`), which must be the working directory too. */
  readonly workspace: string;
  /** Absolute path of the runner's folder for temporary files (`RUNNER_TEMP`). */
  readonly temp: string;
  /** `ACTIONS_CACHE_MODE`: `none`, `read`, `write` or `write-only`. Anything else permits everything, as with GitHub. */
  readonly cacheMode?: string | undefined;
  /** Milliseconds for one restore or save as a whole. */
  readonly timeoutMs?: number;
  /** Takes the client's log as debug and mask commands; standard output when absent. */
  readonly forward?: ForwardLine;
  /** For tests. */
  readonly loadClient?: () => Promise<CacheClient>;
}

/**
 * Ten minutes: about 6 GB at the 10 MB/s of a slow day, and far more than the half minute of retries after which the
 * client gives up on a service that is down.
 */
export const DEFAULT_TIMEOUT_MS = 10 * 60 * 1000;

/** Loaded on first use only: it takes a quarter of a second, and most runs of the command line never need it. */
const loadActionsCache = async (): Promise<CacheClient> => await import('@actions/cache');

/**
 * A store on GitHub's cache service. `@actions/cache` hides every failure; this says what happened.
 *
 * The client reads its addresses and token from the environment. It unpacks entries with `tar -P` inside the
 * workspace, which cannot be prevented from outside: whoever may write to this repository's cache is trusted that far,
 * as with any action that uses it. What the one carried file holds is checked by `archive/`.
 */
export function githubStore(options: GithubStoreOptions): CacheStore {
  const session = new GithubSession(options);
  const mode = (options.cacheMode ?? '').trim().toLowerCase();
  return {
    name: 'github',
    async restore(request) {
      assertKeys(request);
      if (mode !== 'none' && mode !== 'write-only') return await session.restore(request);
      return { kind: 'unavailable', why: `this job may not read caches (cache-mode: ${mode})` };
    },
    async save(request) {
      assertKey(request.key);
      if (mode !== 'none' && mode !== 'read') return await session.save(request);
      return { kind: 'denied', why: `this job may not write caches (cache-mode: ${mode})` };
    },
  };
}

type Unavailable = Extract<Restored, { kind: 'unavailable' }>;

const NO_SERVICE: Unavailable = {
  kind: 'unavailable',
  why: 'this process has no cache service: the runner gives its address to actions only, not to "run" steps',
};

/** One store's calls of the client: one after the other, since all of them use the one transfer folder. */
class GithubSession {
  readonly #options: GithubStoreOptions;
  readonly #timeoutMs: number;
  #previous: Promise<unknown> = Promise.resolve();

  constructor(options: GithubStoreOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  }

  async restore(request: RestoreRequest): Promise<Restored> {
    return await this.#withinDeadline('restoring', (client, job) => this.#restore(request, { client, job }));
  }

  async save(request: SaveRequest): Promise<Saved> {
    return await this.#withinDeadline('saving', (client, job) => this.#save(request, { client, job }));
  }

  /** Runs `work` after all earlier work. Past the deadline it is abandoned: it then ends, and tidies up, by itself. */
  async #withinDeadline<Outcome>(doing: string, work: Work<Outcome>): Promise<Outcome | Unavailable> {
    const { temp, forward } = this.#options;
    const job: Job = {
      calls: new ClientCalls({ temp, forward, timeoutMs: this.#timeoutMs }),
      holdsFolder: false,
      abandoned: false,
    };
    const turn = this.#previous.then(() => this.#run(job, work));
    this.#previous = turn.catch(() => undefined);
    try {
      const ended = await withDeadline(turn, this.#timeoutMs);
      if (ended.kind === 'settled') return ended.value;
      job.abandoned = true;
      if (job.holdsFolder) await removeTransfer(this.#options.workspace);
    } catch (error) {
      return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
    }
    return {
      kind: 'unavailable',
      why: `gave up ${doing} after ${String(this.#timeoutMs / 1000)} s${describeProgress(job.calls.log)}`,
    };
  }

  async #run<Outcome>(job: Job, work: Work<Outcome>): Promise<Outcome | Unavailable> {
    if (job.abandoned) return { kind: 'unavailable', why: 'abandoned before its turn came' };
    const client = await (this.#options.loadClient ?? loadActionsCache)();
    // Asked first: without a service the client sleeps ten seconds before it says so.
    if (!client.isFeatureAvailable()) return NO_SERVICE;
    return await work(client, job);
  }

  async #restore(
    { key, restoreKeys, file, lookupOnly = false }: RestoreRequest,
    { client, job }: Means,
  ): Promise<Restored> {
    const lookFor = { key, restoreKeys, lookupOnly };
    if (lookupOnly) return toRestored(await job.calls.restore(client, lookFor), key);
    const { workspace } = this.#options;
    await prepareTransfer(workspace);
    job.holdsFolder = true;
    try {
      const verdict = await job.calls.restore(client, lookFor);
      // A late file must not appear where the caller has long gone on without it.
      if (verdict.kind !== 'found' || job.abandoned) return toRestored(verdict, key);
      const problem = await unloadTransfer(workspace, file);
      return problem === undefined ? toRestored(verdict, key) : { kind: 'unavailable', why: problem };
    } finally {
      job.holdsFolder = false;
      await removeTransfer(workspace);
    }
  }

  async #save({ key, file }: SaveRequest, { client, job }: Means): Promise<Saved> {
    const { workspace } = this.#options;
    if ((await realpath(workspace)) !== (await realpath(process.cwd()))) {
      return {
        kind: 'unavailable',
        why: `the working directory is not the workspace ${workspace}, where the cache client looks for files`,
      };
    }
    await prepareTransfer(workspace);
    job.holdsFolder = true;
    try {
      const bytes = await loadTransfer(workspace, file);
      return toSaved(await job.calls.save(client, key), { key, bytes });
    } finally {
      job.holdsFolder = false;
      await removeTransfer(workspace);
    }
  }
}

/** One restore or save on its way. */
interface Job {
  readonly calls: ClientCalls;
  /** Whether the transfer folder is this job's to remove. */
  holdsFolder: boolean;
  abandoned: boolean;
}

interface Means {
  readonly client: CacheClient;
  readonly job: Job;
}

type Work<Outcome> = (client: CacheClient, job: Job) => Promise<Outcome>;

function toRestored(verdict: RestoreVerdict, key: string): Restored {
  switch (verdict.kind) {
    case 'found':
      return { kind: verdict.key === key ? 'exact' : 'prefix', key: verdict.key };
    case 'miss':
      return { kind: 'miss' };
    case 'failed':
      return { kind: 'unavailable', why: verdict.why };
    default:
      return unreachable(verdict);
  }
}

function toSaved(verdict: DecidedSave, { key, bytes }: { key: string; bytes: number }): Saved {
  switch (verdict.kind) {
    case 'stored':
      return { kind: 'saved', key, bytes };
    case 'conflict':
      return { kind: 'exists', key };
    case 'denied':
      return { kind: 'denied', why: verdict.why };
    case 'failed':
      return { kind: 'unavailable', why: verdict.why };
    default:
      return unreachable(verdict);
  }
}
