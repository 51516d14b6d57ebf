/** Orders strings by UTF-16 code unit. Never `localeCompare`: its order depends on the machine, and ours feeds digests. */
export declare function byCodeUnit(left: string, right: string): number;
/** A comparator on a string that each value yields. */
export declare function by<Value>(key: (value: Value) => string): (left: Value, right: Value) => number;
/** The distinct strings, sorted by code unit. */
export declare function sortedUnique(values: Iterable<string>): string[];
