import { statSync } from '../disk/node.ts';
import { looksLikeSite } from '../config/read-config.ts';
import type { FolderKind } from '../inputs/parse.ts';

/** What stands at a path, for the parser of inputs, which does not look at the disk. */
export function folderKind(path: string): FolderKind {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'missing';
  if (!stat.isDirectory()) return 'not-a-folder';
  return looksLikeSite(path) ? 'site' : 'no-site';
}
