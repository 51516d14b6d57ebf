import { affectedPhrase, builtPhrase, changesPhrase, count, MODE_WORDS, reasonSentence, STATE_WORDS } from './words.ts';
import { commandsOf, type GivenOptions } from './commands.ts';
import type { Report } from './report.ts';
import { stageLines } from './stage-lines.ts';
import { costPhrase, timeSavedPhrase } from './time-saved.ts';

/** Longest list that a person reads in a terminal; the rest is counted. */
const LONGEST_LIST = 20;

/**
 * The report as a person likes to read it: what changed, which pages and why, what to run. Plain lines, no escapes.
 * `given` are the options that the suggested commands have to carry.
 */
export function reportText(report: Report, given: GivenOptions = {}): string {
  return (
    [changesPart(report), affectedPart(report), stagesPart(report), verdictPart(report, given), warningsPart(report)]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  );
}

function changesPart(report: Report): string {
  const { changes, state, config } = report;
  const lines = [
    ...changes.added.map((path) => `  + ${path}`),
    ...changes.modified.map((path) => `  ~ ${path}${keysOf(report, path)}`),
    ...changes.deleted.map((path) => `  - ${path}`),
    ...changes.unverifiable.map((path) => `  ? ${path}`),
  ];
  const head = [
    `State   ${STATE_WORDS[state.status]}: ${state.why}${state.builtAt === null ? '' : ` (built ${builtPhrase(report)})`}`,
    `Config  ${config.status}: ${config.why}`,
    `Changed ${changesPhrase(report)}`,
  ];
  return [...head, ...shorten(lines)].join('\n');
}

/** What was edited in the front matter, where that is known. */
function keysOf({ edits = [] }: Report, path: string): string {
  const keys = edits.find((edit) => edit.path === path)?.keys ?? [];
  return keys.length === 0 ? '' : ` (${keys.map((key) => key.name).join(', ')})`;
}

function affectedPart(report: Report): string {
  const { affected } = report;
  const doubts = affected.because.map((doubt) => `  because ${doubt.detail}`);
  const certain =
    affected.all && affected.pages.length > 0 ? [`  known for certain: ${count(affected.pages.length, 'page')}`] : [];
  const pages = affected.pages.flatMap((page) => [
    `  ${page.url}`,
    ...page.reasons.slice(0, 2).map((reason) => `      ${reasonSentence(reason)}`),
  ]);
  const removed = affected.toRemove.map((path) => `  remove ${path}`);
  const lists = [shorten(doubts), certain, shorten(pages), shorten(removed)];
  return [`Affected ${affectedPhrase(report)}`, ...lists.flat()].join('\n');
}

/** Other steps of the job, those that run first. */
function stagesPart(report: Report): string {
  const { stages = [] } = report;
  const run = stages.filter(({ verdict }) => verdict === 'run').length;
  const head = `Stages  ${String(run)} to run, ${String(stages.length - run)} to skip`;
  return stages.length === 0 ? '' : [head, ...shorten(stageLines(report))].join('\n');
}

function verdictPart(report: Report, given: GivenOptions): string {
  const { gate } = report;
  const [costs, saves] = [costPhrase(report), gate.mode === 'full' ? '' : timeSavedPhrase(report)];
  const commands = commandsOf(report, given).map((command, at) => `  ${at === 0 ? 'run ' : 'then'}    ${command}`);
  return [
    MODE_WORDS[gate.mode],
    ...commands,
    ...(costs === '' ? [] : [`  costs   ${costs}`]),
    ...(saves === '' ? [] : [`  saves   ${saves}`]),
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
