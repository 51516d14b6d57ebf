import { type Sha256 } from '../core/digest.ts';
import { type Entry } from './memo-entry.ts';
/** Where entries and results lie. What cannot be read, or is not what its name says, is as good as absent. */
export interface ResultStore {
    readonly folder: string;
    readEntry(key: Sha256): Entry | undefined;
    /** The bytes of a result, if they have the size and the digest that the entry says. */
    readResult(entry: Entry): Uint8Array | undefined;
    hasResult(entry: Entry): boolean;
    /** The result first: an entry never stands for one that is not there. Throws what the file system reports. */
    write(entry: Entry, bytes: Uint8Array): void;
    /** Notes that an entry was of use. */
    touch(key: Sha256, now: number): void;
    /** Every entry that can be read. */
    entries(): Generator<StoredEntry>;
    /** Files of entries and results that are none, results that no entry names, and the like. */
    strays(known: Iterable<Entry>): Generator<StrayFile>;
    remove(key: Sha256): void;
    /** Removes everything. Throws what the file system reports. */
    clear(): void;
}
export interface StoredEntry {
    readonly key: Sha256;
    readonly entry: Entry;
    /** When it was last of use, in milliseconds since 1970. */
    readonly usedAt: number;
}
export interface StrayFile {
    readonly path: string;
    readonly changedAt: number;
}
export declare function resultStore(folder: string): ResultStore;
