/**
 * Port of a cache store: it carries one file under a key. What the file holds is none of its business
 * (see `archive/`). Every method settles with a named outcome; trouble with a store is never thrown, since a cache
 * must not break a build. Only a bug (a malformed key that got past `inputs/`) may throw.
 */
export interface CacheStore {
    readonly name: 'github' | 'directory';
    /** Finds an entry and, unless `lookupOnly`, writes its file to `file` (an absolute path, replaced when it exists). */
    restore(request: RestoreRequest): Promise<Restored>;
    /** Stores a file under a key. Entries are immutable: an existing key is reported, never overwritten. */
    save(request: SaveRequest): Promise<Saved>;
}
export interface RestoreRequest {
    /** At most 512 UTF-16 units, no comma. */
    readonly key: string;
    /** Prefixes, from near to far; at most 9. */
    readonly restoreKeys: readonly string[];
    readonly file: string;
    readonly lookupOnly?: boolean;
}
export interface SaveRequest {
    readonly key: string;
    readonly file: string;
}
export type Restored = {
    readonly kind: 'exact';
    readonly key: string;
} | {
    readonly kind: 'prefix';
    readonly key: string;
} | {
    readonly kind: 'miss';
} | {
    readonly kind: 'unavailable';
    readonly why: string;
};
export type Saved = {
    readonly kind: 'saved';
    readonly key: string;
    readonly bytes: number;
} | {
    readonly kind: 'exists';
    readonly key: string;
} | {
    readonly kind: 'denied';
    readonly why: string;
} | {
    readonly kind: 'unavailable';
    readonly why: string;
};
