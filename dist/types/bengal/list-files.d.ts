import { type SitePath } from '../core/paths.ts';
/**
 * Regular files below a folder of the site that may travel in a cache, as site paths in code-unit order. Throws
 * `DiskTrouble` for a folder that nobody may look into.
 */
export declare function listCacheable(site: string, folder: string): SitePath[];
/** The compiled templates of a state, as site paths in code-unit order. */
export declare function listCompiledTemplates(site: string): SitePath[];
