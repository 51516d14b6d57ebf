import { dirname, join } from 'node:path';
import { runGit } from '../changes/run-git.ts';
import type { Variables } from '../config/environment.ts';
import { looksLikeSite } from '../config/read-config.ts';
import { byCodeUnit } from '../core/order.ts';
import { isWithin } from '../core/paths.ts';
import { isThere } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readFolder, readText } from '../disk/read.ts';
import type { ReadText } from './repository.ts';

/** Reads text files below a folder. */
export function readTextOf(root: string): ReadText {
  return (path) => ifPresent(readText(join(root, path)));
}

/** The repository that a folder lies in; the folder itself where there is none. */
export function rootOf(site: string, variables: Variables): string {
  for (let folder = site; ; folder = dirname(folder)) {
    if (isThere(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) break;
  }
  const { status, stdout } = runGit({ folder: site, variables }, ['rev-parse', '--show-toplevel']);
  return status === 0 ? stdout.trim() : site;
}

/** What the remote calls its default branch, else the one that is checked out. */
export function publishedBranch(root: string, variables: Variables): string {
  const ask = (...args: string[]): string | undefined => {
    const { status, stdout } = runGit({ folder: root, variables }, args);
    const name = stdout.trim().replace(/^origin\//, '');
    return status === 0 && name !== '' ? name : undefined;
  };
  return ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD') ?? ask('symbolic-ref', '--short', 'HEAD') ?? 'main';
}

/** Folders that hold no site of the repository's own. */
const NO_SITES = /^(?:node_modules|venv|env|site-packages|__pycache__|dist|build|public|themes|tests?|fixtures)$/;
const DEEPEST = 3;
const MOST_FOLDERS = 2000;

/** Sites below a folder, nearest first: what has a configuration and content. None below another one. */
export function findSites(root: string): readonly string[] {
  const found: string[] = [];
  const left: { readonly folder: string; readonly depth: number }[] = [{ folder: '', depth: 0 }];
  for (let looked = 0; left.length > 0 && looked < MOST_FOLDERS; looked++) {
    const next = left.shift();
    if (next === undefined) break;
    const { folder, depth } = next;
    if (isSite(join(root, folder)) && !found.some((site) => isWithin(site, folder))) {
      found.push(folder);
      continue;
    }
    if (depth === DEEPEST) continue;
    const names = (ifPresent(readFolder(join(root, folder))) ?? [])
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NO_SITES.test(entry.name))
      .map(({ name }) => name);
    for (const name of names.sort(byCodeUnit))
      left.push({ folder: folder === '' ? name : `${folder}/${name}`, depth: depth + 1 });
  }
  return found;
}

/** Many projects have a folder `content` or `config`; a site of Bengal has its own file, or both. */
function isSite(folder: string): boolean {
  if (!looksLikeSite(folder)) return false;
  const has = (name: string): boolean => isThere(join(folder, name));
  return (
    ['bengal.toml', 'bengal.yaml', 'bengal.yml'].some(has) ||
    (has('content') && (has('config/_default') || has('_default')))
  );
}
