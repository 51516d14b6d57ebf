import type { FullEvery } from '../inputs/inputs.ts';
import type { Lineage } from '../manifest/manifest.ts';
/** Why everything is rendered again, though it could be kept with proof; `undefined`: that is not due. Pure. */
export declare function fullDueReason({ renderedAt, keptBuilds }: Lineage, every: FullEvery, now: number): string | undefined;
