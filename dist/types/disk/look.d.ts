import { type BigIntStats, type Stats } from './node.ts';
import { type Outcome } from './outcome.ts';
/** What stands at a path; a symbolic link is one. */
export declare function look(path: string): Outcome<Stats>;
/** The same to the nanosecond. */
export declare function lookExactly(path: string): Outcome<BigIntStats>;
/** What stands where a path leads to, through symbolic links. */
export declare function lookThrough(path: string): Outcome<Stats>;
/** The same to the nanosecond. */
export declare function lookThroughExactly(path: string): Outcome<BigIntStats>;
/** Whether a path leads to anything. Throws `DiskTrouble` where nobody can tell. */
export declare function isThere(path: string): boolean;
