import type { ReportProblem } from './problem.ts';

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Whoever means longer leaves the ttl away. */
const LONGEST_SECONDS = 10 * 365 * 86_400;

/** Seconds from `3600`, `90s`, `30m`, `12h`, `7d` or `2w`; anything else is reported. */
export function parseTtl(ttl: string | number, report: ReportProblem): number {
  const [, digits = '', unit = ''] = /^(\d{1,10})([smhdw]?)$/.exec(String(ttl).trim()) ?? [];
  const seconds = digits === '' ? 0 : Number(digits) * (SECONDS[unit] ?? 0);
  if (seconds < 1 || seconds > LONGEST_SECONDS)
    report(`expected seconds, or a number with s, m, h, d or w, up to ten years, got ${JSON.stringify(ttl)}`);
  return seconds;
}

/** A length of time as people say it: `45 s`, `12 min`, `3 h`, `5 days`. */
export function renderDuration(seconds: number): string {
  const steps = [
    [86_400 * 2, 86_400, 'days'],
    [3600, 3600, 'h'],
    [60, 60, 'min'],
    [0, 1, 's'],
  ] as const;
  const [, size, unit] = steps.find(([least]) => seconds >= least) ?? steps[3];
  return `${String(Math.floor(seconds / size))} ${unit}`;
}
