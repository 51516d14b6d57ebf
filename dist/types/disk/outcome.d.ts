/** What asking the disk came to. A thing that cannot be read is not a thing that is absent: it may well be there. */
export type Outcome<Value> = {
    readonly kind: 'present';
    readonly value: Value;
} | {
    readonly kind: 'absent';
}
/** `why` is a sentence that names the file; `reason` is the part of it that does not. */
 | {
    readonly kind: 'unreadable';
    readonly why: string;
    readonly reason: string;
};
/** Thrown where the work makes no sense without what cannot be read. The message is a sentence for people. */
export declare class DiskTrouble extends Error {
    constructor(why: string, cause?: unknown);
}
/** The outcome of something that answers `undefined`, or throws as Node does, where there is nothing. */
export declare function outcomeOf<Value>(path: string, ask: () => Value | undefined): Outcome<Value>;
/** The value, or `undefined` where there is nothing. Throws `DiskTrouble` where nobody can tell. */
export declare function ifPresent<Value>(outcome: Outcome<Value>): Value | undefined;
/** The value of what has to be there: it was listed a moment ago, say. Throws `DiskTrouble` without one. */
export declare function needed<Value>(path: string, outcome: Outcome<Value>): Value;
/** The value, or `undefined` for whatever reason: for what may be missing without anybody being told. */
export declare function atBest<Value>(outcome: Outcome<Value>): Value | undefined;
/** No such name, or a file where a folder would have to be. */
export declare function isAbsence(thrown: unknown): boolean;
/** Why the disk refused, without the path. */
export declare function reasonOf(thrown: unknown): string;
/** The code of an error of the system; `undefined` for any other. */
export declare function codeOf(thrown: unknown): string | undefined;
