import { dirname, join } from 'node:path';
import { readdirSync, rmdirSync, type Dirent } from '../disk/node.ts';
import { atBest, outcomeOf } from '../disk/outcome.ts';

export interface FilesBelow {
  /** Regular files, relative to the folder, POSIX. */
  readonly files: readonly string[];
  /** Whatever else is no folder: links, pipes; and folders that cannot be read. */
  readonly others: readonly string[];
  /** Folders, each before those in it. */
  readonly folders: readonly string[];
}

/** What lies below a folder. Links are named, not followed; where there is nothing, nothing is named. */
export function filesBelow(root: string): FilesBelow {
  const [files, others, seen]: [string[], string[], string[]] = [[], [], []];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (folder !== '') seen.push(folder);
    const entries = listFolder(join(root, folder));
    if (entries === undefined) {
      if (folder !== '') others.push(folder);
      continue;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else (entry.isFile() ? files : others).push(path);
    }
  }
  return { files, others, folders: seen };
}

function listFolder(path: string): Dirent[] | undefined {
  return atBest(outcomeOf(path, () => readdirSync(path, { withFileTypes: true })));
}

/**
 * Removes the folders that held the given files and hold nothing any more, and those above them.
 *
 * @param options `root`: the folder itself may go too.
 */
export function removeEmptyFolders(
  folder: string,
  paths: Iterable<string>,
  { root }: { readonly root: boolean },
): void {
  const above = new Set<string>();
  for (const path of paths)
    for (let parent = dirname(path); parent !== '.' && !above.has(parent); parent = dirname(parent)) above.add(parent);
  // A folder comes after those in it.
  for (const path of [...above].sort((left, right) => right.length - left.length)) removeIfEmpty(join(folder, path));
  if (root) removeIfEmpty(folder);
}

/** Removes a folder of which nothing but folders is left, with those; what holds anything else stays. */
export function removeBareFolders(folder: string): void {
  for (const path of filesBelow(folder).folders.toReversed()) removeIfEmpty(join(folder, path));
  removeIfEmpty(folder);
}

function removeIfEmpty(folder: string): void {
  try {
    // Refused by the system for a folder that holds anything.
    rmdirSync(folder);
  } catch {
    // It holds something, or is not ours to remove: it stays.
  }
}
