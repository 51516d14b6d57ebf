import { join } from 'node:path';
import { isWithin } from '../core/paths.ts';
import { lookThrough } from '../disk/look.ts';
import { atBest } from '../disk/outcome.ts';
import { isInside, realPathOf, resolvePlace, resolveSource } from '../place/resolve.ts';
import { sourceFolders, type SiteLayout } from './layout.ts';
import { walkFiles } from './walk-files.ts';

export interface WalkedSources {
  /** Site paths of every source, those behind links under the links' names, as Bengal sees them. */
  readonly paths: string[];
  /** Every symbolic link, as a site path. */
  readonly links: string[];
  /** Links that were not followed: they lead out of the checkout, nowhere, in a circle, or to what a build writes. */
  readonly unfollowed: string[];
  /** Site path -> where the file really lies, for those behind links. */
  readonly behindLinks: ReadonlyMap<string, string>;
}

/** What a theme is developed with: Bengal looks at its assets, templates and static files alone. */
const THEME_TOOLS = /^themes\/[^/]+\/(?:node_modules|__pycache__)$/;
/** Files behind links. More of them are a circle of circles. */
const MOST_BEHIND_LINKS = 100_000;

/** Every regular file in the source folders, and behind links there that stay within the checkout: Bengal follows them. */
export function walkSources(site: string, layout: SiteLayout): WalkedSources {
  const paths: string[] = [];
  const links: string[] = [];
  const unfollowed: string[] = [];
  const behindLinks = new Map<string, string>();
  const skip = (path: string): boolean => isWithin(layout.outputDir, path) || THEME_TOOLS.test(path);
  const output = resolvePlace(site, layout.outputDir);
  const isBuilt = (at: string): boolean =>
    [join(site, '.bengal'), ...(output.kind === 'refused' ? [] : [output.at])].some((folder) =>
      isInside(realPathOf(folder) ?? folder, at),
    );

  const follow = (link: string, above: readonly string[]): void => {
    links.push(link);
    const target = resolveSource(site, link);
    const entry = target === undefined ? undefined : atBest(lookThrough(target));
    if (target === undefined || entry === undefined || isBuilt(target)) unfollowed.push(link);
    else if (entry.isFile()) add(link, target);
    else if (!entry.isDirectory() || above.some((folder) => isInside(target, folder))) unfollowed.push(link);
    else enter(link, target, [...above, target]);
  };
  const add = (path: string, at: string): void => {
    paths.push(path);
    behindLinks.set(path, at);
  };
  const enter = (link: string, target: string, above: readonly string[]): void => {
    const inside: string[] = [];
    const files = walkFiles(target, '', {
      skip: (path) => skip(`${link}/${path}`) || isBuilt(join(target, path)),
      onLink: (path) => inside.push(path),
    });
    if (behindLinks.size + files.length > MOST_BEHIND_LINKS) {
      unfollowed.push(link);
      return;
    }
    for (const path of files) add(`${link}/${path}`, join(target, path));
    for (const path of inside) follow(`${link}/${path}`, [...above, join(target, path, '..')]);
  };

  for (const folder of sourceFolders(layout)) {
    const found: string[] = [];
    paths.push(...walkFiles(site, folder, { skip, onLink: (link) => found.push(link) }));
    for (const link of found) follow(link, [realPathOf(join(site, link, '..')) ?? site]);
  }
  return { paths: [...new Set(paths)], links, unfollowed, behindLinks };
}
