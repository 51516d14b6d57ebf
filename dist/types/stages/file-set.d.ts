import type { Sha256 } from '../core/digest.ts';
import { type FileRecord } from './file-record.ts';
import { type FileDoubt, type FoundFiles } from './find-files.ts';
import type { PatternSet } from './pattern.ts';
/** The files that a set of patterns names, as they are now. */
export interface FileSet {
    readonly count: number;
    readonly digest: Sha256;
    /** In the order of their paths. Made on demand: where nothing changed, nobody needs them. */
    readonly records: () => readonly FileRecord[];
    /** Including patterns that name no file, as they were written. */
    readonly unmatched: readonly string[];
    readonly doubts: readonly FileDoubt[];
}
export interface FileSetRequest {
    /** Absolute, without symbolic links. */
    readonly root: string;
    readonly patterns: PatternSet;
    /** Absolute path of the file with the marks of the last look; without it every file is read. */
    readonly cache?: string | undefined;
}
/** Finds and digests files. Whatever cannot be read is a doubt; nothing is thrown for what is on disk. */
export declare function readFileSet({ root, patterns, cache }: FileSetRequest): Promise<FileSet>;
/** The names alone, without reading a file. */
export declare function listFileSet({ root, patterns, }: FileSetRequest): Promise<Pick<FoundFiles, 'files'> & Pick<FileSet, 'unmatched'>>;
