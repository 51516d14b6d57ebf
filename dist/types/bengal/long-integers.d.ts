/** Where an integer stands in JSON bytes: from `start` (a `-` or the first digit) up to, not including, `end`. */
export interface IntegerSpan {
    readonly start: number;
    readonly end: number;
}
/**
 * The integers in JSON that a JavaScript number cannot hold exactly, in order. Digits inside strings are passed over.
 * What is no JSON may give any spans; the parser will reject it all the same.
 *
 * Sixteen digits in a row cover a position that is a multiple of sixteen, so only every sixteenth byte is looked at.
 * (A `JSON.parse` reviver with access to the source text costs six times the parse.)
 */
export declare function findLongIntegers(bytes: Uint8Array): IntegerSpan[];
