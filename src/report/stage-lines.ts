import { renderDuration } from '../stages/ttl.ts';
import type { Report, ReportStage } from './report.ts';

/** Why a stage runs or can be skipped, as a sentence without its full stop. May quote names of files. */
export function stageSentence({ verdict, reasons, age }: ReportStage): string {
  const [first, ...more] = reasons;
  if (verdict === 'skip' || first === undefined) {
    const ago = age === null ? '' : ` ${renderDuration(Math.max(0, age))} ago`;
    return `nothing changed since its last success${ago}`;
  }
  return `${first.detail}${more.length === 0 ? '' : ` (${String(more.length)} more ${more.length === 1 ? 'reason' : 'reasons'})`}`;
}

/** The stages as lines of text; those that run come first. None where the site has no stages. */
export function stageLines({ stages = [] }: Pick<Report, 'stages'>): string[] {
  const width = Math.max(0, ...stages.map(({ name }) => name.length));
  return runningFirst(stages).map(
    (stage) => `  ${stage.verdict.padEnd(4)}  ${stage.name.padEnd(width)}  ${stageSentence(stage)}`,
  );
}

/** One sentence for each stage; those that run come first. */
export function stageSentences({ stages = [] }: Pick<Report, 'stages'>): string[] {
  return runningFirst(stages).map((stage) => `${stage.verdict} ${stage.name}: ${stageSentence(stage)}`);
}

/** Within each half, in the order in which they would run. */
export function runningFirst(stages: readonly ReportStage[]): ReportStage[] {
  return [...stages.filter(({ verdict }) => verdict === 'run'), ...stages.filter(({ verdict }) => verdict === 'skip')];
}
