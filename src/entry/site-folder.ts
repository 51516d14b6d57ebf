import { looksLikeSite } from '../config/read-config.ts';
import { atBest, outcomeOf } from '../disk/outcome.ts';
import { lookThrough } from '../disk/look.ts';
import type { FolderKind } from '../inputs/parse.ts';

/**
 * What stands at a path, for the parser of inputs, which does not look at the disk. Where nobody may look, the input may
 * well be right: what follows is a full build, and the build says what it cannot read.
 */
export function folderKind(path: string): FolderKind {
  const found = lookThrough(path);
  if (found.kind === 'absent') return 'missing';
  if (found.kind === 'unreadable') return 'site';
  if (!found.value.isDirectory()) return 'not-a-folder';
  return atBest(outcomeOf(path, () => looksLikeSite(path))) === false ? 'no-site' : 'site';
}

export function isFolder(path: string): boolean {
  return atBest(lookThrough(path))?.isDirectory() === true;
}
