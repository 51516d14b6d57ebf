import { hash } from 'node:crypto';
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
export function digestOfFiles(files: readonly FileRecord[]): Sha256 {
  let text = '';
  for (const { path, kind, digest } of files) {
    const content = `${kind} ${digest}`;
    text += `${String(Buffer.byteLength(path))}:${path}${String(content.length)}:${content}`;
  }
  return hash('sha256', text, 'hex') as Sha256;
}

/** What came, went and changed between two lists, both in the order of their paths. */
export interface FileChanges {
  readonly added: readonly SitePath[];
  readonly modified: readonly SitePath[];
  readonly deleted: readonly SitePath[];
}

export function compareFiles(before: readonly FileRecord[], after: readonly FileRecord[]): FileChanges {
  const earlier = new Map(before.map((file) => [file.path, file]));
  const later = new Set(after.map((file) => file.path));
  const differs = (file: FileRecord): boolean => {
    const old = earlier.get(file.path);
    return old !== undefined && (old.digest !== file.digest || old.kind !== file.kind);
  };
  return {
    added: after.filter((file) => !earlier.has(file.path)).map((file) => file.path),
    modified: after.filter(differs).map((file) => file.path),
    deleted: before.filter((file) => !later.has(file.path)).map((file) => file.path),
  };
}
