import type { Variables } from '../config/environment.ts';
import { type ProbeOutcome } from '../config/probe.ts';
import type { Progress } from '../host/port.ts';
import type { ProbeReach } from '../store/access.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
export interface Asked<Given extends SiteInputs> {
    /** With the versions filled in that nobody gave by hand. */
    readonly inputs: Given;
    readonly probe: ProbeOutcome;
}
export interface ProbeContext {
    readonly variables: Variables;
    /** Checkout that the site lies in, absolute. */
    readonly workspace: string;
    readonly progress?: Progress | undefined;
    /** What the run may start; anything, where nothing else is said. */
    readonly reach?: ProbeReach | undefined;
}
/** Asks the job's own Bengal, unless nobody wants to know. Trouble is an outcome, never an error. */
export declare function lookAtBengal<Given extends SiteInputs>(inputs: Given, { variables, workspace, progress, reach }: ProbeContext): Promise<Asked<Given>>;
