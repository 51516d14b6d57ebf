import { asString, field, type JsonValue } from '../core/json.ts';
import { isTrust, type Trust } from '../core/trust.ts';

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
export const UNKNOWN_ORIGIN: Origin = {
  repository: undefined,
  event: undefined,
  ref: undefined,
  fork: undefined,
  trust: 'outside',
};

/** Whether the run was for a pull request, as far as its event says: what it left is of a proposal, and no branch's. */
export function isOfPullRequest({ event }: Pick<Origin, 'event'>): boolean {
  return event !== undefined && /pull_?request|merge_?request/i.test(event);
}

/** Name of the branch that a state is of; `undefined`: a pull request's, a tag's, or nobody can tell. */
export function branchOf(origin: Origin): string | undefined {
  const { ref = '', trust } = origin;
  if (isOfPullRequest(origin)) return undefined;
  // GitHub names the ref in full, other systems the branch; of theirs, only that of the default one is no other thing.
  const name = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
  return name ?? (trust === 'default-branch' && !ref.startsWith('refs/') ? ref || undefined : undefined);
}

/** Of a branch, as git and GitHub allow it. */
const LONGEST_NAME = 300;

export function originToJson(origin: Origin): JsonValue {
  return {
    repository: origin.repository ?? null,
    event: origin.event ?? null,
    ref: origin.ref ?? null,
    fork: origin.fork ?? null,
    trust: origin.trust,
  };
}

/** What is missing or malformed is unknown, and an unknown trust is the least. */
export function originFromJson(value: JsonValue | undefined): Origin {
  const text = (name: string): string | undefined => {
    const given = asString(field(value, name));
    return given !== undefined && given.length <= LONGEST_NAME ? given : undefined;
  };
  const fork = field(value, 'fork');
  const trust = text('trust');
  return {
    repository: text('repository'),
    event: text('event'),
    ref: text('ref'),
    fork: typeof fork === 'boolean' ? fork : undefined,
    trust: isTrust(trust) ? trust : UNKNOWN_ORIGIN.trust,
  };
}
