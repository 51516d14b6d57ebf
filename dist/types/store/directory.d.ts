import type { CacheStore } from './port.ts';
export interface DirectoryStoreOptions {
    /** Absolute path; created at the first save. */
    readonly root: string;
    /** Refuse every save. */
    readonly readOnly?: boolean;
    /** Milliseconds since 1970, with fractions; for tests. */
    readonly now?: () => number;
}
/**
 * A store in a folder, `<root>/<digest of key>/{entry,meta.json}`, for any number of processes on one machine.
 * An entry is prepared beside its place and published by one rename of its folder, so it is there whole or not at all.
 */
export declare function directoryStore({ root, readOnly, now }: DirectoryStoreOptions): CacheStore;
