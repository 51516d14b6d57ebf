import { findRefusal, type Acceptance } from '../manifest/acceptance.ts';
import { hasState, type ManifestOutcome } from '../manifest/manifest-file.ts';

/**
 * A machine that outlives its jobs may still hold what another one left. What lies there and does not say whose it is
 * may be anybody's.
 */
export function refusalOfLying(site: string, lying: ManifestOutcome, acceptance: Acceptance): string | undefined {
  if (!hasState(site)) return undefined;
  return findRefusal(lying.kind === 'read' ? lying.manifest : undefined, acceptance);
}
