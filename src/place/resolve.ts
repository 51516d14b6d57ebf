import { dirname, join, relative, resolve, sep } from 'node:path';
import { AUTHORED_FOLDERS, toPosix } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { readlinkSync, realpathSync } from '../disk/node.ts';
import { isAbsence } from '../disk/outcome.ts';

/**
 * Where a folder or file of a site really lies. This module alone decides which symbolic links are followed: a repository
 * can hold any link, and whoever follows one without asking reads, packs, replaces or removes what is not the site's.
 */
export type Place =
  /** No link is on the way, and nothing says that something is there. */
  | { readonly kind: 'plain'; readonly at: string }
  /** It lies behind a link that may be followed. `at` has no link in it; the link itself is to stay as it is. */
  | { readonly kind: 'linked'; readonly at: string }
  /** Nothing is read, written or removed there. `why` is a sentence that names the link. */
  | { readonly kind: 'refused'; readonly why: string };

/** Folders of a repository that no link of a site may lead into. */
const NO_PLACE = ['.git', '.github', '.hg', '.svn'];
/** As the system has it; more of them are a circle. */
const MOST_LINKS = 40;

/**
 * Where the output, the state or what else travels lies: a path whose folders stay within the site, links included. The
 * last name may be a link that leads anywhere in the checkout, but not to what somebody wrote.
 *
 * @param site Site root, absolute.
 * @param path Relative to the site root.
 */
export function resolvePlace(site: string, path: string): Place {
  const root = realPathOf(site);
  if (root === undefined) return { kind: 'plain', at: join(site, path) };
  const names = path.split('/');
  let [at, isLinked] = [root, false];
  for (const [index, name] of names.entries()) {
    const shown = names.slice(0, index + 1).join('/');
    const isLast = index === names.length - 1;
    const entry = look(join(at, name));
    if (entry.kind === 'unreadable') return { kind: 'refused', why: entry.why };
    if (entry.kind === 'absent')
      return { kind: isLinked ? 'linked' : 'plain', at: isLinked ? join(at, ...names.slice(index)) : join(site, path) };
    if (entry.value.isSymbolicLink()) {
      const target = realPathOf(join(at, name));
      if (target === undefined) return refused(shown, 'leads in a circle or nowhere');
      const problem = isLast ? findTargetProblem(root, target) : findFolderProblem(root, target);
      if (problem !== undefined) return refused(shown, problem);
      [at, isLinked] = [target, true];
    } else if (!isLast && !entry.value.isDirectory()) {
      return { kind: 'refused', why: `${JSON.stringify(shown)} in the site is no folder` };
    } else at = join(at, name);
  }
  return isLinked ? { kind: 'linked', at } : { kind: 'plain', at: join(site, path) };
}

function refused(path: string, problem: string): Place {
  return { kind: 'refused', why: `${JSON.stringify(path)} in the site is a symbolic link that ${problem}` };
}

function findFolderProblem(root: string, target: string): string | undefined {
  return isInside(root, target) ? undefined : 'leads out of the site';
}

function findTargetProblem(root: string, target: string): string | undefined {
  const checkout = checkoutOf(root);
  if (!isInside(checkout, target)) return 'leads out of the checkout';
  if (isInside(target, root)) return 'leads to a folder that holds the site';
  const within = toPosix(relative(checkout, target)).split('/');
  const repositorys = within.find((name) => NO_PLACE.includes(name.toLowerCase()));
  if (repositorys !== undefined) return `leads into ${repositorys}`;
  const authored = AUTHORED_FOLDERS.find((folder) => isInside(join(root, folder), target));
  return authored === undefined ? undefined : `leads into ${authored}, which holds sources`;
}

/**
 * Where a source of the site lies: links may lead anywhere in the checkout, since the checkout is what is built.
 * `undefined` for what lies elsewhere, or nowhere.
 */
export function resolveSource(site: string, path: string): string | undefined {
  const root = realPathOf(site);
  const target = realPathOf(join(site, path));
  return root !== undefined && target !== undefined && isInside(checkoutOf(root), target) ? target : undefined;
}

/** Whether a path that exists lies in the checkout of a site, when all links in it are followed. */
export function isInCheckout(site: string, path: string): boolean {
  const [root, target] = [realPathOf(site), realPathOf(path)];
  return root !== undefined && target !== undefined && isInside(checkoutOf(root), target);
}

/** The nearest folder at or above the site that is a checkout of git's; the site itself where there is none. */
export function checkoutOf(site: string): string {
  for (let folder = site; ; folder = dirname(folder)) {
    if (look(join(folder, '.git')).kind === 'present') return folder;
    if (dirname(folder) === folder) return site;
  }
}

/** A path without links, whether something is there or not; `undefined` for a circle and what nobody may look into. */
export function realPathOf(path: string): string | undefined {
  let rest = '';
  let at = path;
  for (let links = 0; links < MOST_LINKS;) {
    try {
      return join(realpathSync(at), rest);
    } catch (thrown) {
      if (!isAbsence(thrown)) return undefined;
    }
    const entry = look(at);
    if (entry.kind === 'unreadable') return undefined;
    if (entry.kind === 'present' && entry.value.isSymbolicLink()) {
      // It leads to what is not there yet.
      const target = targetOf(at);
      if (target === undefined) return undefined;
      at = target;
      links += 1;
    } else if (dirname(at) === at) return join(at, rest);
    else [at, rest] = [dirname(at), join(at.slice(dirname(at).length).replace(/^[\\/]+/, ''), rest)];
  }
  return undefined;
}

function targetOf(link: string): string | undefined {
  try {
    // Relative to where the link really lies.
    return resolve(realpathSync(dirname(link)), readlinkSync(link));
  } catch {
    // Changed or gone at this moment: it leads nowhere that anybody could rely upon.
    return undefined;
  }
}

/** `folder` itself or below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
