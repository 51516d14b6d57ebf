import type { RestoreRequest } from './port.ts';

/** Limits of GitHub's cache, which every store keeps, so that a key that works with one works with all. */
export const LONGEST_KEY = 512;
export const MOST_KEYS = 10;

/** Throws a `RangeError` unless the keys are well formed: `inputs/` has checked them, so anything else is a bug. */
export function assertKeys({ key, restoreKeys }: Pick<RestoreRequest, 'key' | 'restoreKeys'>): void {
  const keys = [key, ...restoreKeys];
  if (keys.length > MOST_KEYS)
    throw new RangeError(`Expected at most ${String(MOST_KEYS)} cache keys, got ${String(keys.length)}`);
  for (const each of keys) assertKey(each);
}

export function assertKey(key: string): void {
  const shown = JSON.stringify(key.slice(0, 100));
  if (key === '') throw new RangeError('Expected a cache key, got an empty string');
  if (key.length > LONGEST_KEY)
    throw new RangeError(
      `Expected a cache key of at most ${String(LONGEST_KEY)} characters, got ${String(key.length)}: ${shown}`,
    );
  if (key.includes(',')) throw new RangeError(`Expected a cache key without commas, got ${shown}`);
}

/** The prefixes that are looked for, the key among them. Of those that begin with each other, the shortest says it all. */
export function describePrefixes({ key, restoreKeys }: Pick<RestoreRequest, 'key' | 'restoreKeys'>): string {
  const prefixes = [...new Set([key, ...restoreKeys])];
  const widest = prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)));
  return widest.map((prefix) => JSON.stringify(prefix)).join(' or ');
}
