import type { Variables } from './environment.ts';
import { type InterpreterReach } from './interpreters.ts';
import { type BengalFacts } from './probe-answer.ts';
import { type ProbeMemory } from './probe-memory.ts';
/** What came of asking the job's own Bengal. */
export type ProbeOutcome = {
    readonly kind: 'answered';
    readonly facts: BengalFacts;
    readonly from: string;
}
/** There is a Bengal, and it gave no configuration: it could not read it, hung, or was too old. */
 | {
    readonly kind: 'failed';
    readonly why: string;
}
/** No Python was found that has a Bengal. */
 | {
    readonly kind: 'none';
    readonly why: string;
}
/** Nobody wanted to know, or nothing that is found here may be run. */
 | {
    readonly kind: 'off';
    readonly why?: string;
};
export interface ProbeOptions {
    /** Site root, absolute. */
    readonly site: string;
    /** Checkout that the site lies in, absolute. */
    readonly workspace: string;
    readonly environment: string | undefined;
    readonly profile: string | undefined;
    /** Relative to the site root. */
    readonly configFile: string | undefined;
    /** `python` as it was given. */
    readonly python: string | undefined;
    readonly variables: Variables;
    /** Whose interpreters may run; any, where nothing else is said. */
    readonly reach?: InterpreterReach | undefined;
    /** For all Pythons together. */
    readonly timeoutMs?: number;
    /** Where this job keeps what was answered; without it, it is asked each time. */
    readonly memory?: ProbeMemory | undefined;
}
/**
 * Asks the job's own Bengal for the hash of the configuration, its version and what it is made of.
 *
 * It runs what the build step will run anyway: the same interpreter, with the same packages, and the same variables but
 * for secrets and what only actions get. `-P` keeps modules that lie in the site from being imported in the place of Bengal's
 * own, as they are for the `bengal` command too; `-I` would go further, but it ignores `PYTHONPATH` and packages of the
 * user, by which some jobs have their Bengal, and then another one would answer. `-B` leaves no compiled files behind.
 */
export declare function probeBengal(options: ProbeOptions): Promise<ProbeOutcome>;
