import type { Variables } from '../config/environment.ts';
import type { Facts } from '../flow/gather.ts';
/** What of the output may be taken away before a build, and by whom. */
export interface Clearing {
    /** Files below the output folder that the manifest recorded as output. */
    readonly recorded: readonly string[];
    /** What somebody wrote, relative to the site, and what never is output whatever the configuration says. */
    readonly sources: readonly string[];
    /** Files below the output folder that the repository keeps. */
    readonly authored: () => ReadonlySet<string>;
    /**
     * Whether Bengal may be told to remove the output folder as a whole: it would remove what the repository keeps there,
     * sources too, and fails upon a link.
     */
    readonly mayClean: () => boolean;
}
/** Git is asked once, and only where somebody wants to know. */
export declare function clearingOf({ inputs, site, manifest }: Pick<Facts, 'inputs' | 'site' | 'manifest'>, found: readonly string[], variables: Variables): Clearing;
