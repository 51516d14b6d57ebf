/** The outcome of parsing: a value, or every problem found. Used at parse edges only. */
export type Result<Value, Problem> = {
    readonly ok: true;
    readonly value: Value;
} | {
    readonly ok: false;
    readonly problems: readonly Problem[];
};
export declare function ok<Value>(value: Value): Result<Value, never>;
export declare function failed<Problem>(...problems: readonly Problem[]): Result<never, Problem>;
/** The message of anything that was thrown, in words for people. */
export declare function messageOf(thrown: unknown): string;
