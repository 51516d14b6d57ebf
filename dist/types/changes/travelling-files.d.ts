import type { SitePath } from '../core/paths.ts';
export interface TravellingOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    readonly extraPaths: readonly SitePath[];
    /** Whether compiled templates travel too. */
    readonly bytecode?: boolean;
}
/**
 * Files that go into the cache, as site paths: the state without what nothing refers to, the output as the manifest
 * recorded it (all of it without a manifest), and what the user adds.
 */
export declare function listTravelling({ site, outputDir, extraPaths, bytecode, }: TravellingOptions): Promise<SitePath[]>;
/** Whether anything stands at a site path. */
export declare function isTaken(site: string, path: string): boolean;
