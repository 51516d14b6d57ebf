import type { Pipeline } from '../core/pipeline.ts';
import type { Trust } from '../core/trust.ts';
/** What a run may do with the cache. */
export declare const ACCESSES: readonly ["read-write", "restore-only", "save-only", "off"];
export type Access = (typeof ACCESSES)[number];
/** What the runner tells of the run, as plain values. */
export interface Run {
    /** Name of the event, such as `push`; `undefined`: not on GitHub. */
    readonly event: string | undefined;
    /** Such as `refs/heads/main`. */
    readonly ref: string | undefined;
    /** `owner/name` of the repository that the workflow belongs to. */
    readonly repository: string | undefined;
    /** Name of its default branch; `undefined`: the event did not say. */
    readonly defaultBranch: string | undefined;
    /** `owner/name` that a pull request comes from. */
    readonly headRepository: string | undefined;
    /** Login of who opened the pull request, or else of who started the run. */
    readonly author: string | undefined;
    /** Whether the machine outlives the job. */
    readonly selfHosted: boolean;
    /** `ACTIONS_CACHE_MODE`: what the workflow or the service permits. */
    readonly cacheMode: string | undefined;
    /** The run of another CI system; nothing at a terminal and on GitHub. */
    readonly pipeline?: Pipeline | undefined;
}
/** Whether a run is for a pull request, or for what another system calls so. */
export declare function isOfRequest(run: Pick<Run, 'event' | 'pipeline'> | undefined): boolean;
export interface AccessVerdict {
    readonly access: Access;
    /** A sentence for people. */
    readonly why: string;
    /** Whose code runs, which is what the manifest of this run will say. */
    readonly trust: Trust;
    /** Only a state that code of this trust, or of more, has left may be built upon here. */
    readonly needs: Trust;
    /** The code comes from a fork; `undefined`: nobody can tell. */
    readonly fork: boolean | undefined;
}
/**
 * Whether compiled templates may be fetched and stored: they are programs. Never where a run may use what less trusted
 * runs have left.
 */
export declare function takesCode(wish: {
    readonly bytecode: boolean;
}, { needs }: Pick<AccessVerdict, 'needs'>): boolean;
/** What of the job's own Bengal a run may start to ask it: any, none of the checkout, or none at all. */
export type ProbeReach = 'anywhere' | 'outside-checkout' | 'nowhere';
/**
 * Strangers' code must not run where there are secrets. Where the cache is off everything is built anyway, so nobody is
 * asked; where it is not known who can start a run, only what lies outside of the checkout may answer.
 */
export declare function probeReach({ access, trust, needs }: Pick<AccessVerdict, 'access' | 'trust' | 'needs'>): ProbeReach;
/**
 * Decides by the event who may write to the cache and whose cache may be used. Pure.
 *
 * GitHub's own scopes see to it that a run finds entries of its own branch, of the branch that its pull request goes
 * to and of the default branch alone, and since 2026 that runs which strangers can start in the scope of the default
 * branch cannot write there. They are the protection against people who mean harm. What is decided here comes on top:
 * nothing is saved or restored where a published release, or secrets beside foreign code, are at stake; and where
 * scopes do not hold (other cache servers, a folder as store, a workspace that outlives its job) a state whose manifest
 * says that less trusted code wrote it is not used. Whoever can write what they like into a scope can also write
 * a manifest that says otherwise.
 */
export declare function decideAccess(run: Run): AccessVerdict;
export declare function mayRestore(access: Access): boolean;
export declare function maySave(access: Access): boolean;
/** What two rules permit together. The words of the stricter one remain. */
export declare function restrict({ access, why }: Pick<AccessVerdict, 'access' | 'why'>, limit: Access, because: string): Pick<AccessVerdict, 'access' | 'why'>;
