import { dirname, join, posix } from 'node:path';
import { nameOfRef } from '../bengal/file-ref.ts';
import type { RecordedFile } from '../bengal/recorded-file.ts';
import type { Sha256 } from '../core/digest.ts';
import { isInCheckout, resolveSource } from '../place/resolve.ts';
import { NO_MEMORY, type DigestMemory } from '../core/digest-memory.ts';
import { look, lookExactly } from '../disk/look.ts';
import { isOfSystem } from '../disk/system-files.ts';
import { ifPresent } from '../disk/outcome.ts';
import { budgetOf, OUTSIDE_LIMITS, type Budget, type BudgetLimits } from './budget.ts';
import { hashFile } from '../disk/hash-file.ts';
import { roleOf, type SiteLayout } from './layout.ts';
import { walkFiles } from './walk-files.ts';
import { walkSources } from './walk-sources.ts';

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
  /** Symbolic links in the source folders that lead where we do not follow. Bengal follows them. */
  readonly links: readonly string[];
  /** Folders of which nobody can tell whether modules came to them, as the state names them. */
  readonly unlisted: readonly string[];
}

export interface PresentOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly recorded: Iterable<RecordedFile>;
  /** Further site paths to look at: the manifest's. */
  readonly alsoLookAt: Iterable<string>;
  /** How much is looked at of what only the state names. */
  readonly limits?: BudgetLimits;
}

/**
 * Reads and hashes the sources. A modification time proves nothing here (a checkout sets all of them anew, and an edit
 * can keep size and time), and hashing a small file costs less than asking anybody else about it.
 */
export function readPresentTree(options: PresentOptions): PresentTree {
  const { site, layout } = options;
  const budget = budgetOf(options.limits ?? OUTSIDE_LIMITS);
  const recorded = [...options.recorded];
  const walked = walkSources(site, layout);
  const paths = new Set(walked.paths);
  const external = new Map<string, PresentFile | undefined>();
  const besideSite = new Set<string>();
  for (const { ref, autodoc } of recorded) {
    if (ref.where === 'site') paths.add(ref.path);
    if (ref.where === 'site' && autodoc) besideSite.add(ref.path);
    if (ref.where !== 'site') external.set(nameOfRef(ref), readExternal(ref.recorded, budget));
  }
  const documented = documentedSources({ site, modules: [...besideSite], budget });
  for (const path of documented.paths) {
    paths.add(path);
    besideSite.add(path);
  }
  const elsewhere = documentedElsewhere({ site, modules: modulesElsewhere(recorded), budget });
  for (const path of elsewhere.paths) if (!external.has(path)) external.set(path, readExternal(path, budget));
  for (const path of options.alsoLookAt) paths.add(path);
  const sources = new Map<string, PresentFile>();
  const unreadable = new Set<string>();
  const fromWalk = new Set<string>(walked.paths);
  for (const path of paths) {
    const most = isReadAsText(path, layout) ? MOST_TEXT_BYTES : Infinity;
    const inside = fromWalk.has(path)
      ? lookAtFile(walked.behindLinks.get(path) ?? join(site, path), () => most)
      : lookAtNamed(site, path, { most, budget });
    // Bengal names sources of its API documentation relative to the site's parent when they lie there.
    const beside = join(dirname(site), path);
    const found =
      inside.kind === 'absent' && besideSite.has(path) && !isOfSystem(beside)
        ? lookAtFile(beside, allowanceOf(budget, most))
        : inside;
    if (found.kind === 'read') sources.set(path, found.file);
    if (found.kind === 'unreadable') unreadable.add(path);
  }
  const unlisted = [...documented.unlisted, ...elsewhere.unlisted];
  return { sources, external, links: walked.unfollowed, unreadable, unlisted };
}

/**
 * A file of the site that only a state or a manifest names. A link on the way may lead wherever links lead, so what lies
 * outside of the checkout is not read.
 */
function lookAtNamed(
  site: string,
  path: string,
  { most, budget }: { readonly most: number; readonly budget: Budget },
): FileLook {
  const entry = look(join(site, path));
  if (entry.kind !== 'present') return entry.kind === 'absent' ? entry : { kind: 'unreadable' };
  const at = resolveSource(site, path);
  if (at === undefined || isOfSystem(at)) return { kind: 'unreadable' };
  return lookAtFile(at, allowanceOf(budget, most));
}

/** How large a file may be, once its size is known. */
function allowanceOf(budget: Budget, most = Infinity): (size: number) => number {
  return (size) => (size <= most && budget.spend(size) ? most : -1);
}

