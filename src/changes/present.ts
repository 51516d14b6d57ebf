import { dirname, join, posix } from 'node:path';
import { nameOfRef } from '../bengal/file-ref.ts';
import type { RecordedFile } from '../bengal/recorded-file.ts';
import type { Sha256 } from '../core/digest.ts';
import { isWithin } from '../core/paths.ts';
import { look, lookExactly } from '../disk/look.ts';
import { realpathSync } from '../disk/node.ts';
import { ifPresent } from '../disk/outcome.ts';
import { hashFile } from './hash-file.ts';
import { roleOf, sourceFolders, type SiteLayout } from './layout.ts';
import { walkFiles } from './walk-files.ts';

/** A file as it is now. */
export interface PresentFile {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint;
}

/** What the disk holds now of everything that feeds a build. */
export interface PresentTree {
  /** By site path: the source folders, and every other file that the state or the manifest names. */
  readonly sources: ReadonlyMap<string, PresentFile>;
  /**
   * By recorded name: files outside the site. `undefined`: not on this machine. Files beside those that API
   * documentation was made from are here too, whether the state names them or not.
   */
  readonly external: ReadonlyMap<string, PresentFile | undefined>;
  /** Site paths of what is there and cannot be read as a file: refused, broken, too large, a device. */
  readonly unreadable: ReadonlySet<string>;
  /** Symbolic links in the source folders. Bengal follows them, and we do not. */
  readonly links: readonly string[];
}

export interface PresentOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly recorded: Iterable<RecordedFile>;
  /** Further site paths to look at: the manifest's. */
  readonly alsoLookAt: Iterable<string>;
}

/** What a theme is developed with: Bengal looks at its assets, templates and static files alone. */
const THEME_TOOLS = /^themes\/[^/]+\/(?:node_modules|__pycache__)$/;

/**
 * Reads and hashes the sources. A modification time proves nothing here (a checkout sets all of them anew, and an edit
 * can keep size and time), and hashing a small file costs less than asking anybody else about it.
 */
export function readPresentTree(options: PresentOptions): PresentTree {
  const { site, layout } = options;
  const recorded = [...options.recorded];
  const walked = walkSources(site, layout);
  const { links } = walked;
  const paths = new Set(walked.paths);
  const external = new Map<string, PresentFile | undefined>();
  const besideSite = new Set<string>();
  for (const { ref, autodoc } of recorded) {
    if (ref.where === 'site') paths.add(ref.path);
    if (ref.where === 'site' && autodoc) besideSite.add(ref.path);
    if (ref.where !== 'site') external.set(nameOfRef(ref), readExternal(ref.recorded));
  }
  for (const path of documentedSources(site, [...besideSite])) {
    paths.add(path);
    besideSite.add(path);
  }
  for (const path of documentedElsewhere(recorded)) if (!external.has(path)) external.set(path, readPresentFile(path));
  for (const path of options.alsoLookAt) paths.add(path);
  const sources = new Map<string, PresentFile>();
  const unreadable = new Set<string>();
  const fromWalk = new Set<string>(walked.paths);
  for (const path of paths) {
    // No link is on the way to what a walk found. Other names come from the state, and lead wherever links lead.
    const most = isReadAsText(path, layout) ? MOST_TEXT_BYTES : Infinity;
    const look = (file: string): FileLook =>
      fromWalk.has(path) || !isOfSystem(file) ? lookAtFile(file, most) : { kind: 'unreadable' };
    const inside = look(join(site, path));
    // Bengal names sources of its API documentation relative to the site's parent when they lie there.
    const found = inside.kind === 'absent' && besideSite.has(path) ? look(join(dirname(site), path)) : inside;
    if (found.kind === 'read') sources.set(path, found.file);
    if (found.kind === 'unreadable') unreadable.add(path);
  }
  return { sources, external, links, unreadable };
}

/** Every regular file in the source folders, and every link there. */
export function walkSources(site: string, layout: SiteLayout): { readonly paths: string[]; readonly links: string[] } {
  const links: string[] = [];
  const skip = (path: string): boolean => isWithin(layout.outputDir, path) || THEME_TOOLS.test(path);
  const paths = sourceFolders(layout).flatMap<string>((folder) =>
    walkFiles(site, folder, { skip, onLink: (link) => links.push(link) }),
  );
  return { paths, links };
}

