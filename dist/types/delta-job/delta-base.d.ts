import type { DeltaBase } from '../delta/delta.ts';
import type { OutputDigests } from '../delta/digests.ts';
import { type Acceptance } from '../manifest/acceptance.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { CacheStore } from '../store/port.ts';
/** Where the earlier output is to be found. `name` is what the user gave. */
export type BaseSource = RecordedBase | {
    readonly kind: 'folder';
    readonly folder: string;
    readonly name: string;
}
/** A manifest of a deployment, or of a state. */
 | {
    readonly kind: 'manifest';
    readonly file: string;
    readonly name: string;
} | {
    readonly kind: 'store';
    readonly store: CacheStore;
    readonly key: string;
    /** Site, or any other folder on the disk in which there is room to unpack. */
    readonly site: string;
    readonly acceptance: Acceptance | undefined;
} | BranchBase | {
    readonly kind: 'none';
    readonly why: string;
};
/** What was restored for the site, or built there before, by the manifest beside its state. */
export interface RecordedBase {
    readonly kind: 'recorded';
    readonly site: string;
    /** Whether to say whose build it was: a pull request restores its own, or that of the branch it goes to. */
    readonly namesBranch?: boolean;
}
/** The last build of the branch that a pull request goes to, where it is another one than was restored. */
export interface BranchBase {
    readonly kind: 'branch';
    readonly store: CacheStore;
    readonly key: string;
    readonly site: string;
    readonly acceptance: Acceptance;
    readonly deadlineMs: number;
    /** What is compared with where that one cannot be had. */
    readonly otherwise: RecordedBase;
}
/** The earlier output, as far as it is at hand. */
export interface BaseOutput {
    readonly base: DeltaBase;
    readonly digests: OutputDigests;
    /** The bytes of before, where they are at hand and are those of `digests`. */
    readonly read: (path: string) => Uint8Array | undefined;
    /** Where it lies as it is; a file that is the very same there is not read again. */
    readonly folder: string | undefined;
    readonly manifest: Manifest | undefined;
}
/** Finds the earlier output for as long as `use` takes. What cannot be used is a base of kind `none` with the reason. */
export declare function withBase<Result>(source: BaseSource, previous: string | undefined, use: (base: BaseOutput) => Promise<Result>): Promise<Result>;
/** The output that was set aside for the build, which lies there until the build is recorded. */
export declare function previousOutput(site: string): string | undefined;
