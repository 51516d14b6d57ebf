import type { RestoreRequest } from './port.ts';
/** Limits of GitHub's cache, which every store keeps, so that a key that works with one works with all. */
export declare const LONGEST_KEY = 512;
export declare const MOST_KEYS = 10;
/** Throws a `RangeError` unless the keys are well formed: `inputs/` has checked them, so anything else is a bug. */
export declare function assertKeys({ key, restoreKeys }: Pick<RestoreRequest, 'key' | 'restoreKeys'>): void;
export declare function assertKey(key: string): void;
/** The prefixes that are looked for, the key among them. Of those that begin with each other, the shortest says it all. */
export declare function describePrefixes({ key, restoreKeys }: Pick<RestoreRequest, 'key' | 'restoreKeys'>): string;
