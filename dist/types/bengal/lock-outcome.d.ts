export type LockKind = 'shared' | 'exclusive';
export interface LockRequest {
    readonly kind: LockKind;
    /** How long to wait for other holders, in milliseconds. */
    readonly timeoutMs: number;
}
/** Gives a lock back; resolves when others can have it. */
export type Release = () => Promise<void>;
/** What came of asking for a lock. */
export type Acquired = {
    readonly kind: 'held';
    readonly release: Release;
} | {
    readonly kind: 'timeout';
}
/** There is no such program on this machine. */
 | {
    readonly kind: 'no-program';
} | {
    readonly kind: 'refused';
    readonly why: string;
};
