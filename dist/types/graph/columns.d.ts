type Numbers = Uint8Array | Uint32Array | Float64Array;
/** A column of numbers that grows piece by piece, so that nothing is ever copied. What was never set is the empty value. */
export interface Column {
    readonly get: (index: number) => number;
    readonly set: (index: number, value: number) => void;
    /** The values up to `length`, as one array of their own. */
    readonly take: (length: number) => Numbers;
    /** Lets go of all values. */
    readonly clear: () => void;
}
export declare const byteColumn: () => Column;
export declare const indexColumn: () => Column;
export declare const numberColumn: () => Column;
/** Each distinct string once, by number. Number 0 stands for no string. */
export interface StringTable {
    readonly add: (text: string | undefined) => number;
    readonly strings: readonly (string | undefined)[];
}
export declare function stringTable(): StringTable;
export {};
