import { dirname, join } from 'node:path';
import { isWithin, sitePath, type SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { moveFile } from '../disk/move.ts';
import { mkdirSync, unlinkSync } from '../disk/node.ts';
import { reasonOf } from '../disk/outcome.ts';
import { isInside, realPathOf, resolvePlace } from '../place/resolve.ts';
import { filesBelow, removeBareFolders, removeEmptyFolders } from './plain-files.ts';

/** The output of a site, and what of it is known to be output. */
export interface OutputTree {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  /** Files that a manifest recorded as output, below the output folder. Nothing else is touched. */
  readonly recorded: Iterable<string>;
  /** Folders and files that somebody wrote, relative to the site. An output that holds one of them is left alone. */
  readonly sources: Iterable<string>;
  /** Recorded files that are not what was recorded: they are removed, so that no build takes them over. */
  readonly damaged?: ReadonlySet<string>;
  /** Files below the output folder that somebody wrote all the same, such as those that the repository keeps. */
  readonly authored: ReadonlySet<string>;
}

/** Where recorded outputs go: nowhere, or under the same names into a folder of ours on the same disk. */
export type Destination = { readonly kind: 'removed' } | { readonly kind: 'kept'; readonly folder: string };

export type SetAside =
  | {
      readonly kind: 'done';
      /** Files that are not where they were. */
      readonly files: number;
      /** What lies in the output still, below the output folder: not recorded, authored, or no regular file. */
      readonly left: readonly string[];
    }
  /** Nothing was touched. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The disk refused in the middle of it; what had been set aside was put back, what had been removed is gone. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Takes the recorded outputs away before a build that makes all of them anew, file by file, and then the folders that this
 * left empty. Never a folder as a whole, never through a link, never what nobody recorded. The output folder itself stays
 * where a link stands for it: a build cannot make a folder behind a link that leads nowhere.
 */
export function setAsideOutput(tree: OutputTree, destination: Destination): SetAside {
  const why = findOverlap(tree);
  if (why !== undefined) return { kind: 'refused', why };
  const place = resolvePlace(tree.site, tree.outputDir);
  if (place.kind === 'refused') return { kind: 'refused', why: place.why };
  const recorded = new Set(tree.recorded);
  const present = filesBelow(place.at);
  const moving = present.files.filter((path) => recorded.has(path) && !tree.authored.has(path));
  const moved: string[] = [];
  try {
    for (const path of moving) {
      takeAway(join(place.at, path), path, tree.damaged?.has(path) === true ? { kind: 'removed' } : destination);
      moved.push(path);
    }
  } catch (thrown) {
    if (destination.kind === 'kept') moveAll(moved, { from: destination.folder, to: place.at });
    return {
      kind: 'failed',
      why: `${JSON.stringify(`${tree.outputDir}/${moving[moved.length] ?? ''}`)}: ${reasonOf(thrown)}`,
    };
  }
  removeEmptyFolders(place.at, moved, { root: place.kind === 'plain' && moved.length > 0 });
  const gone = new Set(moved);
  return {
    kind: 'done',
    files: moved.length,
    left: [...present.files, ...present.others].filter((path) => !gone.has(path)).sort(),
  };
}

/** Why an output is no folder for outputs alone; `undefined` when it is, as far as anybody can tell. */
export function findOverlap({
  site,
  outputDir,
  sources,
}: Pick<OutputTree, 'site' | 'outputDir' | 'sources'>): string | undefined {
  const output = realPathOf(join(site, outputDir));
  for (const source of sources) {
    const isNamedWithin = isWithin(outputDir, source);
    const real = realPathOf(join(site, source));
    if (isNamedWithin || (output !== undefined && real !== undefined && isInside(output, real)))
      return `the output folder ${JSON.stringify(outputDir)} holds the sources ${JSON.stringify(source)}`;
  }
  return undefined;
}

function takeAway(file: string, path: string, destination: Destination): void {
  if (destination.kind === 'removed') {
    unlinkSync(file);
    return;
  }
  const place = join(destination.folder, path);
  mkdirSync(dirname(place), { recursive: true });
  moveFile(file, place);
}

export interface PutBack {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  /** Where the output was set aside, absolute. */
  readonly folder: string;
  /** Only these come back, below the output folder. */
  readonly recorded: Iterable<string>;
}

export type PutBackOutcome =
  | {
      readonly kind: 'done';
      /** Files that are in their place again. */
      readonly files: number;
      /** Files that stayed aside: something stands in their place, or nobody recorded them. */
      readonly left: number;
    }
  | { readonly kind: 'failed'; readonly why: string };

/** Puts an output back that was set aside for a build that never ran. What stands in its place by now stays. */
export function restoreOutput({ site, outputDir, folder, recorded }: PutBack): PutBackOutcome {
  const place = resolvePlace(site, outputDir);
  if (place.kind === 'refused') return { kind: 'failed', why: place.why };
  const known = new Set(recorded);
  const aside = filesBelow(folder).files;
  const wanted = aside.filter((path) => sitePath(path) === path && known.has(path));
  const { moved, why } = moveAll(wanted, { from: folder, to: place.at });
  removeBareFolders(folder);
  return why === undefined
    ? { kind: 'done', files: moved.length, left: aside.length - moved.length }
    : { kind: 'failed', why };
}

/** Removes what was set aside: regular files and the folders above them, nothing else. Answers whether all of it is gone. */
export function discardOutput(folder: string): boolean {
  const { files } = filesBelow(folder);
  try {
    for (const path of files) unlinkSync(join(folder, path));
  } catch {
    return false;
  }
  removeBareFolders(folder);
  return look(folder).kind === 'absent';
}

interface Moving {
  readonly from: string;
  readonly to: string;
}

/** Moves files to where nothing stands, and goes on after one that cannot be moved. */
function moveAll(paths: readonly string[], { from, to }: Moving): { readonly moved: string[]; readonly why?: string } {
  const moved: string[] = [];
  let why: string | undefined;
  for (const path of paths) {
    const place = join(to, path);
    if (look(place).kind !== 'absent' || !hasRealFolders(to, path)) continue;
    try {
      mkdirSync(dirname(place), { recursive: true });
      moveFile(join(from, path), place);
      moved.push(path);
    } catch (thrown) {
      why ??= `${JSON.stringify(path)}: ${reasonOf(thrown)}`;
    }
  }
  return { moved, ...(why === undefined ? {} : { why }) };
}

/** Whether no link and no file stands where a folder above `path` has to be. */
function hasRealFolders(root: string, path: string): boolean {
  const names = path.split('/').slice(0, -1);
  return names.every((_, index) => {
    const folder = look(join(root, ...names.slice(0, index + 1)));
    return folder.kind === 'absent' || (folder.kind === 'present' && folder.value.isDirectory());
  });
}
