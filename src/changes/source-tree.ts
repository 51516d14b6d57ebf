import { dirname, join, posix } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { digestOfParts, gitBlobId, type GitHash, type Sha256 } from '../core/digest.ts';
import { by } from '../core/order.ts';
import { look, lookExactly } from '../disk/look.ts';
import { ifPresent, needed } from '../disk/outcome.ts';
import { readLink } from '../disk/read.ts';
import { isInCheckout, resolveSource } from '../place/resolve.ts';
import { budgetOf, OUTSIDE_LIMITS, type Budget } from './budget.ts';
import { readGitTree } from './git-tree.ts';
import { gitIdOfFile } from '../disk/hash-file.ts';
import { sourceFolders, type SiteLayout } from './layout.ts';
import { walkFiles } from './walk-files.ts';
import { walkSources } from './walk-sources.ts';

/** The sources of a site as one digest: equal bytes under equal paths give an equal one, whoever checked them out. */
export interface SourceTree {
  readonly digest: Sha256;
  /** How git counts in this repository, for ids of further files. */
  readonly algorithm: GitHash;
  /** Path relative to the site -> id that git gives these bytes. */
  readonly ids: ReadonlyMap<string, string>;
  /** How many files had to be read; git vouches for the others. */
  readonly read: number;
  /** Why git could not help; `undefined` when it did. */
  readonly gitTrouble: string | undefined;
}

export interface SourceTreeOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  /** Further files and folders of sources: of API documentation. Relative to the site; `../` leads out of it. */
  readonly documented: readonly string[];
  readonly variables: Variables;
  readonly timeoutMs?: number;
}

/** Sources of API documentation: Bengal reads Python modules, and the OpenAPI file that the configuration names. */
const MODULE = '.py';
const NO_MODULES = /(?:^|\/)(?:\.[^./][^/]*|node_modules|__pycache__|venv|site-packages)$/;

/**
 * Names every source by its git id. Which files there are, the disk says; what they hold, the index of git says for
 * those that nobody edited or converted since the checkout, and the files themselves say for all others.
 */
export function readSourceTree(options: SourceTreeOptions): SourceTree {
  const { site, layout, documented, variables, timeoutMs } = options;
  const { paths, links, behindLinks } = walkSources(site, layout);
  const budget = budgetOf(OUTSIDE_LIMITS);
  const all = new Set([
    ...paths,
    ...layout.configFiles,
    ...documented.flatMap((path) => modulesAt(site, path, budget)),
  ]);
  const asked = [...sourceFolders(layout), ...layout.configFiles, ...documented].filter(
    (path) => !posix.isAbsolute(path) && ifPresent(look(join(site, path))) !== undefined,
  );
  const git = readGitTree({ site, variables, paths: asked, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  const algorithm = git.kind === 'read' ? git.algorithm : 'sha1';
  const ids = new Map<string, string>();
  let read = 0;
  for (const path of all) {
    const file = behindLinks.get(path) ?? (posix.isAbsolute(path) ? path : join(site, path));
    const stat = ifPresent(lookExactly(file));
    if (stat?.isFile() !== true) continue;
    // Git compares whole seconds, and modification times can be set back; the time of the last change cannot.
    const known =
      git.kind === 'read' && !behindLinks.has(path) && stat.ctimeNs <= git.indexedNs ? git.ids.get(path) : undefined;
    if (known === undefined) read += 1;
    ids.set(path, known ?? idOfFile(file, algorithm));
  }
  const parts = [
    ...[...ids].map(([path, id]) => [path, `file ${id}`] as const),
    // What a link leads to is part of the tree, and so is where.
    ...links.map((path) => [path, `link ${needed(join(site, path), readLink(join(site, path)))}`] as const),
  ].sort(by(([path]) => path));
  return {
    digest: digestOfParts([['algorithm', algorithm], ...parts]),
    algorithm,
    ids,
    read,
    gitTrouble: git.kind === 'read' ? undefined : git.why,
  };
}

/** The id that git gives a source of the site, whether it is in the tree or beside it. */
export function gitIdOf(tree: SourceTree, site: string, path: string): string {
  const known = tree.ids.get(path);
  if (known !== undefined) return known;
  return idOfFile(resolveSource(site, path) ?? join(dirname(site), path), tree.algorithm);
}

/** What cannot be read is for a key as good as an empty file: the comparison of the contents calls it unverifiable. */
function idOfFile(file: string, algorithm: GitHash): string {
  try {
    return gitIdOfFile(file, algorithm);
  } catch {
    return gitBlobId(new Uint8Array(), algorithm);
  }
}

/** A file as it is named, or the modules below a folder of the checkout. Elsewhere nothing is listed: it could be anything. */
function modulesAt(site: string, path: string, budget: Budget): readonly string[] {
  const stat = ifPresent(look(join(site, path)));
  if (stat?.isFile() === true) return [path];
  if (stat?.isDirectory() !== true || !isInCheckout(site, join(site, path))) return [];
  return walkFiles(site, path === '.' ? '' : path, {
    skip: (folder) => NO_MODULES.test(folder),
    mayGoOn: () => budget.spend(),
  }).filter((file) => file.endsWith(MODULE));
}
