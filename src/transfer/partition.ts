import { decideAccess, type Run } from '../store/access.ts';
import type { Partition } from '../store/partitioned.ts';
import { keyPart } from './cache-keys.ts';

const ACCEPTED = 'by-default-branch';

/**
 * Which part of a store that keeps no scopes belongs to a run: as on GitHub, its own and that of the default branch.
 * `undefined`: a person at a terminal, who knows whose store it is.
 */
export function partitionFor(run: Run): Partition | undefined {
  const { pipeline } = run;
  if (pipeline !== undefined) {
    const { kind, name, system, knowsDefault } = pipeline;
    if (kind === 'accepted' || kind === 'release') return { own: ACCEPTED, alsoReads: [] };
    const own = `by-${kind}/${keyPart(name ?? system)}`;
    return { own, alsoReads: knowsDefault && kind !== 'unknown' ? [ACCEPTED] : [] };
  }
  if (run.event === undefined) return undefined;
  const { trust } = decideAccess(run);
  if (trust === 'default-branch') return { own: ACCEPTED, alsoReads: [] };
  const kind = run.event.startsWith('pull_request') ? 'request' : 'branch';
  const known = run.defaultBranch !== undefined;
  return {
    own: `by-${kind}/${keyPart(run.ref ?? run.event)}`,
    alsoReads: known || kind === 'request' ? [ACCEPTED] : [],
  };
}
