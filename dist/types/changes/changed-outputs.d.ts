import { type SitePath } from '../core/paths.ts';
import type { Manifest } from '../manifest/manifest.ts';
/** What is there of the output that the state belongs to. Paths are relative to the output directory. */
export interface OutputCheck {
    /** False: there is no output directory, and Bengal would start cold. */
    readonly exists: boolean;
    /** Every regular file in it. */
    readonly present: ReadonlySet<string>;
    /** Recorded, and not there. */
    readonly missing: readonly string[];
    /** There, with another size or content than recorded. Known only with a manifest. */
    readonly damaged: readonly string[];
    /** Something else than a file stands where one was recorded, or one that nobody can read: a build would write through it, or fail. */
    readonly obstructed: readonly string[];
    /** There, and not recorded. Known only with a manifest. */
    readonly unexpected: readonly string[];
}
export interface OutputOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    readonly manifest: Manifest | undefined;
    /** HTML files of the recorded pages. */
    readonly pages: Iterable<SitePath>;
}
/** Compares the output directory with what was recorded of it; with a manifest, every byte. */
export declare function checkOutputs(options: OutputOptions): OutputCheck;
/** Modification time of an output in nanoseconds since 1970; `undefined` when it is not there. */
export declare function outputMtime(site: string, outputDir: string, path: string): bigint | undefined;
