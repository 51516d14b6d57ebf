import { decideAccess, isOfRequest, mayRestore, type Run } from '../store/access.ts';
import type { CacheStore } from '../store/port.ts';
import type { BranchBase, RecordedBase } from '../delta-job/delta-base.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { lookUp } from './look-up.ts';

export interface BuiltBaseOptions {
  /** What the step before the build has told. */
  readonly before: Pick<Handoff, 'site' | 'access' | 'matchedKey' | 'branchPrefix'>;
  readonly run: Run;
  /** `undefined`: there is none, as for a person who builds at a desk. */
  readonly store: CacheStore | undefined;
  /** Somebody sits there and knows whose state lay in the site, so that counts as well as one that was restored. */
  readonly attended?: boolean;
  /** Milliseconds for each of looking up and fetching. */
  readonly timeout: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type BuiltBase = RecordedBase | BranchBase | { readonly kind: 'none'; readonly why: string };

/**
 * What the output of a job is compared with, without a base that was given: what the job restored. In a run of a pull
 * request that is its own last build as soon as it has one, and even before it may be an older one of the branch, since
 * a near state spares more work than the last. Readers and reviewers ask what changes against the branch, so its newest
 * state is looked up then, and fetched where it is another one. Where there is none, the restored one has to do.
 */
export async function findBuiltBase({
  before,
  run,
  store,
  attended = false,
  timeout,
  now,
}: BuiltBaseOptions): Promise<BuiltBase> {
  const { site, access, matchedKey, branchPrefix } = before;
  if (matchedKey === undefined && !attended) return { kind: 'none', why: 'this job has restored nothing' };
  if (!isOfRequest(run)) return { kind: 'recorded', site };
  const restored: RecordedBase = { kind: 'recorded', site, namesBranch: true };
  if (store === undefined || branchPrefix === undefined || !mayRestore(access)) return restored;
  const newest = await lookUp(store, { key: branchPrefix, restoreKeys: [] }, timeout);
  if (newest.kind !== 'found' || newest.matchedKey === matchedKey) return restored;
  const { needs } = decideAccess(run);
  const acceptance = { needs, repository: run.repository, maxAge: undefined, now };
  return {
    kind: 'branch',
    ...{ store, site, acceptance, deadlineMs: timeout, otherwise: restored },
    key: newest.matchedKey,
  };
}
