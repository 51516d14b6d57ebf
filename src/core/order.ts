/** Orders strings by UTF-16 code unit. Never `localeCompare`: its order depends on the machine, and ours feeds digests. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A comparator on a string that each value yields. */
export function by<Value>(key: (value: Value) => string): (left: Value, right: Value) => number {
  return (left, right) => byCodeUnit(key(left), key(right));
}

/** Whether two lists hold the same strings in the same order. */
export function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, at) => item === right[at]);
}

/** The distinct strings, sorted by code unit. */
export function sortedUnique(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(byCodeUnit);
}
