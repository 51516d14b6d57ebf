import { type Sha256 } from '../core/digest.ts';
import { type JsonValue } from '../core/json.ts';
/** How a build failed on a page. */
export declare const FAILURE_KINDS: readonly ["not-parsed", "not-rendered", "error-page", "error-in-page", "out-of-time", "unexplained"];
export type FailureKind = (typeof FAILURE_KINDS)[number];
/** A page that the last build lost, or spoilt. Bengal exits with 0 all the same. */
export interface FailedPage {
    /** Bengal's key: the site path of its source, for most. */
    readonly page: string;
    readonly how: FailureKind;
    /** Bengal's own words, in one line; empty where it says nothing. */
    readonly message: string;
    /** Digest of its source as it was built; `undefined`: it has none, or nobody knows. */
    readonly source: Sha256 | undefined;
    /** An earlier build of the same source failed in the same way. */
    readonly repeated: boolean;
}
/**
 * Whether a further build would fail on the page as these did. What ran out of time may do better next time, and of what
 * Bengal does not explain nobody can tell.
 */
export declare function isSettled({ how, message, repeated }: FailedPage): boolean;
/** Whether both are the same failure of the same source. */
export declare function failsAlike(one: Omit<FailedPage, 'repeated'>, other: FailedPage): boolean;
export declare function failedPagesToJson(pages: readonly FailedPage[]): JsonValue;
/** What we wrote; whatever else stands there says nothing. */
export declare function failedPagesFromJson(value: JsonValue | undefined): FailedPage[];
/** Of a manifest that need not belong to the state beside it any more: what failed in the build before. */
export declare function failedPagesIn(manifest: JsonValue): FailedPage[];
