import { type BengalState } from '../bengal/state.ts';
import { type StateVerdict } from '../bengal/state-validity.ts';
import { type ChangeSet } from '../changes/detect.ts';
import type { SiteLayout } from '../changes/layout.ts';
import { type OutputCheck } from '../changes/changed-outputs.ts';
import type { Variables } from '../config/environment.ts';
import type { BengalFacts } from '../config/probe-answer.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import { type SiteConfig } from '../config/site-config.ts';
import { type ConfigVerdict } from '../config/config-verdict.ts';
import type { Progress } from '../host/port.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type ManifestOutcome } from '../manifest/manifest-file.ts';
import { type TraceOutcome } from '../trace/read-trace.ts';
export interface FactOptions {
    readonly inputs: SiteInputs;
    readonly variables: Variables;
    /** What the job's own Bengal told. */
    readonly probe: ProbeOutcome;
    readonly progress?: Progress | undefined;
}
/** What the site, the state and the manifest say, and what each is worth. */
export interface Facts {
    readonly inputs: SiteInputs;
    readonly site: SiteConfig;
    readonly layout: SiteLayout;
    readonly probe: ProbeOutcome;
    /** What the job's own Bengal told, if it did. */
    readonly bengal: BengalFacts | undefined;
    readonly state: BengalState | undefined;
    readonly found: ManifestOutcome;
    readonly manifest: Manifest | undefined;
    /** What pages read when they were built. */
    readonly trace: TraceOutcome;
    readonly outputs: OutputCheck;
    readonly verdict: StateVerdict;
    readonly config: ConfigVerdict;
}
/** Reads the configuration, or fails with what is wrong in it: this is the user's to mend. */
export declare function loadSiteConfig(inputs: SiteInputs, variables: Variables): SiteConfig;
/** Reads what there is, and judges what each part is worth. */
export declare function gather({ inputs, variables, probe, progress }: FactOptions): Promise<Facts>;
export interface Comparison {
    readonly changes: ChangeSet;
    /** Every source that is there, as a site path. */
    readonly sources: readonly string[];
    /** Symbolic links among the sources that were not followed, as site paths. */
    readonly unfollowed: readonly string[];
}
/** What differs between the recorded tree and the one that is there. */
export declare function compare(facts: Facts & {
    readonly state: BengalState;
}): Comparison;
