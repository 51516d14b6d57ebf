import { FileFingerprint } from '../file-fingerprint.ts';
import { EntryMap } from './entry-map.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
/** `file_fingerprints`; up to 0.1.4 `file_hashes`, path -> SHA-256. */
export declare function fingerprintsCodec(keys: PathKeys): GroupCodec<EntryMap>;
/** What was noted about files, and whether they still are as noted. */
export declare class FileTable {
    #private;
    constructor(group: LazyGroup<EntryMap>, keys: PathKeys);
    get size(): number;
    keys(): IterableIterator<string>;
    get(key: string): FileFingerprint | undefined;
    set(key: string, fingerprint: FileFingerprint): void;
    /** Bengal's rule, see `BuildCache.isChanged`. */
    isChanged(key: string): boolean;
    /** A file that is gone is forgotten. */
    update(key: string): void;
    delete(key: string): boolean;
    clear(): void;
}
/** `output_sources`: output below the output directory -> key of its source. */
export declare function outputsCodec(keys: PathKeys): GroupCodec<EntryMap>;
/** Which source each output was made of. */
export declare class OutputTable {
    #private;
    constructor(group: LazyGroup<EntryMap>);
    sources(): ReadonlyMap<string, string>;
    /** Paths are absolute; answers whether the output lies below the directory. */
    track(source: string, output: string, outputDir: string): boolean;
    deleteSource(key: string): void;
    clear(): void;
}
/** A file's modification time as Bengal compares it (float seconds), `null` when there is no such file. */
export declare function mtimeSeconds(path: string): number | null;
