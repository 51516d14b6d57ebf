import type { Variables } from '../config/environment.ts';
import { type GitHash, type Sha256 } from '../core/digest.ts';
import { type SiteLayout } from './layout.ts';
/** The sources of a site as one digest: equal bytes under equal paths give an equal one, whoever checked them out. */
export interface SourceTree {
    readonly digest: Sha256;
    /** How git counts in this repository, for ids of further files. */
    readonly algorithm: GitHash;
    /** Path relative to the site -> id that git gives these bytes. */
    readonly ids: ReadonlyMap<string, string>;
    /** How many files had to be read; git vouches for the others. */
    readonly read: number;
    /** Why git could not help; `undefined` when it did. */
    readonly gitTrouble: string | undefined;
}
export interface SourceTreeOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    /** Further files and folders of sources: of API documentation. Relative to the site; `../` leads out of it. */
    readonly documented: readonly string[];
    readonly variables: Variables;
    readonly timeoutMs?: number;
}
/**
 * Names every source by its git id. Which files there are, the disk says; what they hold, the index of git says for
 * those that nobody edited or converted since the checkout, and the files themselves say for all others.
 */
export declare function readSourceTree(options: SourceTreeOptions): SourceTree;
/** The id that git gives a source of the site, whether it is in the tree or beside it. */
export declare function gitIdOf(tree: SourceTree, site: string, path: string): string;
