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
  /** Ends the work at once, leaving nothing behind. The message of its reason becomes that of the outcome. */
  readonly signal?: AbortSignal;
}

export interface SaveRequest {
  readonly key: string;
  readonly file: string;
  /** As for a restore. Whether the entry is stored all the same is then unknown. */
  readonly signal?: AbortSignal;
}

export type Restored =
  | { readonly kind: 'exact'; readonly key: string }
  | { readonly kind: 'prefix'; readonly key: string }
  /** An entry fits, and is damaged, or nobody can vouch for it. It stays where it is. */
  | { readonly kind: 'refused'; readonly key: string; readonly why: string }
  /** Nothing fits; `why` says what was looked for, and where. */
  | { readonly kind: 'miss'; readonly why: string }
  | NotServed;

export type Saved =
  | { readonly kind: 'saved'; readonly key: string; readonly bytes: number }
  | { readonly kind: 'exists'; readonly key: string }
  | NotServed;

export type NotServed =
  /** There is a store, but this run may not read from it or write to it. */
  | { readonly kind: 'denied'; readonly why: string }
  /** There is no store here. */
  | { readonly kind: 'absent'; readonly why: string }
  /** Trouble, or no time left. */
  | { readonly kind: 'unavailable'; readonly why: string };
