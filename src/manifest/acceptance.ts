import { mayBuildUpon, type Trust } from '../core/trust.ts';
import type { Manifest } from './manifest.ts';

/** What a run demands of a state before it builds upon it. */
export interface Acceptance {
  /** Whose code has to have left it, at least. */
  readonly needs: Trust;
  /** `owner/name` of this repository. */
  readonly repository: string | undefined;
  /** Milliseconds; `undefined`: any age will do. */
  readonly maxAge: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Told = Pick<Manifest, 'origin' | 'recordedAt'>;

/** Clocks of machines differ by this much, in milliseconds. */
const SKEW = 5 * 60_000;

/** Why a state must not be used, by what its manifest says of where it comes from; `undefined`: it may. Pure. */
export function findRefusal(manifest: Told | undefined, acceptance: Acceptance): string | undefined {
  return refusalOfOrigin(manifest, acceptance) ?? refusalOfAge(manifest, acceptance);
}

function refusalOfOrigin(manifest: Told | undefined, { needs, repository }: Acceptance): string | undefined {
  // Without a manifest nothing can be held against what it says, so it would pass where an honest one is refused.
  if (manifest === undefined)
    return `nothing says ${needs === 'outside' ? 'what it should hold' : `whose code left it, and this run builds only upon what ${OWNERS[needs]} left`}`;
  if (needs === 'outside') return undefined;
  const { origin } = manifest;
  if (origin.repository !== repository)
    return `it was recorded in ${origin.repository ?? 'an unknown repository'}, and this is ${repository ?? 'an unknown one'}`;
  if (mayBuildUpon(origin.trust, needs)) return undefined;
  const where = origin.ref === undefined ? '' : ` on ${origin.ref}`;
  return `a run of ${origin.event ?? 'an unknown event'}${where} left it, and this run builds only upon what ${OWNERS[needs]} left`;
}

const OWNERS: Readonly<Record<Trust, string>> = {
  'default-branch': 'the default branch has',
  branch: 'a branch of this repository has',
  outside: 'anybody has',
};

function refusalOfAge(manifest: Told | undefined, { maxAge, now }: Acceptance): string | undefined {
  if (maxAge === undefined) return undefined;
  const age = ageOf(manifest, now);
  if (age === undefined) return 'nobody knows how old it is, and max-age is set';
  if (age < -SKEW) return 'it claims to come from the future, and max-age is set';
  return age > maxAge ? 'it is older than max-age permits' : undefined;
}

/** Milliseconds since the state was recorded; `undefined` when the manifest does not say. */
export function ageOf(manifest: Pick<Told, 'recordedAt'> | undefined, now: number): number | undefined {
  const recorded = Date.parse(manifest?.recordedAt ?? '');
  return Number.isNaN(recorded) ? undefined : now - recorded;
}
