import { resolveState } from '../bengal/state-place.ts';
import { sourceFolders } from '../changes/layout.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import { findOverlap } from '../output/set-aside.ts';
import { resolvePlace } from '../place/resolve.ts';

/** What the author of a site wrote, as far as the configuration tells: folders and files relative to the site. */
export function authoredPaths(site: SiteConfig): readonly string[] {
  const layout = { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files };
  return [...sourceFolders(layout), ...site.files, ...site.documented.filter((path) => !path.startsWith('../'))];
}

/**
 * Why neither state nor output of a site may be touched: one of them lies behind a link that leads elsewhere, or the
 * output folder is one that holds sources. `undefined` where both may.
 */
export function findPlaceProblem(
  root: string,
  site: SiteConfig,
  extraPaths: readonly SitePath[] = [],
): string | undefined {
  const places = [resolveState(root), ...[site.outputDir, ...extraPaths].map((path) => resolvePlace(root, path))];
  const refused = places.find((place) => place.kind === 'refused');
  if (refused?.kind === 'refused') return refused.why;
  if (isWithin('.bengal', site.outputDir)) return 'the output folder lies in the state of Bengal';
  return findOverlap({ site: root, outputDir: site.outputDir, sources: authoredPaths(site) });
}

export function placeWarning(problem: string): string {
  return `State and output are left alone, neither restored, cleared away nor saved: ${problem}`;
}
