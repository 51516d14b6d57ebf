import type { FullEvery } from '../inputs/inputs.ts';
import type { Lineage } from '../manifest/manifest.ts';

const DAY_MS = 86_400_000;

/** Why everything is rendered again, though it could be kept with proof; `undefined`: that is not due. Pure. */
export function fullDueReason({ renderedAt, keptBuilds }: Lineage, every: FullEvery, now: number): string | undefined {
  if (keptBuilds >= every.builds)
    return `${String(keptBuilds)} builds in a row have kept pages, and full-every asks for a full one then`;
  if (every.time === Number.POSITIVE_INFINITY) return undefined;
  const then = Date.parse(renderedAt);
  if (Number.isNaN(then) || then > now) return 'nobody knows when all pages were rendered last';
  return now - then >= every.time
    ? `all pages were rendered last ${String(Math.floor((now - then) / DAY_MS))} days ago, and full-every asks for a full build then`
    : undefined;
}