interface Documented {
  /** Site root, absolute. */
  readonly site: string;
  /** Modules that the state names. */
  readonly modules: readonly string[];
  readonly budget: Budget;
}

interface Listed {
  readonly paths: readonly string[];
  /** Folders of which nobody can tell what came to them: outside of the checkout, or too large. */
  readonly unlisted: readonly string[];
}

/** Files of the same kinds in the folders that API documentation was made from: a new module is a new page. */
function documentedSources({ site, modules, budget }: Documented): Listed {
  const endings = new Set(modules.map((path) => posix.extname(path)));
  const [paths, unlisted]: [string[], string[]] = [[], []];
  for (const folder of outermost(new Set(modules.map((path) => posix.dirname(path))))) {
    const base = [site, dirname(site)].find((candidate) => look(join(candidate, folder)).kind !== 'absent');
    if (base === undefined) continue;
    const isListed = isInCheckout(site, join(base, folder));
    if (isListed) paths.push(...modulesIn(base, folder, { endings, budget, skip: () => false }));
    if (!isListed || budget.isSpent) unlisted.push(folder);
  }
  return { paths, unlisted };
}

interface ModuleSearch {
  readonly endings: ReadonlySet<string>;
  readonly budget: Budget;
  readonly skip: (path: string) => boolean;
}

function modulesIn(base: string, folder: string, { endings, budget, skip }: ModuleSearch): string[] {
  const files = walkFiles(base, folder, { skip, mayGoOn: () => budget.spend() });
  return files.filter((path) => endings.has(posix.extname(path)));
}

/** What lies beside modules and is none of a project's own. */
const NOT_DOCUMENTED = /(?:^|\/)(?:node_modules|__pycache__|site-packages|venv|\.[^/]*)$/;

/** Modules that lie neither in the site nor beside it, with their whole path. */
function modulesElsewhere(recorded: Iterable<RecordedFile>): string[] {
  return [...recorded].flatMap(({ ref, autodoc }) =>
    autodoc && ref.where === 'elsewhere' && posix.isAbsolute(ref.recorded) ? [ref.recorded] : [],
  );
}

/** The same for those: in the checkout their folders are listed, elsewhere nothing is but what the state names itself. */
function documentedElsewhere({ site, modules, budget }: Documented): Listed {
  const skip = (path: string): boolean => NOT_DOCUMENTED.test(path);
  const endings = new Set(modules.map((path) => posix.extname(path)));
  const [paths, unlisted]: [string[], string[]] = [[], []];
  for (const folder of outermost(new Set(modules.map((path) => posix.dirname(path))))) {
    if (look(folder).kind === 'absent') continue;
    const isListed = isInCheckout(site, folder);
    if (isListed)
      paths.push(...modulesIn(folder, '', { endings, budget, skip }).map((path) => posix.join(folder, path)));
    if (!isListed || budget.isSpent) unlisted.push(folder);
  }
  return { paths, unlisted };
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

/** Symbolic links are not followed, and nothing but regular files that are small enough is opened. Never throws. */
function lookAtFile(
  path: string,
  most: (size: number) => number = () => Infinity,
  memory: DigestMemory = NO_MEMORY,
): FileLook {
  try {
    const stat = ifPresent(lookExactly(path));
    if (stat === undefined || stat.isDirectory()) return { kind: 'absent' };
    const size = Number(stat.size);
    if (!stat.isFile() || size > most(size)) return { kind: 'unreadable' };
    return { kind: 'read', file: { sha256: memory.recall(stat, () => hashFile(path)), size, mtimeNs: stat.mtimeNs } };
  } catch {
    // Why it cannot be read makes no difference: nobody can tell what is in it.
    return { kind: 'unreadable' };
  }
}

/** `undefined` for what is no regular file, or cannot be read. */
export function readPresentFile(path: string, memory?: DigestMemory): PresentFile | undefined {
  const look = lookAtFile(path, undefined, memory);
  return look.kind === 'read' ? look.file : undefined;
}

/** A file outside of the site, of which only the state says where it lies. */
function readExternal(recorded: string, budget: Budget): PresentFile | undefined {
  const isAbsolute = posix.isAbsolute(recorded.replaceAll('\\', '/')) || /^[A-Za-z]:/.test(recorded);
  if (!isAbsolute || isOfSystem(recorded)) return undefined;
  const look = lookAtFile(recorded, allowanceOf(budget));
  return look.kind === 'read' ? look.file : undefined;
}
