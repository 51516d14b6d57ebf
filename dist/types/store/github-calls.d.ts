/**
 * The one path that is ever cached, relative to the working directory. Its spelling enters the version of the cache
 * entry, so it must be the same on every machine; and it is a plain name, since the client takes paths for patterns.
 */
export declare const ENTRY_NAME = "bengal-cache-entry";
/** One call of the client. */
export interface ClientCall {
    readonly operation: 'restore' | 'save';
    readonly key: string;
    readonly restoreKeys: readonly string[];
    readonly lookupOnly: boolean;
    /** Absolute path of the working directory: it holds the entry to save, and gets the restored one. */
    readonly folder: string;
}
/** What the client wrote to standard output at once. */
export interface ClientOutput {
    readonly kind: 'output';
    readonly text: string;
    /** Whether it may be a workflow command. The output of `tar` may not: it has names from the archive. */
    readonly own: boolean;
}
/** How a call of the client ended. A restore returns a key or nothing, a save a number. */
export type ClientEnd = {
    readonly kind: 'returned';
    readonly value: string | number | null;
} | {
    readonly kind: 'threw';
    readonly message: string;
} | {
    readonly kind: 'no-service';
};
/** From the process of the client to ours. */
export type ClientMessage = ClientOutput | {
    readonly kind: 'end';
    readonly end: ClientEnd;
};
/** Takes a while, so a process may begin with it before it is called. */
export declare function loadClient(): Promise<void>;
/**
 * Calls the client in this process, where it may print to standard output, start programs in the working directory and
 * leave timers and sockets behind.
 */
export declare function callClient(call: ClientCall): Promise<ClientEnd>;
