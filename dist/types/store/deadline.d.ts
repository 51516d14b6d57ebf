/** How work under a deadline ended. The work itself goes on when late: nothing here can stop it. */
export type Ended<Value> = {
    readonly kind: 'settled';
    readonly value: Value;
} | {
    readonly kind: 'late';
};
/** Waits for `work`, at most `milliseconds`. Rejects when the work rejects in time; later rejections are swallowed. */
export declare function withDeadline<Value>(work: Promise<Value>, milliseconds: number): Promise<Ended<Value>>;
