/** Orders strings by UTF-16 code unit. Never `localeCompare`: its order depends on the machine, and ours feeds digests. */
export declare function byCodeUnit(left: string, right: string): number;
/** A comparator on a string that each value yields. */
export declare function by<Value>(key: (value: Value) => string): (left: Value, right: Value) => number;
/** Whether two lists hold the same strings in the same order. */
export declare function isSameList(left: readonly string[], right: readonly string[]): boolean;
/** The distinct strings, sorted by code unit. */
export declare function sortedUnique(values: Iterable<string>): string[];
