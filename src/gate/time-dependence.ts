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

const DAY_MS = 86_400_000;
/** Clocks of machines differ by this much. */
const SKEW_MS = 5 * 60_000;
/** What Bengal's test `outdated` and its default theme have. */
const OUTDATED_AFTER_DAYS = [90, 180];

/**
 * What a build would write differently only because it is later now; `undefined`: nothing. Bengal publishes pages
 * whatever their date, so a date that comes due changes only what pages say of it: their age in words, the year in the
 * footer, a note that they are outdated. Pure.
 */
export function findDue({ shown, readsClock, recordedAt, now, outdatedAfterDays }: ClockFacts): string | undefined {
  const then = Date.parse(recordedAt);
  if (Number.isNaN(then)) return 'nobody knows when the output was written';
  if (then > now + SKEW_MS) return 'the output claims to come from the future';
  const [was, is] = [wallClock(then), wallClock(now)];
  if (was.slice(0, 4) !== is.slice(0, 4)) return 'the year is another than when the output was written';
  const isAnotherDay = was.slice(0, 10) !== is.slice(0, 10);
  if (readsClock && isAnotherDay) return 'templates of the site ask for the time, and the output was not written today';
  const limits = [...OUTDATED_AFTER_DAYS, ...outdatedAfterDays];
  return dueDate(shown, limits, { then, now }) ?? (isAnotherDay ? dueAge(shown, then) : undefined);
}

interface Span {
  readonly then: number;
  readonly now: number;
}

function dueDate({ ages, dates }: ShownDates, limits: readonly number[], { then, now }: Span): string | undefined {
  const visible = new Set(ages);
  for (const date of dates) {
    const [before, after] = [ageOf(date, then), ageOf(date, now)];
    if (before === undefined || after === undefined) continue;
    const [wordsBefore, wordsAfter] = [ageInWords(before), ageInWords(after)];
    if (wordsBefore !== wordsAfter && visible.has(wordsBefore))
      return `pages show that ${date} was ${wordsBefore}, and that is ${wordsAfter} by this time`;
    if (before < 0 && after >= 0) return `the date ${date} of a page has come since the output was written`;
    if (limits.some((days) => before <= days * DAY_MS && after > days * DAY_MS))
      return `pages from ${date} may count as outdated by this time`;
  }
  return undefined;
}

/** An age of something else than a date in front matter: the time of a file, a date in data. */
function dueAge({ ages, dates }: ShownDates, then: number): string | undefined {
  const explained = new Set(dates.flatMap((date) => [ageOf(date, then)].flatMap((age) => age ?? []).map(ageInWords)));
  const unexplained = ages.find((age) => !explained.has(age));
  return unexplained === undefined
    ? undefined
    : `pages show that something was ${unexplained}, and the output was not written today`;
}

/** Parts of a format of the clock that stay the same for a whole year. */
const OF_YEAR = new Set(['Y', 'y', 'G', 'C', '%']);
/** The same for a whole day. */
const OF_DAY = new Set([
  ...OF_YEAR,
  'm',
  'd',
  'B',
  'b',
  'h',
  'j',
  'A',
  'a',
  'U',
  'W',
  'V',
  'u',
  'w',
  'D',
  'F',
  'x',
  'e',
]);
const TIME_AGO = 'bengal.utils.primitives.dates:time_ago';

/**
 * Whether what a page read of the clock says something else now.
 *
 * @param read As the trace has it: a format of `strftime`, or a function of Bengal and its arguments.
 * @param then When it was read, milliseconds since 1970; `NaN`: unknown.
 */
export function saysAnother([what = '', date = '']: readonly string[], then: number, now: number): boolean {
  if (Number.isNaN(then) || then > now + SKEW_MS) return true;
  const [was, is] = [wallClock(then), wallClock(now)];
  const parts = Array.from(what.matchAll(/%[-_0^#]?(.)/g), ([, part = '']) => part);
  if (parts.length > 0) {
    if (parts.every((part) => OF_YEAR.has(part))) return was.slice(0, 4) !== is.slice(0, 4);
    return parts.every((part) => OF_DAY.has(part)) ? was.slice(0, 10) !== is.slice(0, 10) : true;
  }
  const [before, after] = [ageOf(date.replace(/^=[td]:/, ''), then), ageOf(date.replace(/^=[td]:/, ''), now)];
  if (before === undefined || after === undefined) return was.slice(0, 10) !== is.slice(0, 10);
  if (what === TIME_AGO) return ageInWords(before) !== ageInWords(after);
  return was.slice(0, 10) !== is.slice(0, 10) || Math.floor(before / DAY_MS) !== Math.floor(after / DAY_MS);
}

/** As Bengal's filter `time_ago` (`bengal/utils/primitives/dates.py`): months of 30 days, years of 365. */
export function ageInWords(ageMs: number): string {
  const seconds = Math.floor(ageMs / 1000);
  const days = Math.floor(ageMs / DAY_MS);
  const [number, unit] =
    seconds < 3600
      ? ([Math.floor(seconds / 60), 'minute'] as const)
      : days < 1
        ? ([Math.floor(seconds / 3600), 'hour'] as const)
        : days < 30
          ? ([days, 'day'] as const)
          : days < 365
            ? ([Math.floor(days / 30), 'month'] as const)
            : ([Math.floor(days / 365), 'year'] as const);
  return seconds < 60 ? 'just now' : `${String(number)} ${unit}${number === 1 ? '' : 's'} ago`;
}

/** Milliseconds since a date; `undefined` for what is none. A date without a zone means the clock on this machine's wall. */
function ageOf(date: string, at: number): number | undefined {
  const [, day = '', time = '00:00', zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}[\d:.]*))?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/.exec(date) ?? [];
  const reference = zone === undefined ? Date.parse(`${wallClock(at)}Z`) : at;
  const age = reference - Date.parse(`${day}T${time}${zone ?? 'Z'}`);
  return Number.isNaN(age) ? undefined : age;
}

/** Local time, `2026-11-21T08:00:00.000`. */
function wallClock(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, -1);
}
