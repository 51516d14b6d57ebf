import { type JsonObject } from '../core/json.ts';
import type { Cacheable } from './cache-codec.ts';
import type { PythonMinor } from './envelope.ts';
import type { SizeLimits } from './size-limits.ts';
/** Which file a store is kept in, and what its entries are. */
export interface CacheStoreFormat<Value> {
    /** Path below `.bengal` without `.json` or `.json.zst`, e.g. `page_metadata`. */
    readonly name: string;
    /** `zstd`: `<name>.json.zst`, read from an old `<name>.json` where only that exists. `plain`: `<name>.json`. */
    readonly form: 'zstd' | 'plain';
    /** The top-level field that holds the entries by key, e.g. `pages`. */
    readonly entriesField: string;
    /** The number in the field `version` that is written. */
    readonly version: number;
    /** Older versions whose entries are the same. */
    readonly readsAlso?: readonly number[];
    readonly codec: Cacheable<Value>;
    /** Says how a file contradicts itself, if it does. */
    readonly contradiction?: (file: StoredFile<Value>) => string | undefined;
    /** Last touch before a file is written: gives top-level fields that depend on the entries or on the time. */
    readonly complete?: (file: StoredFile<Value>) => JsonObject;
}
/** The content of a store's file. */
export interface StoredFile<Value> {
    /** Top-level fields besides the entries, e.g. `version`. */
    readonly otherFields: JsonObject;
    readonly entries: ReadonlyMap<string, Value>;
}
/** What was found when a store was opened. In every case but `read` the store is empty. */
export type StoreOutcome<Value> = {
    readonly kind: 'absent';
} | {
    readonly kind: 'read';
    readonly version: number;
    /** Entries that did not fit and were left out. */
    readonly dropped: number;
    /** It came from an old `.json`, which the next `save` replaces by a `.json.zst`. */
    readonly migrates: boolean;
} | {
    readonly kind: 'corrupt';
    readonly why: string;
} | {
    readonly kind: 'incompatible';
    readonly why: string;
}
/** Its parts contradict each other; `entries` are those that it held. */
 | {
    readonly kind: 'inconsistent';
    readonly why: string;
    readonly entries: ReadonlyMap<string, Value>;
};
/** A file as far as a store is concerned: what was found, its entries, and everything around them. */
export interface OpenedFile<Value> {
    /** Below `.bengal`, with suffix. */
    readonly path: string;
    readonly outcome: StoreOutcome<Value>;
    readonly entries: Map<string, Value>;
    readonly file: JsonObject;
    readonly python: PythonMinor | undefined;
}
/** Reads a store's file. Never throws for what is on disk. */
export declare function openStoreFile<Value>(folder: string, format: CacheStoreFormat<Value>, limits: SizeLimits | undefined): Promise<OpenedFile<Value>>;
/** An object but for one of its fields. */
export declare function without(object: JsonObject, left: string): JsonObject;
