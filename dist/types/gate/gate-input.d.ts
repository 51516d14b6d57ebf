import type { Affected } from '../affected/reason.ts';
import type { StateVerdict } from '../bengal/state-validity.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { OutputCheck } from '../changes/changed-outputs.ts';
import type { ConfigVerdict } from '../config/config-verdict.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import type { Policy } from './decision.ts';
/** Everything that a decision rests on, as data. */
export interface GateInput {
    readonly policy: Policy;
    /** Why the policy is what it is: `a push to main may be published`. */
    readonly policyWhy: string;
    readonly state: StateVerdict;
    readonly config: ConfigVerdict;
    /** Why the configuration is not proven to its last private setting, though its hash is the recorded one. */
    readonly configDoubt: string | undefined;
    readonly changes: ChangeSet;
    /** Changed files that feed no output by themselves -> why. */
    readonly settled: ReadonlyMap<string, string>;
    readonly affected: Affected;
    readonly outputs: OutputCheck;
    readonly recorded: RecordedBuild | undefined;
    readonly versions: Versions;
    /** What was told of a version by hand, and is not true. */
    readonly versionConflict: string | undefined;
    /** Why versions are not known, where they are not, and what to do about it. */
    readonly versionHint: string | undefined;
    readonly packages: PackagesVerdict;
    readonly flags: FlagsVerdict;
    /** What a build reads and nobody records, a sentence each. */
    readonly unrecorded: readonly string[];
    /** Why any file may feed any page without being recorded. */
    readonly readsByName: string | undefined;
    /** What a build would write differently by now. */
    readonly due: string | undefined;
    /** Why no page can be kept though the state is usable; `undefined`: what pages read was recorded. */
    readonly untraced: string | undefined;
    /** Why a full build is due. */
    readonly fullDue: string | undefined;
    /** The workflow wants every page rendered and compared. */
    readonly asksAudit: boolean;
    /** Whether `bengal build` asks before it goes on, unless it is told not to. */
    readonly asksToProceed: boolean;
}
/** What the manifest says of the build that left the state. */
export interface RecordedBuild {
    readonly build: BuildKind;
    /** The pages that it failed on, a sentence; `undefined`: none stands in the way. */
    readonly failed?: string | undefined;
    readonly versions: Versions;
    /** Of the last full build; `undefined`: unknown. */
    readonly fullBuildSeconds: number | undefined;
    /** Of the last build in which pages were kept. */
    readonly incrementalBuildSeconds?: number | undefined;
}
export interface Versions {
    readonly bengal: string | undefined;
    /** `major.minor`. */
    readonly python: string | undefined;
}
/** Whether the packages that make up Bengal are the recorded ones. */
export type PackagesVerdict = {
    readonly kind: 'same';
    readonly count: number;
} | {
    readonly kind: 'different';
    readonly detail: string;
}
/** One side is known and the other is not, or a package can change without its version. */
 | {
    readonly kind: 'unknown';
    readonly detail: string;
}
/** Neither side was asked: the versions were told by hand, and vouch for the rest. */
 | {
    readonly kind: 'not-asked';
};
/** Whether the recorded build was given the arguments that this job gives. */
export type FlagsVerdict = {
    readonly kind: 'same';
} | {
    readonly kind: 'different';
    readonly detail: string;
};
