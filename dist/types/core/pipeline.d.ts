/**
 * What a run of a CI system other than GitHub builds:
 * `accepted`: the default branch, or one that only trusted people can change;
 * `branch`: another branch, or one of which nobody says whether it is the default one;
 * `request`: a merge request, which anybody may have opened;
 * `release`: a tag, or whatever else is published from nothing but its commit;
 * `unknown`: the system does not say.
 */
export type PipelineKind = 'accepted' | 'branch' | 'request' | 'release' | 'unknown';
export interface Pipeline {
    /** Name of the system for people, such as `GitLab`. */
    readonly system: string;
    /** What started the run, in the words of the system. */
    readonly event: string | undefined;
    readonly kind: PipelineKind;
    /** Name of the branch or tag, or number of the merge request. */
    readonly name: string | undefined;
    /** Whether the system tells which branch is the default one, so that another one may build upon what that has left. */
    readonly knowsDefault: boolean;
    readonly commit: string | undefined;
    readonly repository: string | undefined;
}
