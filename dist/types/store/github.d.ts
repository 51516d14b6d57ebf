import type { ForwardLine } from './github-log.ts';
import type { Variables } from './github-process.ts';
import type { CacheStore } from './port.ts';
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
export declare function githubStore(options: GithubStoreOptions): CacheStore;
