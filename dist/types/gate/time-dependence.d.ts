import type { ShownDates } from '../manifest/build-conditions.ts';
export interface ClockFacts {
    readonly shown: ShownDates;
    /** Whether templates of the site ask for the time by themselves. */
    readonly readsClock: boolean;
    /** Days after which the site calls a page outdated, besides those that Bengal's themes have. */
    readonly outdatedAfterDays: readonly number[];
    /** When the output was recorded, ISO 8601. */
    readonly recordedAt: string;
    /** Milliseconds since 1970. */
    readonly now: number;
}
/**
 * What a build would write differently only because it is later now; `undefined`: nothing. Bengal publishes pages
 * whatever their date, so a date that comes due changes only what pages say of it: their age in words, the year in the
 * footer, a note that they are outdated. Pure.
 */
export declare function findDue({ shown, readsClock, recordedAt, now, outdatedAfterDays }: ClockFacts): string | undefined;
/**
 * Whether what a page read of the clock says something else now.
 *
 * @param read As the trace has it: a format of `strftime`, or a function of Bengal and its arguments.
 * @param then When it was read, milliseconds since 1970; `NaN`: unknown.
 */
export declare function saysAnother([what, date]: readonly string[], then: number, now: number): boolean;
/** As Bengal's filter `time_ago` (`bengal/utils/primitives/dates.py`): months of 30 days, years of 365. */
export declare function ageInWords(ageMs: number): string;
