import type { BengalFacts, InstalledPackage, PageHash } from '../config/probe-answer.ts';
import type { FlagsVerdict, PackagesVerdict, Versions } from './gate-input.ts';
type Installed = ReadonlyMap<string, InstalledPackage>;
type Recorded = ReadonlyMap<string, string>;
/** What Bengal is made of decides about every page, and it can change while Bengal's version stays. */
export declare function judgePackages(recorded: Recorded | undefined, now: Installed | undefined): PackagesVerdict;
/** Folders in site-packages whose files are the recorded ones, wherever that lies now: the version vouches for them. */
export declare function vouchedFolders(recorded: Recorded | undefined, now: Installed | undefined): ReadonlySet<string>;
/** What the workflow says by hand, against what the job's own Bengal says. */
export declare function findVersionConflict(told: Versions, facts: BengalFacts | undefined): string | undefined;
export interface FlagFacts {
    /** Of the manifest; `undefined`: nobody recorded them. */
    readonly recordedFlags: readonly string[] | undefined;
    /** What this job says it gives to every build. */
    readonly flags: readonly string[];
    /** Hashes of the configuration that the pages were recorded with: one, if one build made them all. */
    readonly recordedHashes: ReadonlySet<string>;
    /** What the configuration would give now, by arguments. Empty: unknown. */
    readonly pageHashes: readonly PageHash[];
}
export interface FlagFindings {
    readonly verdict: FlagsVerdict;
    /** The pages carry the hash that this configuration and these arguments give, private settings included. */
    readonly samePageHash: boolean;
    /** The pages were built by a build that was told to clean the output: Bengal takes that for another configuration. */
    readonly cleaned: boolean;
}
/** Arguments such as `--drafts` change the output, and leave no trace in Bengal's hash of the configuration. */
export declare function judgeFlags(facts: FlagFacts): FlagFindings;
export {};
