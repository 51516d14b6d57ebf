import type { Behaviour } from '../bengal/behaviour.ts';
import { type FileRef } from '../bengal/file-ref.ts';
import type { ChangeSet } from './detect.ts';
import { type SiteLayout } from './layout.ts';
export interface InertOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    readonly changes: Pick<ChangeSet, 'added' | 'modified' | 'deleted'>;
    /** Every source that is there, as a site path. */
    readonly sources: readonly string[];
    /** Files outside the site that the state names: of these, the templates can name files of the site. */
    readonly external: readonly FileRef[];
    readonly behaviour: Behaviour;
}
/**
 * Changed files that no build would read, with why: nothing leads to them but their name, and nobody names them. The
 * names are looked for in every source, as they are and without their ending, and so are the ways to reach a file
 * without naming it; where one of these is used, no file is inert.
 */
export declare function findInertFiles(options: InertOptions): Map<string, string>;
