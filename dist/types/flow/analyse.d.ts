import type { Affected, AffectedPage } from '../affected/reason.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { Policy } from '../gate/decision.ts';
import { type Graph } from '../graph/model.ts';
import type { Progress } from '../host/port.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { type Report, type ReportCache } from '../report/report.ts';
import { type Clearing } from '../preparation/clearing.ts';
import { type Facts } from './gather.ts';
import { type FoundStages } from '../stage-job/find-stages.ts';
export { loadSiteConfig } from './gather.ts';
export interface AnalyseOptions {
    readonly inputs: SiteInputs;
    readonly variables: Variables;
    readonly policy: Policy;
    /** Why it is what it is, where the input `gate` does not say. */
    readonly policyWhy?: string | undefined;
    /** Why the build is not prepared, so that nothing of the last one can be kept; `undefined`: it is. */
    readonly unprepared: string | undefined;
    readonly cache: ReportCache;
    readonly warnings: readonly string[];
    /** Why state and output may not be touched, where that is known already. */
    readonly placeProblem?: string | undefined;
    /** What the job's own Bengal told; off, when nobody asked it. */
    readonly probe?: ProbeOutcome | undefined;
    /** Milliseconds since 1970; the present, when it is not given. */
    readonly now?: number;
    readonly progress?: Progress | undefined;
    /** File of the site's stages, relative to the site; the one with the usual name, when it is not given. */
    readonly stagesFile?: string;
}
export interface Analysis {
    readonly report: Report;
    readonly graph: Graph;
    readonly stages: FoundStages;
    /** What the decision rests on. */
    readonly facts: Facts;
    /** What may be set aside before a build. */
    readonly clearing: Clearing;
    /** Every page of the state, by output. */
    readonly knownPages: readonly Pick<AffectedPage, 'output' | 'source' | 'url'>[];
    /** Every source that is there, and every file that the state names. */
    readonly knownFiles: ReadonlySet<string>;
    /** What a page read when it was built, by output, in words. */
    readonly readBy: (output: string) => readonly string[];
    /** What a change of one file would affect, whatever it is. */
    readonly whatIf: (file: string) => Affected;
}
/** From a site with the state that lies in it to the report: read, validate, detect, select, decide. Writes nothing of Bengal's. */
export declare function analyse(options: AnalyseOptions): Promise<Analysis>;
