import { findExtraPathProblem } from '../bengal/cacheable.ts';
import { sourceFolders } from '../changes/layout.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { isWithin, type SitePath } from '../core/paths.ts';

/**
 * What is wrong with the paths that a user wants to keep: a restored source would be an old one, and what travels anyway
 * needs no second way.
 */
export function findPathProblems(paths: readonly SitePath[], site: SiteConfig): string[] {
  const layout = { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files };
  const sources = [...sourceFolders(layout), ...site.files, ...site.documented];
  const own = ['.bengal', site.outputDir];
  return paths.flatMap((path, index) => {
    const meets = (other: string): boolean => isWithin(other, path) || isWithin(path, other);
    const source = sources.find(meets);
    if (source !== undefined) return [problem(path, `no source of the site (${source}), which a cache would make old`)];
    if (own.some(meets)) return [problem(path, 'something besides .bengal and the output, which travel anyway')];
    const never = findExtraPathProblem(path);
    if (never !== undefined) return [problem(path, `something that may be cached (${never})`)];
    const twin = paths.find((other, at) => at < index && meets(other));
    return twin === undefined ? [] : [problem(path, `a path that does not overlap with ${twin}`)];
  });
}

function problem(path: string, what: string): string {
  return `Input \`path\`: expected ${what}, got ${JSON.stringify(path)}`;
}
