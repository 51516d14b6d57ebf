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
export declare function statsOf({ files, dependencies, tags, terms, parsed, rendered, autodoc }: Tables): BuildCacheStats;
/** One line for people. */
export declare function describeStats(stats: BuildCacheStats): string;
