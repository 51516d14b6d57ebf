import { below, isAbsolutePosix, isWithin, sitePath, toPosix, type SitePath } from '../core/paths.ts';

/**
 * A file as the state names it, freed from the machine that wrote it. Bengal records the same file now relative to the
 * site, now absolute; a checkout elsewhere, or another virtual environment, must not turn it into another file.
 */
export type FileRef =
  /** Below the site root. */
  | { readonly where: 'site'; readonly path: SitePath }
  /** In an installed Python package: `bengal/themes/default/templates/base.html`. */
  | { readonly where: 'package'; readonly path: string; readonly recorded: string }
  /** Anywhere else: an absolute path, or one relative to the site root's parent that climbs no further. */
  | { readonly where: 'elsewhere'; readonly recorded: string };

/** Directories of installed packages end with one of these on every platform. */
const PACKAGES = /\/(?:site|dist)-packages\/(.+)$/;

/** Reads paths of a state that was written for a site at one of `siteRoots` (absolute, POSIX), the likeliest first. */
export function fileRefReader(...siteRoots: readonly string[]): (recorded: string) => FileRef {
  return (recorded) => {
    const path = toPosix(recorded);
    const relative = isAbsolutePosix(path) ? belowAny(siteRoots, path) : sitePath(path);
    if (relative !== undefined) return { where: 'site', path: relative };
    const inPackage = PACKAGES.exec(path)?.[1];
    return inPackage === undefined
      ? { where: 'elsewhere', recorded: path }
      : { where: 'package', path: inPackage, recorded: path };
  };
}

function belowAny(roots: readonly string[], path: string): SitePath | undefined {
  for (const root of roots) {
    const found = below(root, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A distinct name for each file: site paths are relative, all others are not. */
export function nameOfRef(ref: FileRef): string {
  return ref.where === 'site' ? ref.path : ref.recorded;
}

/**
 * The root of the checkout that wrote the state. Bengal records it nowhere, but it stands before the same page key in
 * absolute form: `/home/runner/work/site` in `/home/runner/work/site/content/a.md`. The most frequent answer wins.
 */
export function findRecordedRoot(absolutePaths: Iterable<string>, pageKeys: ReadonlySet<string>): string | undefined {
  return findRecordedRoots(absolutePaths, pageKeys)[0];
}

/** Every such root, the most frequent first: Bengal forgets nothing, so a site that was built in two places has two. */
export function findRecordedRoots(absolutePaths: Iterable<string>, pageKeys: ReadonlySet<string>): string[] {
  const votes = new Map<string, number>();
  for (const recorded of absolutePaths) {
    const root = rootBefore(toPosix(recorded), pageKeys);
    if (root !== undefined) votes.set(root, (votes.get(root) ?? 0) + 1);
  }
  return [...votes].sort((left, right) => right[1] - left[1]).map(([root]) => root);
}

function rootBefore(path: string, pageKeys: ReadonlySet<string>): string | undefined {
  if (!isAbsolutePosix(path)) return undefined;
  const generated = path.indexOf('/.bengal/generated/');
  if (generated > 0) return path.slice(0, generated);
  // The shortest root whose remainder is a known key: `content/content/a.md` must not match `content/a.md`.
  for (let slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
    if (pageKeys.has(path.slice(slash + 1))) return path.slice(0, slash);
  }
  return undefined;
}

/** True for a file of an installed package of this name. */
export function belongsToPackage(ref: FileRef, name: string): boolean {
  return ref.where === 'package' && isWithin(name, ref.path);
}
