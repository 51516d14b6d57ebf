import type { ConfigStanding } from '../affected/context.ts';
import type { Affected } from '../affected/reason.ts';
import type { FileRef } from '../bengal/file-ref.ts';
import type { BengalState } from '../bengal/state.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { type EditedPage } from '../changes/edited-keys.ts';
import { type SiteLayout } from '../changes/layout.ts';
import type { OutputCheck } from '../changes/changed-outputs.ts';
import type { Variables } from '../config/environment.ts';
import type { Graph } from '../graph/model.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { TraceOutcome } from '../trace/read-trace.ts';
export interface SelectOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    readonly state: BengalState;
    readonly manifest: Manifest | undefined;
    readonly trace: TraceOutcome;
    readonly outputs: OutputCheck;
    readonly changes: ChangeSet;
    readonly config: ConfigStanding;
    readonly graph: Graph;
    readonly perPage: number;
    /** Bengal's own hash of the configuration is the recorded one, and it changes with Bengal's version. */
    readonly packageVouched: boolean;
    /** Ask what the changes would affect, whatever else is so now; modified pages count as edited in every way that leaves them in their place. */
    readonly assumed?: boolean;
    /** Every source that is there, as a site path. */
    readonly sources: readonly string[];
    /** The Bengal that will build. */
    readonly inputs: Pick<SiteInputs, 'bengalVersion'>;
    readonly variables: Variables;
    /** Milliseconds since 1970. */
    readonly now: number;
}
export interface Selection {
    readonly affected: Affected;
    /** Changed files that feed no output by themselves, and why. */
    readonly settled: ReadonlyMap<string, string>;
    /** What was edited in modified pages, for people. */
    readonly edits: readonly EditedPage[];
}
/** Gathers what the rules need to know about the changes, and asks them. */
export declare function select(options: SelectOptions): Selection;
/** Files outside of the site that the state names. */
export declare function externalOf(state: BengalState | undefined): FileRef[];
