import type { Decision } from '../gate/decision.ts';
import { buildPhrase } from './measures.ts';

type Recorded = Pick<Decision, 'mode' | 'fullBuildSeconds' | 'incrementalBuildSeconds'>;

/**
 * What the decision saves, estimated from builds that were recorded, and which these are. Empty: no full build was, so
 * nobody can tell.
 */
export function timeSavedPhrase({ gate }: { readonly gate: Recorded }): string {
  const full = gate.fullBuildSeconds ?? null;
  if (full === null) return '';
  const took = `the last full build took ${buildPhrase(full)}`;
  switch (gate.mode) {
    case 'skip':
      return `about ${buildPhrase(full)}, the time of the last full build`;
    case 'full':
      return `none: ${took}`;
    case 'incremental': {
      const incremental = gate.incrementalBuildSeconds;
      if (incremental === undefined) return `unknown: ${took}, and no incremental build was recorded`;
      const both = `${took}, the last incremental one ${buildPhrase(incremental)}`;
      return incremental < full ? `about ${buildPhrase(full - incremental)}: ${both}` : `none: ${both}`;
    }
  }
}

/** The last full build as the measure of this one; empty: unknown. */
export function costPhrase({ gate }: { readonly gate: Recorded }): string {
  const full = gate.fullBuildSeconds ?? null;
  return full === null || gate.mode !== 'full' ? '' : `about ${buildPhrase(full)}, as the last full build`;
}
