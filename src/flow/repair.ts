import { clearOutput } from '../bengal/clear-output.ts';
import { repairState } from '../bengal/repair.ts';
import { setSourceTimes } from '../changes/source-times.ts';
import { asFullBuild, withoutCleaning } from '../gate/build-args.ts';
import type { GateReason } from '../gate/decision.ts';
import { AUTHORED_FOLDERS, type SitePath } from '../core/paths.ts';
import type { DroppedFiles, Report } from '../report/report.ts';
import type { Analysis } from './analyse.ts';

/**
 * Carries out what the build needs: the repair of the state before an incremental one, and an empty place for the output
 * of a full one. Returns the report as it stands then: a repair that fails leaves only the full build.
 */
export function applyRepair(
  { report, times }: Pick<Analysis, 'report' | 'times'>,
  site: string,
  outputDir: SitePath,
): Report {
  if (report.gate.mode === 'full') return withClearedOutput(report, site, outputDir);
  if (report.gate.mode === 'skip') return report;
  const { invalidate, remove } = report.repair;
  const repaired = repairState({ site, invalidate, outputs: remove.map((path) => `${outputDir}/${path}`) });
  if (repaired.kind === 'failed')
    return withFullBuild(report, staleBecause(`the state could not be repaired: ${repaired.why}`));
  const set = setSourceTimes(site, times);
  if (set.kind === 'failed')
    return withFullBuild(report, staleBecause(`a changed source would look unchanged: ${set.why}`));
  return { ...report, repair: { ...report.repair, done: true } };
}

/** Never part of an output, whatever the configuration says. */
const NO_OUTPUT = [...AUTHORED_FOLDERS, '.bengal'];

/** Without a state, nobody knows that what lies there is an old output; then Bengal is told to clean, and may be not. */
function withClearedOutput(report: Report, site: string, outputDir: SitePath): Report {
  const { gate, state } = report;
  const buildArgs = withoutCleaning(gate.buildArgs);
  if (state.status === 'absent' || buildArgs.length === gate.buildArgs.length) return report;
  const cleared = clearOutput({ site, outputDir, keep: NO_OUTPUT });
  return cleared.kind === 'left' ? report : { ...report, gate: { ...gate, buildArgs } };
}

function staleBecause(detail: string): GateReason {
  return { kind: 'incremental-leaves-stale', detail };
}

/** A cache that held something else than it should is no ground to build upon, even where what is missing is known. */
export function distrustDropped(report: Report): Report {
  const dropped = report.cache.kind === 'exact' || report.cache.kind === 'prefix' ? report.cache.dropped : undefined;
  if (dropped === undefined) return report;
  const detail = `${droppedPhrase(dropped)} were not as recorded and were left out`;
  return withFullBuild(report, { kind: 'output-damaged', detail });
}

/** Such as: 3 restored outputs (public/a.html, public/b.html, ...). */
export function droppedPhrase({ count, first }: DroppedFiles): string {
  return `${String(count)} restored outputs (${first.join(', ')}${count > first.length ? ', ...' : ''})`;
}

function withFullBuild(report: Report, reason: GateReason): Report {
  const { gate } = report;
  return {
    ...report,
    gate: { ...gate, mode: 'full', reasons: [reason, ...gate.reasons], buildArgs: asFullBuild(gate.buildArgs) },
  };
}
