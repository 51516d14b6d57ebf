import { startLoggedCall } from './github-client-log.ts';
import type { ClientLog, ForwardLine } from './github-client-log.ts';
import { removeLeftovers, TRANSFER_FOLDER } from './github-transfer.ts';
import { judgeRestore, judgeSave } from './github-verdict.ts';
import type { ClientEnd, RestoreVerdict, SaveVerdict } from './github-verdict.ts';

/** The part of `@actions/cache` in use. */
export interface CacheClient {
  isFeatureAvailable(): boolean;
  restoreCache(
    paths: string[],
    key: string,
    restoreKeys?: string[],
    options?: DownloadOptions,
  ): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<number>;
}

interface DownloadOptions {
  readonly lookupOnly?: boolean;
  readonly segmentTimeoutInMs?: number;
}

export interface ClientCallsOptions {
  readonly temp: string;
  readonly timeoutMs: number;
  readonly forward: ForwardLine | undefined;
}

interface LookFor {
  readonly key: string;
  readonly restoreKeys: readonly string[];
  readonly lookupOnly: boolean;
}

/** A verdict on a save after looking the key up where the client itself said nothing. */
export type DecidedSave = Exclude<SaveVerdict, { kind: 'unclear' }>;

const SILENCE: ClientLog = { troubles: [], notes: [] };

/** The calls of the client that one restore or save makes, each with its log and its meaning. */
export class ClientCalls {
  readonly #options: ClientCallsOptions;
  #log: ClientLog = SILENCE;

  constructor(options: ClientCallsOptions) {
    this.#options = options;
  }

  /** What the latest call has logged so far. */
  get log(): ClientLog {
    return this.#log;
  }

  async restore(client: CacheClient, { key, restoreKeys, lookupOnly }: LookFor): Promise<RestoreVerdict> {
    // Otherwise a failed download leaves a timer of ten minutes that keeps the process alive.
    const options = { lookupOnly, segmentTimeoutInMs: this.#options.timeoutMs };
    const end = await this.#call(() => client.restoreCache([TRANSFER_FOLDER], key, [...restoreKeys], options));
    return judgeRestore(end, this.#log);
  }

  async save(client: CacheClient, key: string): Promise<DecidedSave> {
    const end = await this.#call(() => client.saveCache([TRANSFER_FOLDER], key));
    const verdict = judgeSave(end, this.#log);
    if (verdict.kind !== 'unclear') return verdict;
    const found = await this.restore(client, { key, restoreKeys: [], lookupOnly: true });
    if (found.kind === 'found' && found.key === key) return { kind: 'conflict' };
    return { kind: 'failed', why: 'the cache client stored nothing and gave no reason' };
  }

  async #call<Result>(call: () => Promise<Result>): Promise<ClientEnd<Result>> {
    const { result, log } = startLoggedCall(call, this.#options.forward);
    this.#log = log;
    try {
      return { kind: 'returned', value: await result };
    } catch (error) {
      return { kind: 'threw', error };
    } finally {
      await removeLeftovers(this.#options.temp, log);
    }
  }
}
