import type { SitePath } from '../core/paths.ts';
import type { Progress } from '../host/port.ts';
import { type Acceptance } from '../manifest/acceptance.ts';
import type { ReportCache } from '../report/report.ts';
import type { CacheStore } from '../store/port.ts';
import { type CacheKeys } from './cache-keys.ts';
export interface TransferOptions {
    readonly store: CacheStore;
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    readonly keys: CacheKeys;
    /** Milliseconds for all of it, unpacking and packing included. */
    readonly deadlineMs?: number;
    /** Files below the output folder that the repository keeps: a restore leaves them as they are. */
    readonly authored?: ReadonlySet<string>;
    /** Further files and folders that travel along, relative to the site. */
    readonly extraPaths?: readonly SitePath[];
    /** Whether compiled templates may be fetched and stored: Bengal runs them. */
    readonly bytecode?: boolean | undefined;
    /** What a restored manifest has to say of itself. */
    readonly acceptance?: Acceptance;
    /** Bytes; a larger archive is not stored. */
    readonly maxArchiveBytes?: number | undefined;
    readonly progress?: Progress | undefined;
}
/** Ten minutes: about 6 GB at the 10 MB/s of a slow day. */
export declare const DEFAULT_DEADLINE_MS: number;
/** Fetches a stored state into the site: whole and checked, or not at all. Trouble is an outcome, never an error. */
export declare function restoreState(options: TransferOptions): Promise<ReportCache>;
/** What stands in for the entry of this very tree is as good as that, and so is what the branch built of it. */
export declare function asThisTree(cache: ReportCache, { key, branch }: CacheKeys): ReportCache;
export type SavedState = {
    readonly kind: 'saved';
    readonly key: string;
    readonly files: number;
    readonly bytes: number;
    readonly archiveBytes: number;
}
/** Another run has stored it in the meantime. */
 | {
    readonly kind: 'exists';
    readonly key: string;
    readonly why: string;
} | {
    readonly kind: 'not-saved';
    readonly key: string;
    readonly why: string;
};
/** Stores the state and the output of the site. Trouble is an outcome, never an error. */
export declare function saveState(options: TransferOptions): Promise<SavedState>;
