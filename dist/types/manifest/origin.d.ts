import { type JsonValue } from '../core/json.ts';
import { type Trust } from '../core/trust.ts';
/** Which run recorded a state. Words of the cache itself: good against mistakes, not against liars (store/access.ts). */
export interface Origin {
    /** `owner/name`; `undefined`: not on GitHub. */
    readonly repository: string | undefined;
    /** Name of the event that started the run, such as `push`. */
    readonly event: string | undefined;
    /** Such as `refs/heads/main`. */
    readonly ref: string | undefined;
    /** Whether the code came from a fork; `undefined`: nobody can tell. */
    readonly fork: boolean | undefined;
    /** Whose code the run was. */
    readonly trust: Trust;
}
/** A run that says nothing of itself. */
export declare const UNKNOWN_ORIGIN: Origin;
/** Whether the run was for a pull request, as far as its event says: what it left is of a proposal, and no branch's. */
export declare function isOfPullRequest({ event }: Pick<Origin, 'event'>): boolean;
/** Name of the branch that a state is of; `undefined`: a pull request's, a tag's, or nobody can tell. */
export declare function branchOf(origin: Origin): string | undefined;
export declare function originToJson(origin: Origin): JsonValue;
/** What is missing or malformed is unknown, and an unknown trust is the least. */
export declare function originFromJson(value: JsonValue | undefined): Origin;
