import { posix } from 'node:path';

/** POSIX path relative to the site root, without `.`, `..`, a leading slash or an empty segment. */
export type SitePath = string & { readonly __brand: 'SitePath' };

/** Backslashes become slashes, as Bengal stores paths. */
export function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}

/** True for `/a`, `C:/a` and `//server/share` in POSIX spelling. */
export function isAbsolutePosix(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

/**
 * A relative path that stays below its root, in normal form; `undefined` for anything else (absolute, climbing out,
 * empty, or with a NUL). Never throws: the path may come from a hostile file.
 */
export function sitePath(path: string): SitePath | undefined {
  const slashed = toPosix(path);
  if (slashed === '' || slashed.includes('\0') || isAbsolutePosix(slashed)) return undefined;
  const normal = posix.normalize(slashed).replace(/\/$/, '');
  return normal === '.' || normal === '..' || normal.startsWith('../') ? undefined : (normal as SitePath);
}

/** The path of `path` below `root` (both absolute, POSIX), or `undefined` when it lies elsewhere. */
export function below(root: string, path: string): SitePath | undefined {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return path.startsWith(prefix) ? sitePath(path.slice(prefix.length)) : undefined;
}

/** `folder` itself or anything below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Folders of a site that hold what its author wrote, and the repository's own: nothing that is built lies there. */
export const AUTHORED_FOLDERS: readonly string[] = [
  ...['.git', '.github', 'content', 'templates', 'themes', 'data', 'assets', 'static', 'i18n', 'config'],
];
