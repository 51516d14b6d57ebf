import { count, affectedPhrase, MODE_WORDS, REASON_WORDS, STATE_WORDS } from './words.ts';
import type { Report } from './report.ts';

/** Longest list that a person reads in a terminal; the rest is counted. */
const LONGEST_LIST = 20;

/** The report as a person likes to read it: what changed, which pages and why, what to run. Plain lines, no escapes. */
export function reportText(report: Report): string {
  return (
    [changesPart(report), affectedPart(report), verdictPart(report), warningsPart(report)]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  );
}

function changesPart({ changes, state, config }: Report): string {
  const lines = [
    ...changes.added.map((path) => `  + ${path}`),
    ...changes.modified.map((path) => `  ~ ${path}`),
    ...changes.deleted.map((path) => `  - ${path}`),
  ];
  const head = [
    `State   ${STATE_WORDS[state.status]}: ${state.why}${state.builtAt === null ? '' : ` (built ${state.builtAt})`}`,
    `Config  ${config.status}: ${config.why}`,
    `Changed ${lines.length === 0 ? 'nothing' : count(lines.length, 'file')}${changes.touched > 0 ? `; ${count(changes.touched, 'file')} merely touched` : ''}${changes.unverifiable.length > 0 ? `; ${String(changes.unverifiable.length)} cannot be checked` : ''}`,
  ];
  return [...head, ...shorten(lines)].join('\n');
}

function affectedPart(report: Report): string {
  const { affected } = report;
  const doubts = affected.because.map((doubt) => `  because ${doubt.detail}`);
  const pages = affected.pages.flatMap((page) => [
    `  ${page.url}`,
    ...page.reasons.slice(0, 2).map((reason) => `      ${REASON_WORDS[reason.kind](reason.via)}`),
  ]);
  const removed = affected.toRemove.map((path) => `  remove ${path}`);
  return [`Affected ${affectedPhrase(report)}`, ...shorten(doubts), ...shorten(pages), ...shorten(removed)].join('\n');
}

function verdictPart({ gate, repair }: Report): string {
  const first =
    gate.mode === 'incremental' && !repair.done
      ? ['  run     bengal-cache report --repair   (prepares the state)']
      : [];
  const build =
    gate.mode === 'skip' ? [] : [`  ${first.length > 0 ? 'then' : 'run '}    bengal build ${gate.buildArgs.join(' ')}`];
  return [
    MODE_WORDS[gate.mode],
    ...first,
    ...build,
    ...gate.reasons.map((reason) => `  because ${reason.detail}`),
  ].join('\n');
}

function warningsPart({ warnings }: Report): string {
  return warnings.map((warning) => `warning: ${warning}`).join('\n');
}

function shorten(lines: readonly string[]): string[] {
  return lines.length <= LONGEST_LIST
    ? [...lines]
    : [
        ...lines.slice(0, LONGEST_LIST),
        `  ... and ${String(lines.length - LONGEST_LIST)} more lines; --format json has them all`,
      ];
}
