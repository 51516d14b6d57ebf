import type { ReportProblem } from './problem.ts';
/** Seconds from `3600`, `90s`, `30m`, `12h`, `7d` or `2w`; anything else is reported. */
export declare function parseTtl(ttl: string | number, report: ReportProblem): number;
/** A length of time as people say it: `45 s`, `12 min`, `3 h`, `5 days`. */
export declare function renderDuration(seconds: number): string;
