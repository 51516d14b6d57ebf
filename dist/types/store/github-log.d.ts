import type { ClientOutput } from './github-calls.ts';
/** Takes one line without its end, meant for the runner. */
export type ForwardLine = (line: string) => void;
/**
 * What the cache client has printed during one call, without the syntax of workflow commands. The client turns every
 * failure into "nothing found" or -1 and tells the difference here alone.
 */
export declare class ClientLog {
    #private;
    /** Messages of `::warning::` and `::error::` commands: the only sign by which the client admits a failure. */
    readonly troubles: string[];
    /** Everything else, debug messages included. */
    readonly notes: string[];
    /** What the programs printed that the client started, `tar` and its like; cut off after a while. */
    programs: string;
    constructor(forward?: ForwardLine);
    /**
     * Notes what was printed and passes it on as debug lines: our own outcome carries the reason, and one annotation is
     * enough. Masks pass as they are: they keep signed addresses out of logs.
     */
    add({ text, own }: Pick<ClientOutput, 'text' | 'own'>): void;
}
