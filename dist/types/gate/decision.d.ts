/** What the build step has to do, and why. */
export interface Decision {
    readonly mode: BuildMode;
    /** Never empty. For `skip`, the proof: everything that was checked. */
    readonly reasons: readonly GateReason[];
    /** Arguments for `bengal build`. */
    readonly buildArgs: readonly string[];
}
export type BuildMode = 'skip' | 'incremental' | 'full';
export interface GateReason {
    readonly kind: GateReasonKind;
    /** A sentence for people. */
    readonly detail: string;
}
export type GateReasonKind = 'policy' | 'state' | 'config' | 'version' | 'all-affected' | 'output-damaged' | 'incremental-leaves-stale' | 'pages-affected' | 'no-page-affected' | 'not-a-full-build' | 'unverifiable' | 'proof';
/** How much a wrong page would cost. */
export type Policy = 
/** The result is published: an incremental build only where it is known to equal a full one. */
'strict'
/** The result is looked at: an incremental build where no affected page keeps old content. */
 | 'preview' | 'always-full';
