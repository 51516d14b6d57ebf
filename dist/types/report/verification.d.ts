import type { Reason } from '../affected/reason.ts';
/** Who says that a page has to be built: we, or Bengal's own incremental build. */
export interface Verification {
    /**
     * What Bengal was asked about. `repaired-state`: after the repair, so that it has to select whatever we name.
     * `nothing`: there is no state that it could build upon, so it was not asked.
     */
    readonly asked: 'state' | 'repaired-state' | 'nothing';
    /** Why every page counts as selected by us, whether it is listed or not; `null` when only the listed ones do. */
    readonly everyPage: string | null;
    /** Bengal selects every page that it knows. */
    readonly bengalSelectsAll: boolean;
    /** By page key. Listings of tags are left out: Bengal selects them later, and names them never. */
    readonly pages: readonly VerifiedPage[];
    /** How many pages of tag listings we name beside these. */
    readonly listings: number;
}
export interface VerifiedPage {
    /** Site path of its source, or Bengal's key for a page without one. */
    readonly page: string;
    readonly verdict: VerifiedVerdict;
    /** Our reasons. Empty when we do not select it, or select every page. */
    readonly ours: readonly Pick<Reason, 'kind' | 'via'>[];
    /** Bengal's reason code; `unnamed` when it selects the page without one, `null` when it does not select it. */
    readonly bengal: string | null;
    /** What the verdict rests on; empty where both agree. */
    readonly why: string;
}
export type VerifiedVerdict = 'both'
/** Bengal's incremental build alone would leave it stale. */
 | 'only-us'
/** Bengal selects it, and a rebuild would change nothing that we know of. */
 | 'only-bengal-no-difference'
/** An error in us. */
 | 'only-bengal'
/** The repair did not make Bengal select it: an error in us. */
 | 'not-repaired';
export declare const VERIFICATION_ERRORS: ReadonlySet<VerifiedVerdict>;
