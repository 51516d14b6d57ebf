/** A point in time at which work ends, whatever it is waiting for. */
export interface Deadline {
    /** Aborted at that time. The message of its reason says so: `gave up restoring after 30 s`. */
    readonly signal: AbortSignal;
    /** To be called when the work has ended before. */
    readonly clear: () => void;
}
/** `doing` completes "gave up ...". */
export declare function startDeadline(milliseconds: number, doing: string): Deadline;
