import type { SiteConfig } from '../config/site-config.ts';
import type { ConfigVerdict } from '../config/config-verdict.ts';
export interface TrapFacts {
    readonly site: Pick<SiteConfig, 'inferred' | 'overshadowed' | 'problems'>;
    readonly config: ConfigVerdict;
    /** All that we know to feed the configuration is as it was recorded. */
    readonly sameFingerprint: boolean;
    /** `.bengal/cache.json` lies beside its compressed form. */
    readonly decodedCache: boolean;
    /** Symbolic links among the sources that were not followed: `changes/walk-sources.ts` says which. */
    readonly unfollowed: readonly string[];
}
/** What makes builds slow or wrong without a word, each with what to do about it in one line. Pure. */
export declare function findTraps(facts: TrapFacts): string[];
