import type { SiteConfig } from '../config/site-config.ts';
import { type SitePath } from '../core/paths.ts';
/** What the author of a site wrote, as far as the configuration tells: folders and files relative to the site. */
export declare function authoredPaths(site: SiteConfig): readonly string[];
/**
 * Why neither state nor output of a site may be touched: one of them lies behind a link that leads elsewhere, or the
 * output folder is one that holds sources. `undefined` where both may.
 */
export declare function findPlaceProblem(root: string, site: SiteConfig, extraPaths?: readonly SitePath[]): string | undefined;
export declare function placeWarning(problem: string): string;
