import type { CacheClient } from './github-calls.ts';
import type { ForwardLine } from './github-client-log.ts';
import type { CacheStore } from './port.ts';
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
export declare const DEFAULT_TIMEOUT_MS: number;
/**
 * A store on GitHub's cache service. `@actions/cache` hides every failure; this says what happened.
 *
 * The client reads its addresses and token from the environment. It unpacks entries with `tar -P` inside the
 * workspace, which cannot be prevented from outside: whoever may write to this repository's cache is trusted that far,
 * as with any action that uses it. What the one carried file holds is checked by `archive/`.
 */
export declare function githubStore(options: GithubStoreOptions): CacheStore;
