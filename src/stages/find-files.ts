import { join, relative, sep } from 'node:path';
import { by } from '../core/order.ts';
import type { SitePath } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';
import { lookExactly, lookThrough } from '../disk/look.ts';
import type { FileStat } from '../disk/file-stat.ts';
import type { Dirent } from '../disk/node.ts';
import { atBest, ifPresent, needed } from '../disk/outcome.ts';
import { readFolder } from '../disk/read.ts';
import type { Glob } from './glob.ts';
import { lookAtPath } from './look-at.ts';
import { NEVER_ENTERED } from './pattern.ts';

/** A file of which nobody can say what it holds; whoever decides something must assume the worst. */
export interface FileDoubt {
  readonly path: string;
  readonly why: string;
}

export interface FoundFile {
  readonly path: SitePath;
  readonly kind: 'file' | 'link';
}

/** A folder that was listed, or a path that was looked for: while it stays as it was, the same files are found again. */
export interface LookedAt {
  /** Relative to the root, with `/`; empty for the root itself. */
  readonly path: string;
  /** From before it was listed; `undefined`: not there. */
  readonly stat: FileStat | undefined;
}

export interface FoundFiles {
  /** In code-unit order of their paths. */
  readonly files: readonly FoundFile[];
  readonly lookedAt: readonly LookedAt[];
  readonly doubts: readonly FileDoubt[];
}

/** At the root: what a restore keeps there while it runs. Below, and under other names, are files like any other. */
const OF_A_RESTORE = { folder: '.bengal-cache-staging-', journal: '.bengal-cache-swap' };

/**
 * Every file below `root` that belongs to the set. Symbolic links are named, not followed: they could lead out of the
 * tree or around in a circle. Independent of the order in which the disk lists names.
 */
export function findFiles(root: string, glob: Glob): FoundFiles {
  const search = new Search(root, glob);
  for (const start of glob.starts) search.begin(start);
  return search.finish();
}

class Search {
  readonly #root: string;
  readonly #glob: Glob;
  readonly #files = new Map<string, FoundFile>();
  readonly #lookedAt = new Map<string, LookedAt>();
  readonly #doubts = new Map<string, FileDoubt>();
  readonly #folders: string[] = [];

  constructor(root: string, glob: Glob) {
    this.#root = root;
    this.#glob = glob;
  }

  begin(start: string): void {
    const path = relative(this.#root, start).split(sep).join('/');
    const above = this.#linkAbove(path);
    const found = lookExactly(start);
    if (found.kind === 'unreadable') this.#doubt(path, found.why);
    const stat = atBest(found);
    if (stat === undefined) this.#lookedAt.set(path, { path, stat });
    else if (above !== undefined) this.#doubt(path, `it lies behind the symbolic link ${above}`);
    else if (stat.isDirectory()) this.#folders.push(path);
    else this.#take(path, stat);
  }

  finish(): FoundFiles {
    for (let folder = this.#folders.pop(); folder !== undefined; folder = this.#folders.pop()) this.#list(folder);
    return {
      files: [...this.#files.values()].sort(by((file) => file.path)),
      lookedAt: [...this.#lookedAt.values()],
      doubts: [...this.#doubts.values()].sort(by((doubt) => doubt.path)),
    };
  }

  #list(folder: string): void {
    if (this.#lookedAt.has(folder)) return;
    const absolute = join(this.#root, folder);
    this.#lookedAt.set(folder, { path: folder, stat: lookAtPath(absolute) });
    try {
      for (const entry of ifPresent(readFolder(absolute)) ?? []) this.#enter(folder, entry);
    } catch (thrown) {
      this.#doubt(folder, messageOf(thrown));
    }
  }

  #enter(folder: string, entry: Dirent): void {
    if (NEVER_ENTERED.includes(entry.name) || (folder === '' && isOfRestore(entry))) return;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (this.#glob.mayHold(join(this.#root, path))) this.#folders.push(path);
    } else this.#take(path, entry);
  }

  /** Anything but a folder. */
  #take(path: string, kind: Pick<Dirent, 'isFile' | 'isSymbolicLink'>): void {
    const absolute = join(this.#root, path);
    if (!this.#glob.matches(absolute)) {
      if (kind.isSymbolicLink() && this.#glob.mayHold(absolute) && leadsToFolder(absolute))
        this.#doubt(path, 'it is a symbolic link to a folder, which is not followed');
    } else if (kind.isFile()) this.#files.set(path, { path: path as SitePath, kind: 'file' });
    else if (kind.isSymbolicLink()) this.#files.set(path, { path: path as SitePath, kind: 'link' });
    else this.#doubt(path, 'it is neither a file nor a folder');
  }

  /** The first part of the path that is a symbolic link, without the last. */
  #linkAbove(path: string): string | undefined {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const part = path.slice(0, slash);
      if (lookAtPath(join(this.#root, part))?.isSymbolicLink() === true) return part;
    }
    return undefined;
  }

  #doubt(path: string, why: string): void {
    this.#doubts.set(path, { path, why });
  }
}

function isOfRestore(entry: Dirent): boolean {
  return entry.isDirectory() ? entry.name.startsWith(OF_A_RESTORE.folder) : entry.name === OF_A_RESTORE.journal;
}

function leadsToFolder(path: string): boolean {
  try {
    return needed(path, lookThrough(path)).isDirectory();
  } catch {
    // A link that leads nowhere holds nothing.
    return false;
  }
}
