import type { Staging } from '../archive/staging.ts';
import { type SitePath } from '../core/paths.ts';
import { type Acceptance } from '../manifest/acceptance.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { DroppedFiles } from '../report/report.ts';
export interface ReceiveOptions {
    /** Holds the archive. */
    readonly staging: Staging;
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    readonly extraPaths: readonly SitePath[];
    /** Whether compiled templates may be in it. */
    readonly bytecode: boolean;
    /** Files below the output folder that the repository keeps. */
    readonly authored: ReadonlySet<string> | undefined;
    /** What the manifest has to say of itself. */
    readonly acceptance: Acceptance | undefined;
    readonly signal: AbortSignal;
}
export type Received = {
    readonly kind: 'received';
    readonly files: number;
    /** Bytes of their contents. */
    readonly bytes: number;
    /** Bytes of the archive that held them. */
    readonly archiveBytes: number;
    readonly kept: number;
    readonly dropped?: DroppedFiles;
    readonly manifest: Manifest | undefined;
}
/** There is something wrong with it. */
 | {
    readonly kind: 'rejected';
    readonly why: string;
}
/** This machine could not take it: no room, no permission, no time. */
 | {
    readonly kind: 'failed';
    readonly why: string;
};
/**
 * Unpacks an archive beside the site, holds it against its manifest, and puts it into place. Until the last step the site
 * is as it was, and the last step happens whole or not at all.
 */
export declare function receive(options: ReceiveOptions): Promise<Received>;
