/** What the cache client has written while one call ran, without the syntax of workflow commands. */
export interface ClientLog {
    /** Messages of `::warning::` and `::error::` commands: the only sign by which the client admits a failure. */
    readonly troubles: readonly string[];
    /** Everything else, debug messages included. */
    readonly notes: readonly string[];
}
export interface LoggedCall<Result> {
    readonly result: Promise<Result>;
    /** Grows while the call runs. */
    readonly log: ClientLog;
}
/** Takes one line without its end, meant for the runner. */
export type ForwardLine = (line: string) => void;
/**
 * Runs a call of `@actions/cache` and collects what it logs.
 *
 * The client turns every failure into "nothing found" or -1 and tells the difference in its log alone, which it writes
 * through `process.stdout.write`. So this is the one place that replaces that method, while a call is pending:
 *  - an async context marks writes that stem from the call: what other code prints meanwhile passes untouched, and
 *    what an abandoned call prints after its deadline is still recognised as the client's;
 *  - its warnings become debug lines, since our own outcome carries the reason and one annotation is enough;
 *  - `::add-mask::` always passes: it keeps signed addresses out of logs.
 */
export declare function startLoggedCall<Result>(call: () => Promise<Result>, forward?: ForwardLine): LoggedCall<Result>;
