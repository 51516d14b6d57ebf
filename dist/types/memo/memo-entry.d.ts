import { type Sha256 } from '../core/digest.ts';
/** What is kept about one call of a cached function, beside its result. */
export interface Entry {
    /** Name of the function. */
    readonly name: string;
    /** Digest of its source text and the version it was given. */
    readonly code: Sha256;
    readonly argumentsHash: Sha256;
    /** The call as people write it. */
    readonly label: string;
    /** SHA-256 of the stored result. */
    readonly result: Sha256;
    /** Size of the stored result. */
    readonly bytes: number;
    /** When it was computed, in milliseconds since 1970. */
    readonly at: number;
    /** Path -> what `fingerprintFile` said of it; in POSIX form below the root, or absolute. */
    readonly files: ReadonlyMap<string, string>;
    /** Cached calls that this one made: key -> their result then. */
    readonly children: ReadonlyMap<Sha256, Sha256>;
}
/** Under which an entry is stored: the function's name, its code and its arguments. */
export declare function entryKey({ name, code, argumentsHash }: Pick<Entry, 'name' | 'code' | 'argumentsHash'>): Sha256;
export declare function entryToJson(entry: Entry): string;
/** Reads what `entryToJson` wrote; `undefined` for anything else, and for an entry that was stored under another key. */
export declare function entryFromJson(text: string, key: string): Entry | undefined;
