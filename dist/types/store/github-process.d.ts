import type { ClientCall, ClientEnd, ClientOutput } from './github-calls.ts';
export type Variables = Readonly<Record<string, string | undefined>>;
/** How a call ended that somebody may have stopped. */
export type CallEnd = ClientEnd | {
    readonly kind: 'stopped';
};
export interface CallOptions {
    readonly onOutput: (output: ClientOutput) => void;
    readonly signal: AbortSignal | undefined;
}
/**
 * The cache client in a process of its own. Nothing in the client can be stopped: it waits for minutes, tries again,
 * leaves timers and sockets behind, throws from event handlers, and unpacks with a `tar` that goes on by itself. A
 * process can be ended, with the programs that it started.
 */
export declare class ClientProcess {
    #private;
    constructor(environment: Variables);
    /** Whether it can take another call. */
    get alive(): boolean;
    /** One call at a time. When the signal comes, the process and all that it started is ended before this settles. */
    call(call: ClientCall, { onOutput, signal }: CallOptions): Promise<CallEnd>;
}
export declare const WORK_FOLDER = "work";
