import type { SiteConfig } from '../config/site-config.ts';
import type { Delta } from '../delta/delta.ts';
import { type Differences, type OutputDigests } from '../delta/digests.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import { type BaseSource } from './delta-base.ts';
export interface DeltaOptions {
    /** Folder of the output as it is now, absolute. */
    readonly output: string;
    readonly base: BaseSource;
    /** The Bengal site that it is the output of; `undefined`: two folders are all there is. */
    readonly site: {
        readonly root: string;
        readonly config: SiteConfig;
    } | undefined;
    /** For whoever reads the output in the same process once more. */
    readonly memory?: DigestMemory;
}
export interface FoundDelta {
    readonly delta: Delta;
    readonly differences: Differences;
    /** What the base held, and what the output holds. */
    readonly before: OutputDigests;
    readonly after: OutputDigests;
    /** What lies in the output and is no regular file: no list names it. */
    readonly others: readonly string[];
}
/** Says what readers will see change: reads the output once, and of the earlier one only what has changed. */
export declare function findDelta({ output, base: source, site, memory }: DeltaOptions): Promise<FoundDelta>;
