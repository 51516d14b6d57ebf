import type { Variables } from '../config/environment.ts';
import type { Report } from '../report/report.ts';
/** A site, and how it is built. */
export interface SiteOptions {
    /** Folder of the site. */
    readonly site: string;
    /** The environment of the build, usually `process.env`: configuration depends on it. */
    readonly variables: Variables;
    /** As `bengal build --environment`. */
    readonly environment?: string;
    /** As `bengal build --profile`. */
    readonly profile?: string;
    /** As `bengal build --config`, relative to the site. */
    readonly config?: string;
    /** Where the build writes, relative to the site; what the configuration says when absent. */
    readonly outputDir?: string;
    /** Further arguments that are given to `bengal build`. */
    readonly buildFlags?: readonly string[];
    /** The Python that has Bengal: a path or a name; looked for when absent. */
    readonly python?: string;
    /** Whether to ask the site's own Bengal, which runs it; `true` when absent. */
    readonly probe?: boolean;
}
/**
 * What the command `report` says of a site: what changed since the state that lies in it was built, which pages that
 * affects and why, and what the build should do. Writes nothing.
 *
 * @throws UserError for bad input, or a configuration that leads out of the site.
 */
export declare function analyseSite(options: SiteOptions): Promise<Report>;
export type SiteConfigHash = 
/** 16 hexadecimal digits, as in `BuildCache.configHash`, with the versions of who computed it. */
{
    readonly kind: 'known';
    readonly hash: string;
    readonly bengal: string | undefined;
    readonly python: string;
} | {
    readonly kind: 'unknown';
    readonly why: string;
};
/**
 * The hash of a site's configuration as Bengal resolves it: files, `BENGAL_*` variables, environment and profile. The site's
 * own Bengal computes it, in a process.
 *
 * @throws UserError for bad input.
 */
export declare function siteConfigHash(options: SiteOptions): Promise<SiteConfigHash>;
