import { type Sha256 } from '../core/digest.ts';
import { type SitePath } from '../core/paths.ts';
export declare function isBengals(path: string): boolean;
/**
 * Files of Bengal's that belong into a cache: those that may travel, without records and artifacts that nothing in the
 * state refers to any more. Bengal finds both by name only, in lists that name every one it uses.
 */
export declare function listStateFiles(site: string): SitePath[];
/** Path -> SHA-256 of each, and of each compiled template, whether it travels or not. */
export declare function digestStateFiles(site: string): Map<string, Sha256>;
