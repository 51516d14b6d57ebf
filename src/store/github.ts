import { unreachable } from '../core/never.ts';
import { messageOf } from '../core/result.ts';
import type { ClientCall } from './github-calls.ts';
import { openClientFolder } from './github-folder.ts';
import type { ClientFolder } from './github-folder.ts';
import { ClientLog } from './github-log.ts';
import type { ForwardLine } from './github-log.ts';
import { describeMissingService, hasServiceAddress } from './github-environment.ts';
import { ClientProcess } from './github-process.ts';
import type { CallEnd, Variables } from './github-process.ts';
import { describeProgress, judgeRestore, judgeSave } from './github-verdict.ts';
import { assertKey, assertKeys } from './keys.ts';
import type { CacheStore, NotServed, Restored, RestoreRequest, Saved, SaveRequest } from './port.ts';

export interface GithubStoreOptions {
  /** Variables of the runner: the client finds its addresses, its token and its programs there. */
  readonly environment: Variables;
  /** Absolute path of the runner's folder for temporary files (`RUNNER_TEMP`). */
  readonly temp: string;
  /** Takes the client's log, line by line, as debug and mask commands. */
  readonly forward?: ForwardLine;
  /** Starts the client at once and not at the first call, which then finds it ready. */
  readonly startNow?: boolean;
}

/**
 * A store on GitHub's cache service, and on those that speak its protocol. `@actions/cache` hides every failure; this
 * says what happened. The client runs in a process of its own, in a folder of its own (see `github-process.ts`).
 */
export function githubStore(options: GithubStoreOptions): CacheStore {
  const session = new GithubSession(options);
  const mode = (options.environment['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase();
  return {
    name: 'github',
    async restore(request) {
      assertKeys(request);
      if (mode !== 'none' && mode !== 'write-only') return await session.restore(request);
      return { kind: 'denied', why: `this job may not read caches (cache-mode: ${mode})` };
    },
    async save(request) {
      assertKey(request.key);
      if (mode !== 'none' && mode !== 'read') return await session.save(request);
      return { kind: 'denied', why: `this job may not write caches (cache-mode: ${mode})` };
    },
  };
}

type Call = Omit<ClientCall, 'folder'>;

interface Answer {
  readonly end: CallEnd;
  readonly log: ClientLog;
}

/** What one store needs to call the client. Calls may overlap: each has a folder, and a process while it runs. */
class GithubSession {
  readonly #options: GithubStoreOptions;
  /** Processes that wait for another call: starting one costs more than a look-up. */
  readonly #idle: ClientProcess[] = [];

  constructor(options: GithubStoreOptions) {
    this.#options = options;
    if (options.startNow === true && hasServiceAddress(options.environment)) this.#startAhead();
  }

  /** To be ready when the keys are known. What stands against it now is told when it is needed. */
  #startAhead(): void {
    try {
      this.#idle.push(new ClientProcess(this.#options.environment));
    } catch {
      // A call tries again, and its outcome says why.
    }
  }

  async restore({ signal, file, lookupOnly = false, ...keys }: RestoreRequest): Promise<Restored> {
    const call: Call = { operation: 'restore', lookupOnly, ...keys };
    return await this.#attempt(signal, async (folder) => {
      const { end, log } = await this.#call(call, folder, signal);
      if (end.kind === 'stopped') return givenUp(signal, log);
      const outcome = judgeRestore(keys, end, log);
      if (outcome === 'no-service') return this.#missingService();
      if (lookupOnly || (outcome.kind !== 'exact' && outcome.kind !== 'prefix')) return outcome;
      const problem = await folder.unload(file);
      return problem === undefined ? outcome : { kind: 'refused', key: outcome.key, why: problem };
    });
  }

  async save({ signal, file, key }: SaveRequest): Promise<Saved> {
    const call: Call = { operation: 'save', lookupOnly: false, key, restoreKeys: [] };
    return await this.#attempt(signal, async (folder) => {
      const bytes = await folder.load(file);
      const { end, log } = await this.#call(call, folder, signal);
      if (end.kind === 'stopped') return givenUp(signal, log);
      const verdict = judgeSave(end, log);
      switch (verdict.kind) {
        case 'stored':
          return { kind: 'saved', key, bytes };
        case 'conflict':
          return { kind: 'exists', key };
        case 'no-service':
          return this.#missingService();
        case 'unclear':
          return await this.#lookAfterSave(key, signal);
        case 'denied':
        case 'unavailable':
          return verdict;
        default:
          return unreachable(verdict);
      }
    });
  }

  /** The client stored nothing and said nothing: most likely the key is taken. */
  async #lookAfterSave(key: string, signal: AbortSignal | undefined): Promise<Saved> {
    const found = await this.restore({ key, restoreKeys: [], file: '', lookupOnly: true, ...(signal && { signal }) });
    if (found.kind === 'exact') return { kind: 'exists', key };
    if (signal?.aborted === true) return givenUp(signal);
    return { kind: 'unavailable', why: 'the cache client stored nothing and gave no reason' };
  }

  async #attempt<Outcome>(
    signal: AbortSignal | undefined,
    work: (folder: ClientFolder) => Promise<Outcome>,
  ): Promise<Outcome | NotServed> {
    if (!hasServiceAddress(this.#options.environment)) return this.#missingService();
    if (signal?.aborted === true) return givenUp(signal);
    try {
      const folder = await openClientFolder(this.#options.temp);
      try {
        return await work(folder);
      } finally {
        await folder.remove();
      }
    } catch (error) {
      return { kind: 'unavailable', why: messageOf(error) };
    }
  }

  async #call(call: Call, folder: ClientFolder, signal: AbortSignal | undefined): Promise<Answer> {
    const log = new ClientLog(this.#options.forward);
    const client = this.#takeIdle() ?? new ClientProcess(this.#options.environment);
    const onOutput = log.add.bind(log);
    const end = await client.call({ ...call, folder: folder.work }, { onOutput, signal });
    if (client.alive) this.#idle.push(client);
    return { end, log };
  }

  #takeIdle(): ClientProcess | undefined {
    for (let client = this.#idle.pop(); client !== undefined; client = this.#idle.pop())
      if (client.alive) return client;
    return undefined;
  }

  #missingService(): NotServed {
    return { kind: 'absent', why: describeMissingService(this.#options.environment) };
  }
}

function givenUp(signal: AbortSignal | undefined, log?: ClientLog): NotServed {
  const progress = log === undefined ? '' : describeProgress(log);
  return { kind: 'unavailable', why: `${messageOf(signal?.reason)}${progress}` };
}
