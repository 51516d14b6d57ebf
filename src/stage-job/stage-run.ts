import { successOf } from '../stages/stage-entry.ts';
import { checkStage, type StageCheck, type StageContext } from '../stages/check.ts';
import { findMistakes, type Mistake } from '../stages/mistakes.ts';
import type { CommandEnd } from '../stages/run-command.ts';
import { runInOrder } from '../stages/schedule.ts';
import type { Stage } from '../stages/stage-definition.ts';
import type { NeededStage } from '../stages/stage-verdict.ts';
import { renderVerdict } from '../stages/stage-words.ts';
import type { StageCache } from './stage-cache.ts';
import { finishStage, readyStage, type FinishedStage, type ReadyStage } from './stage-ready.ts';

/** How each stage stands, in the given order, as it would turn out if they ran now. */
export async function statusOfStages(
  stages: readonly Stage[],
  context: StageContext,
): Promise<ReadonlyMap<string, StageCheck>> {
  const checks = new Map<string, StageCheck>();
  for (const stage of stages) {
    const needed = new Map(stage.needs.map((name) => [name, neededAs(checks.get(name))]));
    checks.set(stage.name, await checkStage(stage, { ...context, needed }));
  }
  return checks;
}

function neededAs(check: StageCheck | undefined): NeededStage {
  return check?.verdict.kind === 'skip' && check.entry.kind === 'read'
    ? { kind: 'up-to-date', success: successOf(check.entry.entry) }
    : { kind: 'runs', success: undefined };
}

/** How one stage ended. */
export type StageEnd =
  | { readonly kind: 'skipped'; readonly ready: ReadyStage }
  | { readonly kind: 'succeeded'; readonly ready: ReadyStage; readonly finished: FinishedStage }
  | { readonly kind: 'failed'; readonly ready: ReadyStage; readonly end: CommandEnd }
  /** It could not be checked or has nothing to run. */
  | { readonly kind: 'unfit'; readonly mistakes: readonly Mistake[] }
  /** Names of the needed stages that did not end well. */
  | { readonly kind: 'held-back'; readonly by: readonly string[] };

export interface RunStages {
  /** Each after those that it needs. */
  readonly stages: readonly Stage[];
  readonly context: StageContext;
  readonly cache: StageCache | undefined;
  readonly jobs: number;
  /** Runs what a stage has to run. */
  readonly start: (stage: Stage) => Promise<CommandEnd>;
  /** Takes a sentence about a stage, without its full stop. */
  readonly tell: (stage: Stage, sentence: string, kind: 'info' | 'warning') => void;
}

/** Runs stages that are not up to date, side by side as far as their needs allow. One that fails holds its dependents back. */
export async function runStages(options: RunStages): Promise<ReadonlyMap<string, StageEnd>> {
  const { stages, jobs } = options;
  return await runInOrder({ items: stages, jobs, run: (stage, needs) => runStage(stage, needs, options) });
}

async function runStage(
  stage: Stage,
  needs: ReadonlyMap<string, StageEnd>,
  { context, cache, start, tell }: RunStages,
): Promise<StageEnd> {
  const by = [...needs].flatMap(([name, end]) => (endedWell(end) ? [] : [name]));
  if (by.length > 0) {
    tell(stage, `not run, since ${by.join(', ')} did not end well`, 'warning');
    return { kind: 'held-back', by };
  }
  const needed = new Map([...needs].map(([name, end]) => [name, neededAfter(end)]));
  const ready = await readyStage(stage, { ...context, needed }, cache);
  for (const warning of ready.warnings) tell(stage, warning, 'warning');
  const { check } = ready;
  const sentence = renderVerdict(check.verdict);
  if (check.verdict.kind === 'skip') {
    tell(stage, `skipped: ${sentence}`, 'info');
    return { kind: 'skipped', ready };
  }
  // Whatever makes inputs has run by now.
  const mistakes = await findMistakes(check);
  if (mistakes.length > 0) return { kind: 'unfit', mistakes };
  tell(stage, `runs: ${sentence}`, 'info');
  const end = await start(stage);
  if (end.kind !== 'succeeded') {
    tell(stage, `failed: ${renderEnd(end)}`, 'warning');
    return { kind: 'failed', ready, end };
  }
  const finished = await finishStage(ready, cache);
  for (const warning of finished.warnings) tell(stage, warning, 'warning');
  const { recorded } = finished;
  if (recorded.kind === 'recorded') tell(stage, 'succeeded and recorded', 'info');
  else tell(stage, `succeeded, but not recorded: ${recorded.why}`, recorded.expected ? 'info' : 'warning');
  return { kind: 'succeeded', ready, finished };
}

function endedWell(end: StageEnd): boolean {
  return end.kind === 'skipped' || end.kind === 'succeeded';
}

/** A stage whose dependency ran, runs; its record then names the new success. */
function neededAfter(end: StageEnd): NeededStage {
  if (end.kind === 'skipped') return neededAs(end.ready.check);
  const recorded = end.kind === 'succeeded' ? end.finished.recorded : undefined;
  return { kind: 'runs', success: recorded?.kind === 'recorded' ? successOf(recorded.entry) : undefined };
}

/** How a command ended, as the rest of a sentence. */
export function renderEnd(end: CommandEnd): string {
  switch (end.kind) {
    case 'succeeded':
      return 'exit status 0';
    case 'failed':
      return `exit status ${String(end.status)}`;
    case 'killed':
      return `killed by ${end.signal}`;
    case 'not-started':
      return `it could not be started (${end.why})`;
  }
}
