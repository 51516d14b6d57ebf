/** What the build step has to do, and why. */
export interface Decision {
    readonly mode: BuildMode;
    /** Never empty. For `skip`, the proof: everything that was checked. */
    readonly reasons: readonly GateReason[];
    /** Arguments for `bengal build`. Plain words, safe in any shell. */
    readonly buildArgs: readonly string[];
    /** Seconds that a full build took when one was recorded; `null`: unknown. */
    readonly fullBuildSeconds?: number | null;
    /** Seconds that the last build took in which pages were kept; absent: unknown. */
    readonly incrementalBuildSeconds?: number;
}
export declare const BUILD_MODES: readonly ["skip", "incremental", "full"];
export type BuildMode = (typeof BUILD_MODES)[number];
export interface GateReason {
    readonly kind: GateReasonKind;
    /** A sentence for people. */
    readonly detail: string;
}
export type GateReasonKind = 
/** How careful this run has to be. */
'policy'
/** The state of the last build is missing, damaged or of another kind. */
 | 'state' | 'config'
/** Of Bengal or Python. */
 | 'version'
/** What Bengal is made of, and what plugs into it. */
 | 'packages'
/** Arguments that the job gives to `bengal build`. */
 | 'flags' | 'all-affected' | 'output-damaged' | 'pages-affected' | 'no-page-affected' | 'not-a-full-build' | 'unverifiable'
/** What a build reads and nobody records. */
 | 'unrecorded'
/** A build would write another thing only because it is later. */
 | 'due'
/** Nobody recorded what the pages read, so that none can be kept. */
 | 'no-trace'
/** A full build is due from time to time, whatever can be proven. */
 | 'full-due' | 'proof';
/** Whether what lies there may be used at all. What may be kept does not depend on who looks at the result. */
export type Policy = 'auto' | 'always-full';
