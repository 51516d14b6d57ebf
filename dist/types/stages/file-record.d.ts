import type { Sha256 } from '../core/digest.ts';
import type { SitePath } from '../core/paths.ts';
/** What a path holds. Whether a file may be executed counts like its bytes, as in git; other permissions do not. */
export type FileKind = 'file' | 'executable' | 'link';
/** One file and what it held. */
export interface FileRecord {
    readonly path: SitePath;
    readonly kind: FileKind;
    readonly digest: Sha256;
}
/** Digest of a list: `digestOfParts` over path and content, where content is kind and digest. One call, not 40,000. */
export declare function digestOfFiles(files: readonly FileRecord[]): Sha256;
/** What came, went and changed between two lists, both in the order of their paths. */
export interface FileChanges {
    readonly added: readonly SitePath[];
    readonly modified: readonly SitePath[];
    readonly deleted: readonly SitePath[];
}
export declare function compareFiles(before: readonly FileRecord[], after: readonly FileRecord[]): FileChanges;