/** Files of the same kinds in the folders that API documentation was made from: a new module is a new page. */
function documentedSources(site: string, recorded: readonly string[]): string[] {
  const endings = new Set(recorded.map((path) => posix.extname(path)));
  return outermost(new Set(recorded.map((path) => posix.dirname(path)))).flatMap((folder) => {
    const base = [site, dirname(site)].find((candidate) => ifPresent(look(join(candidate, folder))) !== undefined);
    return base === undefined ? [] : walkFiles(base, folder).filter((path) => endings.has(posix.extname(path)));
  });
}

/** What lies beside modules and is none of a project's own. */
const NOT_DOCUMENTED = /(?:^|\/)(?:node_modules|__pycache__|site-packages|venv|\.[^/]*)$/;

/** The same where it was made from files that lie neither in the site nor beside it, with their whole path. */
function documentedElsewhere(recorded: Iterable<RecordedFile>): string[] {
  const modules = [...recorded].flatMap(({ ref, autodoc }) =>
    autodoc && ref.where === 'elsewhere' && posix.isAbsolute(ref.recorded) ? [ref.recorded] : [],
  );
  const endings = new Set(modules.map((path) => posix.extname(path)));
  const folders = outermost(new Set(modules.map((path) => posix.dirname(path))));
  return folders.flatMap((folder) =>
    walkFiles(folder, '', { skip: (path) => NOT_DOCUMENTED.test(path) })
      .filter((path) => endings.has(posix.extname(path)))
      .map((path) => posix.join(folder, path)),
  );
}

/** Folders that lie in no other one of them. */
function outermost(folders: ReadonlySet<string>): string[] {
  const lies = (folder: string): boolean => {
    for (let above = posix.dirname(folder); above !== posix.dirname(above); above = posix.dirname(above))
      if (folders.has(above)) return true;
    return false;
  };
  return [...folders].filter((folder) => folder !== '/' && folder !== '.' && !lies(folder));
}

type FileLook =
  | { readonly kind: 'read'; readonly file: PresentFile }
  /** Nothing is there, or a folder. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

/** Larger than any text that a person wrote, and small enough to be taken apart. */
const MOST_TEXT_BYTES = 64 * 1024 ** 2;

/** Whether we look into a source, and not only at its digest. */
function isReadAsText(path: string, layout: SiteLayout): boolean {
  const { kind } = roleOf(path, layout);
  return kind === 'page' || kind === 'template' || path.endsWith('.css');
}

/** Symbolic links are not followed, and nothing but regular files of at most `most` bytes is opened. Never throws. */
function lookAtFile(path: string, most = Infinity): FileLook {
  try {
    const stat = ifPresent(lookExactly(path));
    if (stat === undefined || stat.isDirectory()) return { kind: 'absent' };
    if (!stat.isFile() || stat.size > most) return { kind: 'unreadable' };
    return { kind: 'read', file: { sha256: hashFile(path), size: Number(stat.size), mtimeNs: stat.mtimeNs } };
  } catch {
    // Why it cannot be read makes no difference: nobody can tell what is in it.
    return { kind: 'unreadable' };
  }
}

/** `undefined` for what is no regular file, or cannot be read. */
export function readPresentFile(path: string): PresentFile | undefined {
  const look = lookAtFile(path);
  return look.kind === 'read' ? look.file : undefined;
}

/** A file outside of the site, of which only the state says where it lies. */
function readExternal(recorded: string): PresentFile | undefined {
  const isAbsolute = posix.isAbsolute(recorded.replaceAll('\\', '/')) || /^[A-Za-z]:/.test(recorded);
  return isAbsolute && !isOfSystem(recorded) ? readPresentFile(recorded) : undefined;
}

/** Whether a path leads to what looks like files and is none: reading it can fail, wait, or never end. */
function isOfSystem(path: string): boolean {
  try {
    return /^\/(?:proc|sys|dev)(?:\/|$)/.test(realpathSync.native(path));
  } catch {
    // Nothing is there, or nobody may look.
    return false;
  }
}
