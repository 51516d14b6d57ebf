import type { Variables } from '../config/environment.ts';
import type { SitePath } from '../core/paths.ts';
/**
 * Files below a folder of the site that the repository keeps, relative to that folder: somebody wrote them, whatever else
 * lies there. None where git knows of none, or does not answer.
 */
export declare function readTracked(site: string, folder: SitePath, variables: Variables): ReadonlySet<string>;
