import { type RecordedPage } from '../bengal/recorded-page.ts';
import type { AffectedPage, Doubt, Reason } from './reason.ts';
export interface FoundPage {
    readonly output: string;
    readonly source: string | null;
    readonly reasons: readonly Reason[];
}
/** Gathers findings from the rules; order and repeats do not matter. */
export interface Collector {
    page(page: RecordedPage, reason: Reason): void;
    output(output: string, source: string | null, reason: Reason): void;
    doubt(doubt: Doubt): void;
    tag(slug: string): void;
    remove(output: string): void;
    /** Every page found, in no order, without those that are added while somebody looks. */
    sofar(): readonly FoundPage[];
    readonly found: () => {
        pages: AffectedPage[];
        because: Doubt[];
        tags: string[];
        toRemove: string[];
    };
}
export declare function collector(): Collector;
