import type { ClientLog, ForwardLine } from './github-client-log.ts';
import type { RestoreVerdict, SaveVerdict } from './github-verdict.ts';
/** The part of `@actions/cache` in use. */
export interface CacheClient {
    isFeatureAvailable(): boolean;
    restoreCache(paths: string[], key: string, restoreKeys?: string[], options?: DownloadOptions): Promise<string | undefined>;
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
export type DecidedSave = Exclude<SaveVerdict, {
    kind: 'unclear';
}>;
/** The calls of the client that one restore or save makes, each with its log and its meaning. */
export declare class ClientCalls {
    #private;
    constructor(options: ClientCallsOptions);
    /** What the latest call has logged so far. */
    get log(): ClientLog;
    restore(client: CacheClient, { key, restoreKeys, lookupOnly }: LookFor): Promise<RestoreVerdict>;
    save(client: CacheClient, key: string): Promise<DecidedSave>;
}
export {};
