import type { Tables } from './tables.ts';

/** What is in a cache, counted. */
export interface BuildCacheStats {
  readonly trackedFiles: number;
  /** Pairs of a page and a file that it depends on. */
  readonly dependencies: number;
  readonly tags: number;
  readonly taxonomyTerms: number;
  readonly parsedPages: number;
  readonly renderedPages: number;
  readonly autodocSources: number;
  /** Pairs of a source and a page that documents it. */
  readonly autodocPages: number;
}

export function statsOf({ files, dependencies, tags, terms, parsed, rendered, autodoc }: Tables): BuildCacheStats {
  return {
    trackedFiles: files.size,
    dependencies: dependencies.pairs,
    tags: tags.slugs().size,
    taxonomyTerms: terms.pages.size,
    parsedPages: parsed.size,
    renderedPages: rendered.size,
    autodocSources: autodoc.sources,
    autodocPages: autodoc.pairs,
  };
}

/** One line for people. */
export function describeStats(stats: BuildCacheStats): string {
  const { trackedFiles, dependencies, tags, parsedPages, renderedPages } = stats;
  const numbers = `${trackedFiles} files, ${dependencies} dependencies, ${tags} tags`;
  return `BuildCache: ${numbers}, ${parsedPages} parsed and ${renderedPages} rendered pages`;
}
