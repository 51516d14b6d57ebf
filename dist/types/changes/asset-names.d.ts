import { type SiteLayout } from './layout.ts';
export interface AssetSources {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    /** Every source, as a site path. */
    readonly sources: Iterable<string>;
    /** Every output, relative to the output directory. */
    readonly outputs: ReadonlySet<string>;
}
/**
 * Site asset -> names of the assets that it went into: its own, where Bengal's asset list names it, or those of the
 * style sheets that hold its selectors. An asset that went nowhere that we can tell has no entry.
 */
export declare function readAssetNames(options: AssetSources): Map<string, string[]>;
/** Changed assets -> style sheets of the site that name them, and so change with their addresses. */
export declare function readSheetsNaming(changed: readonly string[], { site, layout, sources }: Omit<AssetSources, 'outputs'>): Map<string, string[]>;
