/** What the build step has to do, and why. */
export interface Decision {
    readonly mode: BuildMode;
    /** Never empty. For `skip`, the proof: everything that was checked. */
    readonly reasons: readonly GateReason[];
    /** Arguments for `bengal build`. Plain words, safe in any shell. */
    readonly buildArgs: readonly string[];
    /** Seconds that a full build took when one was recorded; `null`: unknown. */
    readonly fullBuildSeconds?: number | null;
    /** Seconds that an incremental build took when one was recorded; absent: unknown. */
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
 | 'state'
/** The site lies elsewhere than where it was built. */
 | 'moved' | 'config'
/** Of Bengal or Python. */
 | 'version'
/** What Bengal is made of, and what plugs into it. */
 | 'packages'
/** Arguments that the job gives to `bengal build`. */
 | 'flags' | 'all-affected' | 'output-damaged' | 'incremental-leaves-stale' | 'pages-affected' | 'no-page-affected' | 'not-a-full-build' | 'unverifiable'
/** What a build reads and nobody records. */
 | 'unrecorded'
/** A build would write another thing only because it is later. */
 | 'due'
/** An incremental build is known to equal a full one here. */
 | 'equivalent' | 'proof';
/** How much a wrong page would cost. */
export type Policy = 
/** The result is published: an incremental build only where it is known to equal a full one. */
'strict'
/** The result is looked at: an incremental build where no affected page keeps old content. */
 | 'preview' | 'always-full';
