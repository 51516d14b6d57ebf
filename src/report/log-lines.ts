import { cacheSentence, isRestored } from './cache-words.ts';
import type { Report } from './report.ts';
import { costPhrase, timeSavedPhrase } from './time-saved.ts';
import { isCompared, MODE_WORDS, verdictSentence } from './words.ts';

/** What stands open in the log of a job: the verdict, why, what was restored, and what that saves. Hostile text as it is. */
export function logLines(report: Report): readonly string[] {
  if (isFirstRun(report)) return [FIRST_RUN, `  ${firstRunSentence(report)}`];
  const { gate, cache } = report;
  const [costs, saves] = [costPhrase(report), gate.mode === 'full' ? '' : timeSavedPhrase(report)];
  return [
    `${MODE_WORDS[gate.mode]}: ${verdictSentence(report)}`,
    ...(cache.kind === 'not-asked' ? [] : [`  ${isRestored(cache) ? '' : 'cache: '}${cacheSentence(cache)}`]),
    ...(costs === '' ? [] : [`  costs ${costs}`]),
    ...(saves === '' ? [] : [`  time saved: ${saves}`]),
  ];
}

/** Nothing was stored and nothing lies there, and nothing is wrong. */
export function isFirstRun(report: Report): boolean {
  const { kind } = report.cache;
  return kind === 'miss' && !isCompared(report) && report.state.status === 'absent' && report.warnings.length === 0;
}

export const NOTHING_CACHED = 'nothing is cached yet';
export const FIRST_RUN = `First run here: ${NOTHING_CACHED}, so everything is built`;

/** What to expect of it. */
export function firstRunSentence({ cachePolicy: policy }: Report): string {
  return policy === undefined || policy.access === 'read-write' || policy.access === 'save-only'
    ? 'That is as it should be: what this build makes is stored, and later runs build upon it'
    : `What this build makes is not stored: ${policy.why}`;
}
