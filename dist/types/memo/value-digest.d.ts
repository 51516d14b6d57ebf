import type { Sha256 } from '../core/digest.ts';
/**
 * A digest of the arguments of a call. Equal values give equal digests, and values that a function could tell apart give
 * different ones: also `0` and `-0`, a hole and `undefined`, objects whose keys stand in another order, two references to
 * one object and two equal objects. What has no value that could be compared is refused.
 *
 * @throws TypeError that names the place and the kind of a function, a symbol, a promise, or an object of a class.
 */
export declare function digestOfArguments(args: readonly unknown[]): Sha256;
